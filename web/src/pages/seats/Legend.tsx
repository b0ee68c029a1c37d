import type { Zone } from '../../api/types';
import type { SeatFilter, SeatMap } from '../../map';
import { money } from '../../words/money';

interface LegendProps {
  zones: (Zone | null)[];
  map: SeatMap | null;
  filter: SeatFilter;
  onFilter: (filter: SeatFilter) => void;
}

/** What the colours mean and cost; pressing one shows that zone alone. */
export function Legend({ zones, map, filter, onFilter }: LegendProps) {
  const isOn = (index: number) => filter.zones?.includes(index) ?? false;
  const toggle = (index: number) => {
    const { zones: chosen = [], ...rest } = filter;
    const next = isOn(index) ? chosen.filter((zone) => zone !== index) : [...chosen, index];
    onFilter(next.length > 0 ? { ...rest, zones: next } : rest);
  };
  return (
    <ul className="legend" aria-label="Categories">
      {zones.map(
        (zone, index) =>
          zone && (
            <li key={zone.name}>
              <button
                type="button"
                className={`chip hue-${index % 8}`}
                aria-pressed={isOn(index)}
                onClick={() => toggle(index)}
                onMouseEnter={() => map?.setHighlight({ kind: 'zone', zone: index })}
                onMouseLeave={() => map?.setHighlight(null)}
                onFocus={() => map?.setHighlight({ kind: 'zone', zone: index })}
                onBlur={() => map?.setHighlight(null)}
              >
                <span className="dot" />
                {zone.name}
                <strong className="num">{money(zone.total)}</strong>
              </button>
            </li>
          ),
      )}
      <li className="legend-taken">
        <span className="dot" />
        Taken
      </li>
    </ul>
  );
}
