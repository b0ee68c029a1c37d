import type { Money } from '../../api/types';
import { Ghost } from '../../parts/parts';
import { money } from '../../words/money';
import { all } from './standing';
import type { Standing } from './standing';

/** The sale at a glance. */
export function Figures({ standing }: { standing: (Standing & { revenue: Money | null }) | null }) {
  const whole = standing ? all(standing) : 0;
  const share = standing && whole > 0 ? `${((100 * standing.sold) / whole).toFixed(1)} % of all seats` : '';
  const figures: [string, string, string][] = standing
    ? [
        ['Sold', standing.sold.toLocaleString('en'), share],
        ['Held', standing.held.toLocaleString('en'), 'being chosen or paid for'],
        ['Free', standing.free.toLocaleString('en'), standing.blocked > 0 ? `and ${standing.blocked.toLocaleString('en')} blocked` : `of ${whole.toLocaleString('en')}`],
        ['Revenue', standing.revenue ? money(standing.revenue) : '0', 'sold seats at today’s prices, incl. fees'],
      ]
    : [];
  return (
    <dl className="figures">
      {standing
        ? figures.map(([name, value, more]) => (
            <div key={name} className="card">
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
              <dd className="small soft">{more}</dd>
            </div>
          ))
        : ['Sold', 'Held', 'Free', 'Revenue'].map((name) => (
            <div key={name} className="card">
              <dt>{name}</dt>
              <dd>
                <Ghost width="5rem" height="1.1em" />
              </dd>
              <dd className="small soft">
                <Ghost width="7rem" />
              </dd>
            </div>
          ))}
    </dl>
  );
}
