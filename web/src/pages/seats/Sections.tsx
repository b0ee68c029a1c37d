import type { Plan, SeatMap } from '../../map';
import { money } from '../../words/money';
import { count } from '../../words/seats';

/** Every section with its lowest price and what is free; leads to it on the map. */
export function Sections({ map, plan }: { map: SeatMap; plan: Plan }) {
  if (plan.sections.length < 2) return null;
  const fly = (section: number) => {
    const { firstSeat, endSeat } = plan.sections[section]!;
    map.flyTo(Array.from({ length: endSeat - firstSeat }, (_, place) => firstSeat + place));
  };
  return (
    <section className="stack tight" aria-labelledby="sections">
      <h2 id="sections">Sections</h2>
      <ul className="sections">
        {map.list.sections().map((section) => (
          <li key={section.section}>
            <button type="button" onClick={() => fly(section.section)}>
              <span>{section.name}</span>
              <span className="small soft">{section.free > 0 ? `${count(section.free, 'seat')} free` : 'sold out'}</span>
              <span className="num strong">{section.priceFrom ? `from ${money(section.priceFrom)}` : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
