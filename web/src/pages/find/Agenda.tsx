import type { EventSummary } from '../../api/types';
import { Link } from '../../app/navigation';
import { to } from '../../app/routes';
import { money } from '../../words/money';
import { placeWords } from '../../words/place';
import { availability } from '../../words/sale';
import { clock, dayNumber, monthOf, monthShort, weekday } from '../../words/when';

/** Events by month and day, as a wall calendar read from top to bottom. */
export function Agenda({ events }: { events: EventSummary[] }) {
  return (
    <div className="stack loose">
      {byMonth(events).map(([month, days]) => (
        <section key={month} className="stack" aria-label={month}>
          <h2>{month}</h2>
          <ol className="agenda">
            {days.map((group) => (
              <li key={group[0]?.id} className="agenda-day">
                <DayLeaf event={group[0]!} />
                <ul>
                  {group.map((event) => (
                    <li key={event.id}>
                      <AgendaLine event={event} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function DayLeaf({ event }: { event: EventSummary }) {
  const zone = event.venue.timeZone;
  return (
    <p className="leaf">
      <span className="small">{weekday(event.startsAt, zone)}</span>
      <strong className="num">{dayNumber(event.startsAt, zone)}</strong>
      <span className="small">{monthShort(event.startsAt, zone)}</span>
    </p>
  );
}

function AgendaLine({ event }: { event: EventSummary }) {
  const left = availability(event);
  return (
    <Link className="agenda-line" href={to.event(event.id)}>
      <span className="num strong">{clock(event.startsAt, event.venue.timeZone)}</span>
      <span>
        <strong>{event.name}</strong>
        <span className="soft small">
          {placeWords(event.venue)}
        </span>
      </span>
      <span className="agenda-end">
        {event.priceFrom && <span className="price">{money(event.priceFrom)}</span>}
        <span className={`badge ${left.tone}`}>{left.words}</span>
      </span>
    </Link>
  );
}

function byMonth(events: EventSummary[]): [string, EventSummary[][]][] {
  const months = new Map<string, Map<string, EventSummary[]>>();
  const inOrder = [...events].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const event of inOrder) {
    const zone = event.venue.timeZone;
    const days = getOrPut(months, monthOf(event.startsAt, zone), () => new Map<string, EventSummary[]>());
    getOrPut(days, dayNumber(event.startsAt, zone), () => []).push(event);
  }
  return [...months].map(([month, days]) => [month, [...days.values()]]);
}

function getOrPut<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
