import type { Plan } from '../../map';
import { digitsOf, minorOf } from '../../words/money';
import { count } from '../../words/seats';

interface PriceStepProps {
  plan: Plan;
  prices: Record<string, string>;
  currency: string;
  fee: string;
  onFee: (fee: string) => void;
  onCurrency: (currency: string) => void;
  onPrice: (zone: string, price: string) => void;
}

const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF'] as const;
const DEAREST = 95;

/** What each zone costs. */
export function PriceStep({ plan, prices, currency, fee, onFee, onCurrency, onPrice }: PriceStepProps) {
  const sizes = zoneSizes(plan);
  const step = 10 ** -(digitsOf(currency) ?? 0);
  const noAmount = (typed: string) => minorOf(typed, currency) === null;
  return (
    <section className="step" aria-labelledby="step-prices">
      <header>
        <span className="step-number" aria-hidden="true">
          2
        </span>
        <h2 id="step-prices">Prices</h2>
      </header>
      <div className="row">
        <label htmlFor="currency">Currency</label>
        <select id="currency" className="chip" value={currency} onChange={(event) => onCurrency(event.currentTarget.value)}>
          {CURRENCIES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        <label htmlFor="fee">Fee on each ticket</label>
        <input id="fee" className="input num fee" type="number" inputMode="decimal" min="0" step={step} aria-invalid={noAmount(fee)} value={fee} onInput={(event) => onFee(event.currentTarget.value)} />
      </div>
      <p className="small soft">Fans see price and fee as one amount from the first page on.</p>
      <div>
        {plan.zoneNames.map((zone, index) => (
          <div key={zone} className={`price-row hue-${index % 8}`}>
            <span className="dot" />
            <label htmlFor={`zone-${index}`}>{zone}</label>
            <span className="small soft">{count(sizes[index] ?? 0, 'place')}</span>
            <input id={`zone-${index}`} className="input num" type="number" inputMode="decimal" min="0" step={step} required aria-invalid={noAmount(prices[zone] ?? '')} value={prices[zone] ?? ''} onInput={(event) => onPrice(zone, event.currentTarget.value)} />
          </div>
        ))}
      </div>
    </section>
  );
}

export function zoneSizes(plan: Plan): number[] {
  const sizes = plan.zoneNames.map(() => 0);
  for (const zone of plan.zone) sizes[zone]!++;
  for (const area of plan.areas) sizes[area.zone]! += area.capacity;
  return sizes;
}

/** A price for every zone to begin with, the first the dearest, under what was typed. */
export function usualPrices(plan: Plan, typed: Record<string, string>): Record<string, string> {
  const zones = plan.zoneNames.length;
  return Object.fromEntries(plan.zoneNames.map((zone, index) => [zone, typed[zone] ?? String(Math.max(10, Math.round((DEAREST * (zones - index)) / zones / 5) * 5))]));
}
