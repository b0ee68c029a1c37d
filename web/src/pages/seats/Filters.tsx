import { useState } from 'react';
import type { Zone } from '../../api/types';
import type { SeatFilter } from '../../map';
import { Stepper } from '../../parts/parts';
import { money } from '../../words/money';

interface FiltersProps {
  zones: (Zone | null)[];
  filter: SeatFilter;
  onFilter: (filter: SeatFilter) => void;
}

/** Greys out what does not fit. */
export function Filters({ zones, filter, onFilter }: FiltersProps) {
  const totals = [...new Set(zones.flatMap((zone) => (zone ? [zone.total.amountMinor] : [])))].sort((a, b) => a - b);
  const currency = zones.find((zone) => zone)?.total.currency ?? 'EUR';
  const words = (amountMinor: number) => money({ amountMinor, currency });
  const low = filter.minPriceMinor ?? totals[0] ?? 0;
  const high = filter.maxPriceMinor ?? totals.at(-1) ?? 0;
  const change = (part: SeatFilter, drop: (keyof SeatFilter)[] = []) => {
    const next: Record<string, unknown> = { ...filter, ...part };
    for (const name of drop) delete next[name];
    onFilter(next as SeatFilter);
  };
  const together = filter.together ?? 1;
  const active = Object.keys(filter).length > 0;
  return (
    <section className="stack tight" aria-labelledby="filters">
      <div className="row apart">
        <h2 id="filters">Show only</h2>
        {active && (
          <button type="button" className="button plain" onClick={() => onFilter({})}>
            Show all
          </button>
        )}
      </div>
      {totals.length > 1 && (
        <div className="row filter-prices">
          <PriceSelect label="From" value={low} choices={totals.filter((total) => total <= high)} words={words} onChange={(value) => (value === totals[0] ? change({}, ['minPriceMinor']) : change({ minPriceMinor: value }))} />
          <PriceSelect label="to" value={high} choices={totals.filter((total) => total >= low)} words={words} onChange={(value) => (value === totals.at(-1) ? change({}, ['maxPriceMinor']) : change({ maxPriceMinor: value }))} />
        </div>
      )}
      <div className="row apart">
        <span>Seats together</span>
        <Stepper label="Seats together" value={together} min={1} max={10} onChange={(value) => (value > 1 ? change({ together: value }) : change({}, ['together']))} />
      </div>
      <label className="check">
        <input type="checkbox" checked={filter.accessible ?? false} onChange={(event) => (event.currentTarget.checked ? change({ accessible: true }) : change({}, ['accessible']))} />
        Wheelchair and companion places
      </label>
    </section>
  );
}

interface PriceSelectProps {
  label: string;
  value: number;
  choices: number[];
  words: (amountMinor: number) => string;
  onChange: (value: number) => void;
}

function PriceSelect({ label, value, choices, words, onChange }: PriceSelectProps) {
  const [id] = useState(() => `price-${label}`);
  return (
    <span className="row">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="chip" value={String(value)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {choices.map((choice) => (
          <option key={choice} value={String(choice)}>
            {words(choice)}
          </option>
        ))}
      </select>
    </span>
  );
}
