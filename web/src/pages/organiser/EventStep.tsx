import { Field } from '../../parts/parts';
import { momentIn, zones } from '../../words/zone';

export interface Facts {
  name: string;
  category: string;
  startsAt: string;
  venue: string;
  city: string;
  /** The venue's; an organiser may be anywhere. */
  timeZone: string;
  onSaleAt: string;
  maxSeats: string;
  refuseOrphans: boolean;
}

export const emptyFacts: Facts = { name: '', category: 'theatre', startsAt: '', venue: '', city: '', timeZone: '', onSaleAt: '', maxSeats: '10', refuseOrphans: false };

const CATEGORIES = ['theatre', 'music', 'opera', 'dance', 'comedy', 'sport'] as const;

type Wrong = Partial<Record<keyof Facts, string | null>>;

export function wrongIn(facts: Facts, now = Date.now()): Wrong {
  const zone = facts.timeZone || 'UTC';
  const starts = momentIn(zone, facts.startsAt)?.getTime() ?? NaN;
  const opens = momentIn(zone, facts.onSaleAt)?.getTime() ?? NaN;
  return {
    name: facts.name.trim() ? null : 'An event needs a name.',
    startsAt: starts > now ? null : 'A time in the future.',
    venue: facts.venue.trim() ? null : 'Where is it?',
    city: facts.city.trim() ? null : 'In which city?',
    timeZone: facts.timeZone ? null : 'In which time zone?',
    onSaleAt: facts.onSaleAt && !(opens < starts) ? 'Before the event starts.' : null,
    maxSeats: Number(facts.maxSeats) >= 1 ? null : 'At least 1.',
  };
}

interface EventStepProps {
  facts: Facts;
  wrong: Wrong;
  onChange: (change: Partial<Facts>) => void;
}

/** What, where, when, and the rules. */
export function EventStep({ facts, wrong, onChange }: EventStepProps) {
  const text = (name: 'name' | 'venue' | 'city', label: string) => (
    <Field label={label} wrong={wrong[name]}>
      {(ids) => <input {...ids} className="input" value={facts[name]} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />}
    </Field>
  );
  return (
    <section className="step" aria-labelledby="step-event">
      <header>
        <span className="step-number" aria-hidden="true">
          3
        </span>
        <h2 id="step-event">The event</h2>
      </header>
      <div className="fields">
        {text('name', 'Name')}
        {text('venue', 'Venue')}
        {text('city', 'City')}
        <Field label="Time zone" hint="Where it takes place; all times are in this zone" wrong={wrong.timeZone}>
          {(ids) => (
            <select {...ids} className="input" value={facts.timeZone} onChange={(event) => onChange({ timeZone: event.currentTarget.value })}>
              <option value="">Choose…</option>
              {zones().map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Category">
          {(ids) => (
            <select {...ids} className="input" value={facts.category} onChange={(event) => onChange({ category: event.currentTarget.value })}>
              {CATEGORIES.map((each) => (
                <option key={each} value={each}>
                  {each.charAt(0).toUpperCase() + each.slice(1)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Starts" hint="Local time there" wrong={wrong.startsAt}>
          {(ids) => <input {...ids} className="input" type="datetime-local" value={facts.startsAt} onInput={(event) => onChange({ startsAt: event.currentTarget.value })} />}
        </Field>
        <Field label="On sale from" hint="Empty: at once" wrong={wrong.onSaleAt}>
          {(ids) => <input {...ids} className="input" type="datetime-local" value={facts.onSaleAt} onInput={(event) => onChange({ onSaleAt: event.currentTarget.value })} />}
        </Field>
        <Field label="Most seats per person" wrong={wrong.maxSeats}>
          {(ids) => <input {...ids} className="input num" type="number" min="1" max="50" value={facts.maxSeats} onInput={(event) => onChange({ maxSeats: event.currentTarget.value })} />}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" checked={facts.refuseOrphans} onChange={(event) => onChange({ refuseOrphans: event.currentTarget.checked })} />
        Refuse choices that leave a single seat alone
      </label>
    </section>
  );
}
