import { useEffect, useRef, useState } from 'react';
import type { Zone } from '../../api/types';
import type { Plan, SeatMap } from '../../map';
import { Stepper } from '../../parts/parts';
import { money, times } from '../../words/money';
import { count } from '../../words/seats';
import type { Holding } from './holding';

interface AreasProps {
  plan: Plan;
  zones: (Zone | null)[];
  map: SeatMap;
  /** The area that was tapped on the map. */
  chosen: string | null;
  holding: Holding;
  canBuy: boolean;
  limit: number;
}

/** Places without numbers: how many, not which. */
export function Areas(props: AreasProps) {
  return (
    <section className="stack tight" aria-labelledby="areas">
      <h2 id="areas">Standing and free seating</h2>
      {props.plan.areas.map((area, index) => (
        <AreaLine key={area.id} {...props} index={index} />
      ))}
    </section>
  );
}

function AreaLine({ plan, zones, map, chosen, holding, canBuy, limit, index }: AreasProps & { index: number }) {
  const [quantity, setQuantity] = useState(1);
  const line = useRef<HTMLDivElement>(null);
  const area = plan.areas[index]!;
  const free = map.model.house.areaFree(index);
  const zone = zones[area.zone];
  useEffect(() => {
    if (chosen === area.id) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, area.id]);
  return (
    <div ref={line} className={`area-line hue-${area.zone % 8} ${chosen === area.id ? 'chosen' : ''}`}>
      <p className="row apart">
        <span className="row">
          <span className="dot" />
          <strong>{area.name}</strong>
        </span>
        {zone && <span className="price">{money(zone.total)}</span>}
      </p>
      <p className="small soft">{free > 0 ? `${count(free, 'place')} free` : 'No places free'}</p>
      {canBuy && zone && free > 0 && (
        <div className="row apart">
          <Stepper label={`Places in ${area.name}`} value={quantity} min={1} max={Math.min(limit, free)} onChange={setQuantity} />
          <button type="button" className="button" aria-disabled={holding.busy} onClick={() => void holding.holdPlaces(area.id, quantity)}>
            Hold for {money(times(zone.total, quantity))}
          </button>
        </div>
      )}
    </div>
  );
}
