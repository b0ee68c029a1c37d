import './poster.css';

/**
 * A picture for an event, drawn from its id and category, so that every event has one and none is downloaded: a house seen from above,
 * its stage lit, a few seats in gold.
 */
export function Poster({ id, category, large = false }: { id: string; category?: string | null | undefined; large?: boolean }) {
  const random = numbers(id);
  const hue = Math.floor(random() * 8);
  const kind = motif(category, random());
  const width = large ? 840 : 320;
  return (
    <svg className={`poster hue-${hue} tilt-${Math.floor(random() * 3)}`} viewBox={`0 0 ${width} 200`} preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect className="night" width={width} height="200" />
      <ellipse className="glow" cx={width / 2} cy={kind === 'bowl' ? 100 : 190} rx="190" ry="120" />
      {kind === 'fan' && <Fan random={random} width={width} />}
      {kind === 'bowl' && <Bowl random={random} width={width} />}
      {kind === 'waves' && <Waves random={random} width={width} />}
    </svg>
  );
}

type Motif = 'fan' | 'bowl' | 'waves';

function motif(category: string | null | undefined, chance: number): Motif {
  const word = (category ?? '').toLowerCase();
  if (/sport|football|hockey|basket|match/.test(word)) return 'bowl';
  if (/music|concert|festival|rock|pop|jazz|electro/.test(word)) return 'waves';
  if (/theat|opera|ballet|dance|classic|comedy|musical/.test(word)) return 'fan';
  return chance < 0.34 ? 'fan' : chance < 0.67 ? 'bowl' : 'waves';
}

type Random = () => number;

interface Drawing {
  random: Random;
  width: number;
}

function Fan({ random, width }: Drawing) {
  const rows = [];
  const first = 34 + random() * 14;
  const step = 15 + random() * 4;
  for (let row = 0; row < width / 29; row++) {
    const radius = first + row * step;
    const seats = Math.floor((Math.PI * radius) / 13.5);
    for (let seat = 0; seat <= seats; seat++) {
      const angle = Math.PI + (Math.PI * seat) / seats;
      const aisle = Math.abs((seat / seats) * 4 - Math.round((seat / seats) * 4)) < 0.1 && row > 1;
      if (aisle) continue;
      const x = width / 2 + Math.cos(angle) * radius * 1.12;
      const y = 196 + Math.sin(angle) * radius;
      if (x < -6 || x > width + 6 || y < -6) continue;
      const lit = random() < 0.05;
      rows.push(<circle className={lit ? 'lit' : 'seat'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={lit ? 4.4 : 3.5} opacity={lit ? 1 : Math.max(0.25, 0.95 - row * 0.06).toFixed(2)} />);
    }
  }
  return (
    <>
      {rows}
      <path className="stage" d={`M${width / 2 - 28} 200a28 26 0 0 1 56 0z`} />
    </>
  );
}

function Bowl({ random, width }: Drawing) {
  const rings = [];
  for (let ring = 0; ring < width / 35; ring++) {
    const rx = 74 + ring * 15;
    const ry = 40 + ring * 12.5;
    const seats = Math.floor((Math.PI * (rx + ry)) / 12.5);
    for (let seat = 0; seat < seats; seat++) {
      if (seat % Math.round(seats / 12) === 0) continue;
      const angle = (2 * Math.PI * seat) / seats;
      const x = width / 2 + Math.cos(angle) * rx;
      const y = 100 + Math.sin(angle) * ry;
      if (x < -6 || x > width + 6 || y < -6 || y > 206) continue;
      const lit = random() < 0.04;
      rings.push(<circle className={lit ? 'lit' : 'seat'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={lit ? 4 : 3.1} opacity={lit ? 1 : Math.max(0.25, 0.95 - ring * 0.06).toFixed(2)} />);
    }
  }
  return (
    <>
      {rings}
      <rect className="stage" x={width / 2 - 48} y="76" width="96" height="48" rx="8" />
      <path className="mark" d={`M${width / 2} 76v48m0-34a10 10 0 0 1 0 20 10 10 0 0 1 0-20`} />
    </>
  );
}

function Waves({ random, width }: Drawing) {
  const bars = [];
  const phase = random() * 6;
  const spread = 1.6 + random() * 1.6;
  for (let column = 0; column < width / 10; column++) {
    const at = column / (width / 10 - 1);
    const swell = Math.sin(at * Math.PI) ** 0.8;
    const height = 3 + Math.round(9 * swell * (0.45 + 0.55 * Math.abs(Math.sin(phase + at * spread * 4)) ** 1.2));
    for (let seat = 0; seat < height; seat++) {
      const lit = seat === height - 1 && random() < 0.3;
      bars.push(<circle className={lit ? 'lit' : 'seat'} cx={(5 + column * 10).toFixed(1)} cy={(194 - seat * 13).toFixed(1)} r={lit ? 4.2 : 3.6} opacity={lit ? 1 : (0.4 + (0.6 * (seat + 1)) / height).toFixed(2)} />);
    }
  }
  return <>{bars}</>;
}

/** The same numbers for the same text, evenly between 0 and 1. */
function numbers(text: string): Random {
  let state = 2166136261;
  for (const char of text) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519);
    state = Math.imul(state ^ (state >>> 13), 3266489917);
    state ^= state >>> 16;
    return (state >>> 0) / 4294967296;
  };
}
