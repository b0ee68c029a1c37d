import { useState } from 'react';
import { makeEvent, makeVenue, newKey } from '../../api/calls';
import { navigate, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import type { Plan } from '../../map';
import { Sorry } from '../../parts/parts';
import { minorOf, money } from '../../words/money';
import { said } from '../../words/problems';
import { count } from '../../words/seats';
import { momentIn } from '../../words/zone';
import { useDrafting } from './drafting';
import { EventStep, emptyFacts, wrongIn } from './EventStep';
import type { Facts } from './EventStep';
import { Gate } from './Gate';
import { HouseStep } from './HouseStep';
import './organiser.css';
import { PriceStep, usualPrices, zoneSizes } from './PriceStep';

export function NewEventPage() {
  useTitle('New event');
  return (
    <Gate>
      <NewEvent />
    </Gate>
  );
}

function NewEvent() {
  const drafting = useDrafting();
  const { draft } = drafting;
  const plan = draft.state === 'ready' ? draft.plan : null;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [currency, setCurrency] = useState('EUR');
  const [fee, setFee] = useState('0');
  const [facts, setFacts] = useState<Facts>(emptyFacts);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [key] = useState(newKey);
  const prices = plan ? usualPrices(plan, typed) : {};
  const wrong = wrongIn(facts);
  const allAmounts = [fee, ...Object.values(prices)].every((typed) => minorOf(typed, currency) !== null);
  const publish = async () => {
    setChecked(true);
    if (!plan || draft.state !== 'ready' || Object.values(wrong).some(Boolean) || !allAmounts || busy) {
      document.querySelector<HTMLElement>('.step [aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const venue = await makeVenue({ name: facts.venue.trim(), city: facts.city.trim(), timeZone: facts.timeZone });
      const made = await makeEvent(bodyOf({ facts, planId: draft.id, venueId: venue.id, prices, fee, currency }), key);
      navigate(to.cockpit(made.id));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="page new-event">
      <h1>New event</h1>
      <HouseStep drafting={drafting} />
      {plan && (
        <>
          <PriceStep plan={plan} prices={prices} currency={currency} fee={fee} onCurrency={setCurrency} onFee={setFee} onPrice={(zone, price) => setTyped({ ...typed, [zone]: price })} />
          <EventStep facts={facts} wrong={checked ? wrong : {}} onChange={(change) => setFacts({ ...facts, ...change })} />
          <section className="step" aria-labelledby="step-publish">
            <header>
              <span className="step-number" aria-hidden="true">
                4
              </span>
              <h2 id="step-publish">Publish</h2>
            </header>
            <p className="soft">
              {count(plan.seatCount, 'seat')}
              {plan.areas.length > 0 && ` and ${count(plan.areas.length, 'standing area')}`}; a full house brings in{' '}
              <strong className="num">{money({ amountMinor: fullHouse(plan, prices, fee, currency), currency })}</strong>. Published events can be found at once and{' '}
              {facts.onSaleAt ? 'go on sale at the time you chose' : 'are on sale at once'}.
            </p>
            {problem !== null && <Sorry words={said(problem)} />}
            <div className="row">
              <button type="button" className="button main" aria-disabled={busy} onClick={() => void publish()}>
                {busy ? 'Publishing…' : 'Publish the event'}
              </button>
            </div>
          </section>
        </>
      )}
    </div>
  );
}

function fullHouse(plan: Plan, prices: Record<string, string>, fee: string, currency: string): number {
  const minor = (typed: string) => minorOf(typed, currency) ?? 0;
  return zoneSizes(plan).reduce((sum, size, zone) => sum + size * (minor(prices[plan.zoneNames[zone] ?? ''] ?? '0') + minor(fee)), 0);
}

interface Choices {
  facts: Facts;
  planId: string;
  venueId: string;
  prices: Record<string, string>;
  fee: string;
  currency: string;
}

function bodyOf({ facts, planId, venueId, prices, fee, currency }: Choices): unknown {
  const rules: Record<string, unknown> = { maxSeatsPerBuyer: Number(facts.maxSeats), orphanSeats: facts.refuseOrphans ? 'refuse' : 'allow' };
  if (facts.onSaleAt) rules.onSaleAt = momentIn(facts.timeZone, facts.onSaleAt)?.toISOString();
  return {
    name: facts.name.trim(),
    category: facts.category,
    startsAt: momentIn(facts.timeZone, facts.startsAt)?.toISOString(),
    venue: { id: venueId },
    plan: { id: planId },
    prices: Object.entries(prices).map(([zone, price]) => ({ zone, amountMinor: minorOf(price, currency), feeMinor: minorOf(fee, currency), currency })),
    rules,
    publish: true,
  };
}
