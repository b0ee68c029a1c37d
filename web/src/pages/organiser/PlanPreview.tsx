import { useEffect, useRef } from 'react';
import { createSeatMap } from '../../map';
import type { Plan } from '../../map';
import { Notice } from '../../parts/parts';
import { LOCALE } from '../../words/locale';
import { planWarning } from '../../words/plan';
import { count } from '../../words/seats';
import type { PlanMade } from '../../api/calls';
import { allFree } from './allFree';

/** The house as fans will see it, every seat free. */
export function PlanPreview({ plan, warnings }: { plan: Plan; warnings: NonNullable<PlanMade['warnings']> }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const prices = plan.zoneNames.map(() => ({ amountMinor: 0, currency: 'EUR' }));
    const map = createSeatMap(host.current, { plan, prices, isReadOnly: true, locale: LOCALE, words: { from: () => '' } });
    map.applySnapshot(allFree(plan));
    return () => map.destroy();
  }, [plan]);
  const places = plan.areas.reduce((sum, area) => sum + area.capacity, 0);
  return (
    <div className="stack">
      <div className="card preview">
        <div className="preview-map" ref={host} />
        <div className="preview-foot">
          <strong>{plan.name}</strong>
          <span className="soft">
            {count(plan.seatCount, 'seat')}, {count(plan.rows.length, 'row')}, {count(plan.sections.length, 'section')}
            {places > 0 && `, ${count(places, 'standing place')}`}
          </span>
        </div>
      </div>
      {warnings.length > 0 && (
        <Notice tone="warn" title="We read the plan. Please check this before you sell:">
          <ul className="faults">
            {warnings.map((warning) => (
              <li key={warning.code + warning.message}>
                {planWarning(warning)} {warning.examples && warning.examples.length > 0 && <span className="soft">For example {warning.examples.slice(0, 3).join(', ')}.</span>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
