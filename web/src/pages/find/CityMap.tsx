import { useSyncExternalStore } from 'react';
import type { EventSummary } from '../../api/types';
import { Empty } from '../../parts/parts';
import { count } from '../../words/seats';
import { NARROW, WIDE, layOut } from './cityLayout';

/** Where the events are: a circle for each city, as large as it has events. No tiles, so nothing is asked of anyone else. */
export function CityMap({ events, onCity }: { events: EventSummary[]; onCity: (city: string) => void }) {
  const { cities, width, height, lines } = layOut(events, useIsPhone() ? NARROW : WIDE);
  if (cities.length === 0) {
    return (
      <Empty icon="map" title="None of these is on the map yet">
        <p>Their venues are yet to be announced. The cards and the calendar show them all.</p>
      </Empty>
    );
  }
  return (
    <div className="city-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Cities with events">
        {lines.map((line) => (
          <g key={line.d}>
            <path className="graticule" d={line.d} />
            <text className="degree" x={line.x} y={line.y}>
              {line.words}
            </text>
          </g>
        ))}
        {cities.map((city) => (
          <g
            key={city.name}
            className={city.named ? 'city' : 'city crowded'}
            role="button"
            // As the attribute is called: in SVG `tabIndex` is none.
            tabindex={0}
            onClick={() => onCity(city.name)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                onCity(city.name);
              }
            }}
          >
            <title>{`${count(city.events, 'event')} in ${city.name}`}</title>
            <circle className="halo" cx={city.x} cy={city.y} r={city.radius + 9} />
            <circle className="spot" cx={city.x} cy={city.y} r={city.radius} />
            <text aria-hidden="true" className="city-count" x={city.x} y={city.y}>
              {city.events}
            </text>
            <text aria-hidden="true" className="city-name" x={city.labelX} y={city.labelY} textAnchor={city.anchor}>
              {city.name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

const PHONE = '(max-width: 35rem)';

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(PHONE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => matchMedia(PHONE).matches,
  );
}
