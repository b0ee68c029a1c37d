import { useState } from 'react';
import type { Zone } from '../../api/types';
import { Icon } from '../../parts/Icon';
import { Stepper } from '../../parts/parts';
import { money } from '../../words/money';
import type { Holding } from './holding';

export function BestAvailable({ zones, limit, holding }: { zones: (Zone | null)[]; limit: number; holding: Holding }) {
  const [count, setCount] = useState(2);
  const [zone, setZone] = useState('');
  const [accessible, setAccessible] = useState(false);
  const find = () =>
    holding.holdBest({ count, ...(zone ? { zone } : {}), ...(accessible ? { accessible } : {}) });
  return (
    <section className="stack tight best" aria-labelledby="best">
      <h2 id="best">Best seats together</h2>
      <div className="row">
        <Stepper label="How many seats" value={count} min={1} max={limit} onChange={setCount} />
        <select className="chip" aria-label="Category" value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
          <option value="">Any price</option>
          {zones.map((each) =>
            each ? (
              <option key={each.index} value={each.name}>
                {each.name}, {money(each.total)}
              </option>
            ) : null,
          )}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" checked={accessible} onChange={(event) => setAccessible(event.currentTarget.checked)} />
        With a wheelchair place
      </label>
      <button type="button" className="button wide" aria-disabled={holding.busy} onClick={() => void find()}>
        <Icon name="star" />
        {holding.busy ? 'Looking…' : 'Find and hold them'}
      </button>
    </section>
  );
}
