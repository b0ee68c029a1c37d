import type { PlanDocument, Point, SectionDocument } from '../../../src/map/plan/plan-document';
import { type RowPlan, type Spot, section } from './house-builder';

const PITCH = 10;
const ROW_DEPTH = 12;
const GANGWAY = 34;
const AISLE = 16;
const FIRST_ROW = 20;

interface Bowl {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly corner: number;
}

/** A stretch of the ring: a straight side, or part of a round corner. */
interface Stretch {
  readonly side: 'north' | 'east' | 'south' | 'west' | 'corner';
  /** The place at share 0 to 1 of the stretch, that far out from the ring's inner edge. */
  readonly at: (share: number, out: number) => Spot;
  readonly length: (out: number) => number;
}

/** A bowl of three tiers around a field, with about that many seats. */
export function stadium(seats: number): PlanDocument {
  const scale = Math.sqrt(seats / 80_000);
  const bowl = { halfWidth: 1330 * scale, halfHeight: 900 * scale, corner: 330 * scale };
  const depth = Math.round(80 * scale);
  // The fewest rows that seat so many: the ring's length sets how many seats a row has.
  let rows = Math.round(depth * 0.7);
  while (seatsOf(bowl, rows) < seats) rows++;
  return build(bowl, rows);
}

function seatsOf(bowl: Bowl, rowCount: number): number {
  const ring = stretches(bowl, { x: 0, y: 0 });
  let count = 0;
  let out = FIRST_ROW;
  for (const rows of tiersOf(rowCount)) {
    for (let row = 0; row < rows; row++) {
      for (const stretch of ring) count += seatsInRow(stretch, out + (row + 0.5) * ROW_DEPTH);
    }
    out += rows * ROW_DEPTH + GANGWAY;
  }
  return count;
}

function tiersOf(rowCount: number): number[] {
  return [0.34, 0.3, 0.36].map((share) => Math.max(1, Math.round(rowCount * share)));
}

function seatsInRow(stretch: Stretch, out: number): number {
  return Math.max(1, Math.floor((stretch.length(out) - AISLE) / PITCH));
}

function build(bowl: Bowl, rowCount: number): PlanDocument {
  const tiers = tiersOf(rowCount);
  const outermost = rowCount * ROW_DEPTH + GANGWAY * (tiers.length + 1) + 30;
  const centre = { x: bowl.halfWidth + outermost, y: bowl.halfHeight + outermost };
  const sections: SectionDocument[] = [];
  let out = FIRST_ROW;
  tiers.forEach((rows, tier) => {
    stretches(bowl, centre).forEach((stretch, index) => {
      sections.push(block(stretch, tier, index, rows, out, bowl, centre));
    });
    out += rows * ROW_DEPTH + GANGWAY;
  });
  return {
    format: 'cavea-plan/1',
    name: 'Stadium',
    size: { width: centre.x * 2, height: centre.y * 2 },
    pitch: PITCH,
    focus: { kind: 'field', ...centre, width: bowl.halfWidth * 1.86, height: bowl.halfHeight * 1.84 },
    zones: ['Main stand', 'Lower sides', 'Lower ends', 'Middle sides', 'Middle ends', 'Upper'].map((name) => ({
      name,
    })),
    sections,
    areas: [],
    shapes: [],
  };
}

function stretches(bowl: Bowl, centre: Spot): Stretch[] {
  const { halfWidth, halfHeight, corner } = bowl;
  const straightX = halfWidth - corner;
  const straightY = halfHeight - corner;
  const acrossX = Math.max(3, Math.round((straightX * 2) / 230));
  const acrossY = Math.max(3, Math.round((straightY * 2) / 230));
  const straight = (side: Stretch['side'], count: number, half: number, at: Place): Stretch[] =>
    Array.from({ length: count }, (_, index) => {
      const from = -half + (index * 2 * half) / count;
      const length = (2 * half) / count;
      return { side, length: () => length, at: (share, out) => at(from + share * length, out) };
    });
  const round = (x: number, y: number, start: number): Stretch[] =>
    Array.from({ length: 4 }, (_, index) => {
      const from = start + (index * Math.PI) / 8;
      return {
        side: 'corner' as const,
        length: (out: number) => ((corner + out) * Math.PI) / 8,
        at: (share: number, out: number) => {
          const angle = from + (share * Math.PI) / 8;
          return {
            x: centre.x + x * straightX + (corner + out) * Math.cos(angle),
            y: centre.y + y * straightY + (corner + out) * Math.sin(angle),
          };
        },
      };
    });
  return [
    ...straight('north', acrossX, straightX, (s, out) => ({ x: centre.x + s, y: centre.y - halfHeight - out })),
    ...round(1, -1, -Math.PI / 2),
    ...straight('east', acrossY, straightY, (s, out) => ({ x: centre.x + halfWidth + out, y: centre.y + s })),
    ...round(1, 1, 0),
    ...straight('south', acrossX, straightX, (s, out) => ({ x: centre.x - s, y: centre.y + halfHeight + out })),
    ...round(-1, 1, Math.PI / 2),
    ...straight('west', acrossY, straightY, (s, out) => ({ x: centre.x - halfWidth - out, y: centre.y - s })),
    ...round(-1, -1, Math.PI),
  ];
}

type Place = (along: number, out: number) => Spot;

function block(
  stretch: Stretch,
  tier: number,
  index: number,
  rowCount: number,
  firstOut: number,
  bowl: Bowl,
  centre: Spot,
): SectionDocument {
  const zone = zoneOf(tier, stretch.side);
  const rows: RowPlan[] = Array.from({ length: rowCount }, (_, row) => {
    const out = firstOut + (row + 0.5) * ROW_DEPTH;
    const length = stretch.length(out) - AISLE;
    const count = seatsInRow(stretch, out);
    const spots = Array.from({ length: count }, (__, place) =>
      stretch.at((AISLE / 2 + (place + 0.5) * (length / count)) / (length + AISLE), out),
    );
    const isWheelchairRow = row === rowCount - 1 && index % 5 === 0 && tier === 0;
    return { label: String(row + 1), spots, zone, wheelchairs: isWheelchairRow ? [1, 4, 7] : [] };
  });
  const name = String((tier + 1) * 100 + index + 1);
  const reach = Math.hypot(bowl.halfWidth, bowl.halfHeight) * 2.4;
  const quality = (spot: Spot): number =>
    1000 - (850 * Math.hypot(spot.x - centre.x, (spot.y - centre.y) * 1.2)) / reach - tier * 40;
  return section(name, name, rows, outlineOf(stretch, firstOut, rowCount * ROW_DEPTH), quality);
}

function outlineOf(stretch: Stretch, out: number, depth: number): Point[] {
  const edge = (distance: number, shares: readonly number[]): Point[] => {
    const gap = 5 / stretch.length(distance);
    return shares.map((share) => {
      const { x, y } = stretch.at(gap + share * (1 - 2 * gap), distance);
      return [x, y];
    });
  };
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return [...edge(out - 5, steps), ...edge(out + depth + 5, [...steps].reverse())];
}

function zoneOf(tier: number, side: Stretch['side']): number {
  if (tier === 2) return 5;
  const isLong = side === 'north' || side === 'south';
  if (tier === 1) return isLong ? 3 : 4;
  if (side === 'north') return 0;
  return isLong ? 1 : 2;
}
