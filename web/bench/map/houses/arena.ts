import type { PlanDocument, Point, SectionDocument } from '../../../src/map/plan/plan-document';
import { type RowPlan, type Spot, rowLetters, section } from './house-builder';

const PITCH = 10;
const ROW_DEPTH = 12;
const CENTRE = { x: 1500, y: 1150 };
const STAGE = { x: 1500, y: 560 };

/** A concert in an arena of some 20,000: stage at the head, seated floor, a pit, two tiers around. */
export function arena(): PlanDocument {
  return {
    format: 'cavea-plan/1',
    name: 'Arena',
    size: { width: 3000, height: 2400 },
    pitch: PITCH,
    focus: { kind: 'stage', ...STAGE, width: 560, height: 150 },
    zones: ['Floor front', 'Floor', 'Lower sides', 'Lower', 'Upper sides', 'Upper', 'Pit'].map((name) => ({ name })),
    sections: [...floor(), ...tier(0, 430, 24), ...tier(1, 430 + 24 * ROW_DEPTH + 40, 26)],
    areas: [
      {
        id: 'PIT',
        name: 'Standing',
        capacity: 900,
        zone: 6,
        outline: [[1250, 665], [1750, 665], [1750, 795], [1250, 795]],
      },
    ],
    shapes: [],
  };
}

const quality = (spot: Spot): number =>
  1000 - Math.hypot((spot.x - STAGE.x) * 0.8, spot.y - STAGE.y) * 0.55;

function floor(): SectionDocument[] {
  return [0, 1, 2, 3, 4, 5].map((index) => {
    const left = CENTRE.x - 345 + (index % 3) * 235;
    const top = index < 3 ? 840 : 1130;
    const rows: RowPlan[] = Array.from({ length: 21 }, (_, row) => ({
      label: String(row + 1),
      zone: index < 3 ? 0 : 1,
      spots: Array.from({ length: 22 }, (__, place) => ({ x: left + place * PITCH, y: top + row * ROW_DEPTH })),
    }));
    const [right, bottom] = [left + 21 * PITCH + 9, top + 20 * ROW_DEPTH + 9];
    const outline: Point[] = [[left - 9, top - 9], [right, top - 9], [right, bottom], [left - 9, bottom]];
    const name = `Floor ${'ABCDEF'[index]}`;
    return section(`F${'ABCDEF'[index]}`, name, rows, outline, quality);
  });
}

/** A ring open behind the stage: long sides, round end. */
function tier(level: number, inner: number, rowCount: number): SectionDocument[] {
  const blocks = level === 0 ? 22 : 28;
  const [from, to] = [-Math.PI * 0.3, Math.PI * 1.3];
  const step = (to - from) / blocks;
  return Array.from({ length: blocks }, (_, index) => {
    const start = from + index * step;
    const isSide = index < blocks * 0.28 || index >= blocks * 0.72;
    const zone = (level === 0 ? 2 : 4) + (isSide ? 0 : 1);
    const rows: RowPlan[] = Array.from({ length: rowCount }, (__, row) => {
      const radius = inner + (row + 0.5) * ROW_DEPTH;
      const length = radius * 1.12 * step - 18;
      const count = Math.floor(length / PITCH);
      const spots = Array.from({ length: count }, (___, place) =>
        onRing(radius, start + step * ((9 + (place + 0.5) * (length / count)) / (length + 18))),
      );
      const isLast = row === rowCount - 1 && index % 4 === 1 && level === 0;
      return { label: rowLetters(row), zone, spots, wheelchairs: isLast ? [2, 5] : [] };
    });
    const name = String((level + 1) * 100 + index + 1);
    return section(name, name, rows, outline(inner, rowCount * ROW_DEPTH, start, step), quality);
  });
}

function onRing(radius: number, angle: number): Spot {
  return { x: CENTRE.x + radius * 1.2 * Math.cos(angle), y: CENTRE.y + radius * 1.02 * Math.sin(angle) };
}

function outline(inner: number, depth: number, start: number, step: number): Point[] {
  const gap = 5 / inner;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const edge = (radius: number, shares: readonly number[]): Point[] =>
    shares.map((share) => {
      const { x, y } = onRing(radius, start + gap + share * (step - 2 * gap));
      return [x, y];
    });
  return [...edge(inner - 4, steps), ...edge(inner + depth + 4, [...steps].reverse())];
}
