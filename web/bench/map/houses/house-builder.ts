import type { PlanDocument, Point, SectionDocument } from '../../../src/map/plan/plan-document';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface RowPlan {
  readonly label: string;
  readonly spots: readonly Spot[];
  readonly zone: number;
  /** Places within the row that are for wheelchairs. */
  readonly wheelchairs?: readonly number[];
  /** Places within the row that have an aisle before them. */
  readonly aisles?: readonly number[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A section of the given rows; quality falls with the distance from the focus. */
export function section(
  id: string,
  name: string,
  rows: readonly RowPlan[],
  outline: readonly Point[],
  quality: (spot: Spot) => number,
): SectionDocument {
  return {
    id,
    name,
    outline: outline.map(([x, y]) => [round(x), round(y)]),
    rows: rows.map(({ label, spots, zone, wheelchairs = [], aisles = [] }) => ({
      label,
      numbers: spots.map((_, place) => String(place + 1)),
      x: spots.map(({ x }) => round(x)),
      y: spots.map(({ y }) => round(y)),
      zones: zone,
      flags: spots.map((_, place) => flagsOf(place, wheelchairs, aisles)),
      quality: spots.map((spot) => Math.round(Math.max(0, Math.min(1000, quality(spot))))),
    })),
  };
}

function flagsOf(place: number, wheelchairs: readonly number[], aisles: readonly number[]): number {
  const wheelchair = wheelchairs.includes(place) ? 1 : 0;
  const companion = wheelchairs.includes(place - 1) && wheelchair === 0 ? 2 : 0;
  return wheelchair | companion | (aisles.includes(place) ? 4 : 0);
}

export function countSeats(plan: PlanDocument): number {
  return plan.sections.reduce(
    (sum, { rows }) => sum + rows.reduce((inRows, { numbers }) => inRows + numbers.length, 0),
    0,
  );
}

/** A, B, … Z, AA, AB, … */
export function rowLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : rowLetters(Math.floor(index / 26) - 1) + last;
}
