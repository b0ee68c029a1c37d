import type { FocusDocument, ShapeDocument } from './plan-document';
import type { Rect } from '../view/rect';

/** Bits of a seat's flags. */
export const WHEELCHAIR = 1;
export const COMPANION = 2;
/** Between this seat and the one before it in the row runs an aisle: they are not neighbours. */
export const AISLE_BEFORE = 4;

/**
 * A house in columns, one entry a seat, in plan order. A seat's index here is its name everywhere
 * in the map, as it is in the live messages; ids are only for the edge.
 */
export interface Plan {
  readonly name: string;
  readonly pitch: number;
  readonly bounds: Rect;
  readonly focus: FocusDocument | null;
  readonly zoneNames: readonly string[];
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  readonly areas: readonly Area[];
  readonly shapes: readonly ShapeDocument[];
  readonly seatCount: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly zone: Uint8Array;
  readonly flags: Uint8Array;
  readonly quality: Uint16Array;
  readonly row: Uint32Array;
  readonly section: Uint16Array;
}

/** Rows `firstRow` up to, not including, `endRow`; seats likewise. */
export interface Section {
  readonly id: string;
  readonly name: string;
  /** x, y, x, y, …; empty when the plan gives no outline. */
  readonly outline: Float32Array;
  readonly bounds: Rect;
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstSeat: number;
  readonly endSeat: number;
}

export interface Row {
  readonly label: string;
  readonly section: number;
  readonly firstSeat: number;
  readonly endSeat: number;
  readonly numbers: readonly string[];
  readonly ids: readonly string[] | null;
}

export interface Area {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly zone: number;
  readonly outline: Float32Array;
  readonly bounds: Rect;
}

export function rowOf(plan: Plan, seat: number): Row {
  return plan.rows[plan.row[seat]!]!;
}

export function sectionOf(plan: Plan, seat: number): Section {
  return plan.sections[plan.section[seat]!]!;
}

export function seatNumber(plan: Plan, seat: number): string {
  const row = rowOf(plan, seat);
  return row.numbers[seat - row.firstSeat]!;
}

export function seatId(plan: Plan, seat: number): string {
  const row = rowOf(plan, seat);
  const own = row.ids?.[seat - row.firstSeat];
  return own ?? `${sectionOf(plan, seat).id}-${row.label}-${seatNumber(plan, seat)}`;
}

/** Whether `seat` and the seat after it in plan order sit side by side. */
export function areNeighbours(plan: Plan, seat: number): boolean {
  const next = seat + 1;
  return (
    next < plan.seatCount &&
    plan.row[next] === plan.row[seat] &&
    (plan.flags[next]! & AISLE_BEFORE) === 0
  );
}

/** Whether an aisle, or the row's end, is at either side of the seat. */
export function isAtAisle(plan: Plan, seat: number): boolean {
  return !areNeighbours(plan, seat) || seat === 0 || !areNeighbours(plan, seat - 1);
}
