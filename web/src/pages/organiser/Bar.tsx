import { all } from './standing';
import type { Standing } from './standing';

/** Sold, held and free as parts of one bar; the words beside it say the same. */
export function Bar({ standing }: { standing: Standing }) {
  const share = (count: number) => `${(100 * count) / Math.max(1, all(standing))}%`;
  return (
    <span className="bar" aria-hidden="true">
      <span className="bar-sold" style={{ width: share(standing.sold) }} />
      <span className="bar-held" style={{ width: share(standing.held) }} />
      <span className="bar-blocked" style={{ width: share(standing.blocked) }} />
    </span>
  );
}
