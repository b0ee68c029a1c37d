import type { PlanDocument, Point, SectionDocument } from '../../../src/map/plan/plan-document';
import { type RowPlan, type Spot, rowLetters, section } from './house-builder';

const PITCH = 25;
const ROW_DEPTH = 30;
/** Rows curve around this point, well behind the stage. */
const CENTRE = { x: 1000, y: -700 };
const STAGE = { x: 1000, y: 60 };

/** A theatre of some 740 seats: stalls in three blocks, a circle and a balcony. */
export function theatre(): PlanDocument {
  return {
    format: 'cavea-plan/1',
    name: 'Theatre',
    size: { width: 2000, height: 1600 },
    pitch: PITCH,
    focus: { kind: 'stage', ...STAGE, width: 620, height: 130 },
    zones: ['Premium', 'Stalls', 'Side stalls', 'Circle', 'Balcony'].map((name) => ({ name })),
    sections: [
      block('STL', 'Stalls left', 940, 13, [-0.385, -0.215], (row) => (row < 8 ? 1 : 2)),
      block('STC', 'Stalls', 940, 14, [-0.185, 0.185], (row) => (row < 7 ? 0 : 1)),
      block('STR', 'Stalls right', 940, 13, [0.215, 0.385], (row) => (row < 8 ? 1 : 2)),
      block('CIR', 'Circle', 1430, 5, [-0.33, 0.33], () => 3),
      block('BAL', 'Balcony', 1640, 4, [-0.28, 0.28], () => 4),
    ],
    areas: [],
    shapes: [],
  };
}

const quality = (spot: Spot): number =>
  1000 - Math.abs(spot.y - STAGE.y - 300) * 0.5 - Math.abs(spot.x - STAGE.x) * 0.6;

function block(
  id: string,
  name: string,
  inner: number,
  rowCount: number,
  [low, high]: readonly [number, number],
  zone: (row: number) => number,
): SectionDocument {
  const rows: RowPlan[] = Array.from({ length: rowCount }, (_, row) => {
    const radius = inner + row * ROW_DEPTH;
    const length = radius * (high - low);
    const count = Math.floor(length / PITCH);
    const middle = (low + high) / 2;
    const spots = Array.from({ length: count }, (__, place) => {
      const angle = middle - ((place - (count - 1) / 2) * PITCH) / radius;
      return { x: CENTRE.x - radius * Math.sin(angle) * -1, y: CENTRE.y + radius * Math.cos(angle) };
    }).sort((a, b) => a.x - b.x);
    const isLast = row === rowCount - 1 && id === 'STC';
    return {
      label: rowLetters(row),
      zone: zone(row),
      spots,
      wheelchairs: isLast ? [0, 2] : [],
      aisles: inner > 1000 ? [Math.floor(count / 2)] : [],
    };
  });
  return section(id, name, rows, outline(inner, rowCount, low, high), quality);
}

function outline(inner: number, rowCount: number, low: number, high: number): Point[] {
  const edge = (radius: number, from: number, to: number): Point[] =>
    Array.from({ length: 9 }, (_, step) => {
      const angle = from + ((to - from) * step) / 8;
      return [CENTRE.x + radius * Math.sin(angle), CENTRE.y + radius * Math.cos(angle)];
    });
  const margin = 14 / inner;
  const outer = inner + (rowCount - 1) * ROW_DEPTH + 22;
  return [...edge(inner - 22, low - margin, high + margin), ...edge(outer, high + margin, low - margin)];
}
