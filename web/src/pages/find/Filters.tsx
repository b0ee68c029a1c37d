import { useState } from 'react';
import type { EventSummary } from '../../api/types';
import { Icon } from '../../parts/Icon';
import { digitsOf, money } from '../../words/money';

const PRICES = [25, 50, 100] as const;

/** `50 EUR` as the address has it. */
function priced(choice: string): Record<string, string | null> {
  const [price = null, currency = null] = choice ? choice.split(' ') : [];
  return { price, currency };
}

const upTo = (limit: number, currency: string): string => money({ amountMinor: limit * 10 ** (digitsOf(currency) ?? 2), currency });

interface FiltersProps {
  query: URLSearchParams;
  change: (changes: Record<string, string | null>) => void;
  events: EventSummary[];
}

export function Filters({ query, change, events }: FiltersProps) {
  const when = query.get('when');
  const price = query.get('price');
  const currency = query.get('currency') ?? 'EUR';
  const currencies = distinct([...events.map((event) => event.priceFrom?.currency ?? ''), ...(price ? [currency] : [])]);
  const category = query.get('category');
  const cities = distinct(events.map((event) => event.venue.city));
  const categories = distinct(events.map((event) => event.category ?? ''));
  const toggle = (name: string, value: string) => change({ [name]: query.get(name) === value ? null : value });
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      <div className="chips" role="group" aria-label="Narrow down">
        <button type="button" className="chip" aria-pressed={when === 'weekend'} onClick={() => toggle('when', 'weekend')}>
          This weekend
        </button>
        <NearChip near={query.get('near')} change={change} onSaid={setSaid} />
        <select className={`chip ${price ? 'on' : ''}`} aria-label="Highest price" value={price ? `${price} ${currency}` : ''} onChange={(event) => change(priced(event.currentTarget.value))}>
          <option value="">Any price</option>
          {currencies.flatMap((each) =>
            PRICES.map((limit) => (
              <option key={`${limit} ${each}`} value={`${limit} ${each}`}>
                Up to {upTo(limit, each)}
              </option>
            )),
          )}
        </select>
        <select className={`chip ${query.get('city') ? 'on' : ''}`} aria-label="City" value={query.get('city') ?? ''} onChange={(event) => change({ city: event.currentTarget.value || null })}>
          <option value="">All cities</option>
          {cities.map((city) => (
            <option key={city} value={city}>
              {city}
            </option>
          ))}
        </select>
        {categories.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={category === each} onClick={() => toggle('category', each)}>
            {each.charAt(0).toUpperCase() + each.slice(1)}
          </button>
        ))}
      </div>
      {/* Below the row, which keeps its height however long this is. */}
      <p className="small soft near-said" role="status">
        {said}
      </p>
    </>
  );
}

interface NearProps {
  near: string | null;
  change: FiltersProps['change'];
  onSaid: (words: string | null) => void;
}

function NearChip({ near, change, onSaid: setSaid }: NearProps) {
  const locate = () => {
    if (near) {
      setSaid(null);
      change({ near: null });
      return;
    }
    if (!navigator.geolocation) {
      setSaid('This browser cannot say where you are. Choose a city instead.');
      return;
    }
    setSaid('Asking where you are…');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setSaid(null);
        change({ near: `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}` });
      },
      () => setSaid('Your browser did not say where you are. Choose a city instead.'),
      { timeout: 8000, maximumAge: 600_000 },
    );
  };
  return (
    <button type="button" className="chip" aria-pressed={near !== null} onClick={locate}>
      <Icon name="near" />
      Near me
    </button>
  );
}

const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))].sort((a, b) => a.localeCompare(b));
