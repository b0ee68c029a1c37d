import { count } from '../../words/seats';
import { relative } from '../../words/when';

export interface Sample {
  /** Epoch milliseconds. */
  at: number;
  sold: number;
  held: number;
  free: number;
}

const WIDTH = 480;
const HEIGHT = 250;
const EDGE = { left: 52, right: 66, top: 14, bottom: 30 };
const LINES = ['free', 'sold', 'held'] as const;

/** Sold, held and free since the page was opened; its title says what they say. */
export function SalesChart({ samples }: { samples: Sample[] }) {
  const first = samples[0];
  const last = samples.at(-1);
  return (
    <figure className="card padded chart">
      <figcaption>
        <h2>{first && last ? finding(first, last) : 'The sale over time'}</h2>
        <p className="small soft">Seats since you opened this page{first ? `, ${relative(new Date(first.at).toISOString())}` : ''}.</p>
      </figcaption>
      {first && last && samples.length > 1 ? <Plot samples={samples} first={first} last={last} /> : <p className="chart-wait soft">The line starts in a few seconds.</p>}
    </figure>
  );
}

function finding(first: Sample, last: Sample): string {
  const sold = last.sold - first.sold;
  if (sold > 0) return `${count(sold, 'seat')} sold since you came`;
  if (last.held > first.held) return `${count(last.held, 'seat')} being bought now`;
  return sold < 0 ? `${count(-sold, 'seat')} came back since you opened this page` : 'Quiet: no sales since you opened this page';
}

function Plot({ samples, first, last }: { samples: Sample[]; first: Sample; last: Sample }) {
  const top = niceCeiling(Math.max(...samples.map((sample) => Math.max(sample.sold, sample.held, sample.free))));
  const span = Math.max(last.at - first.at, 10_000);
  const x = (at: number) => EDGE.left + ((at - first.at) / span) * (WIDTH - EDGE.left - EDGE.right);
  const y = (seats: number) => HEIGHT - EDGE.bottom - (seats / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const path = (name: (typeof LINES)[number]) => samples.map((sample, index) => `${index ? 'L' : 'M'}${x(sample.at).toFixed(1)} ${y(sample[name]).toFixed(1)}`).join('');
  const labels = spread(LINES.map((name) => ({ name, at: y(last[name]) })));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={LINES.map((name) => `${name} ${last[name]}`).join(', ')}>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <path className="grid" d={`M${EDGE.left} ${y(top * part)}H${WIDTH - EDGE.right}`} />
          <text className="tick" x={EDGE.left - 8} y={y(top * part)} textAnchor="end" dominantBaseline="central">
            {(top * part).toLocaleString('en')}
          </text>
        </g>
      ))}
      <text className="tick" x={EDGE.left} y={HEIGHT - 8}>
        {clockOf(first.at)}
      </text>
      <text className="tick" x={WIDTH - EDGE.right} y={HEIGHT - 8} textAnchor="end">
        {clockOf(first.at + span)}
      </text>
      {LINES.map((name) => (
        <g key={name}>
          <path className={`line ${name}`} d={path(name)} />
          <circle className={`point ${name}`} cx={x(last.at)} cy={y(last[name])} r="4" />
        </g>
      ))}
      {labels.map(({ name, at }) => (
        <text key={name} className="label" x={WIDTH - EDGE.right + 10} y={at} dominantBaseline="central">
          {name} {short(last[name])}
        </text>
      ))}
    </svg>
  );
}

const clockOf = (at: number): string => new Date(at).toLocaleTimeString('en-GB');
const short = (seats: number): string => (seats >= 10_000 ? `${Math.round(seats / 1000)}k` : String(seats));

/** Labels that would cover each other move apart. */
function spread(labels: { name: (typeof LINES)[number]; at: number }[]): typeof labels {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  for (let index = 1; index < sorted.length; index++) {
    const above = sorted[index - 1]!;
    const label = sorted[index]!;
    label.at = Math.max(label.at, above.at + 16);
  }
  const over = (sorted.at(-1)?.at ?? 0) - (HEIGHT - EDGE.bottom);
  if (over > 0) for (const label of sorted) label.at -= over;
  return sorted;
}

function niceCeiling(value: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(4, value)));
  return [1, 2, 4, 5, 8, 10].map((step) => step * size).find((step) => step >= value) ?? 10 * size;
}
