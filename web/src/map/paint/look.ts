import { BLOCKED, FREE, HELD, SOLD, type SeatState } from '../house/seat-state';
import type { HouseModel } from '../model/house-model';
import { WHEELCHAIR } from '../plan/plan';

/** What a seat is for the eye. */
export const UNKNOWN_SEAT = 0;
export const FREE_SEAT = 1;
/** Free, but the filter or the sale leaves it out. */
export const UNFIT_SEAT = 2;
export const HELD_SEAT = 3;
export const SOLD_SEAT = 4;
export const BLOCKED_SEAT = 5;
export const PICKED_SEAT = 6;
export const PENDING_SEAT = 7;
export const MINE_SEAT = 8;

export type SeatKind =
  | typeof UNKNOWN_SEAT
  | typeof FREE_SEAT
  | typeof UNFIT_SEAT
  | typeof HELD_SEAT
  | typeof SOLD_SEAT
  | typeof BLOCKED_SEAT
  | typeof PICKED_SEAT
  | typeof PENDING_SEAT
  | typeof MINE_SEAT;

/**
 * How a seat is drawn, in one number, so that 200,000 of them are a small array and index the table
 * of sprites: kind in bits 0–3, wheelchair place 4, hue 5–7, dimmed 8.
 */
export type Look = number;

export const HUES = 8;
export const LOOKS = 512;
export const DIMMED = 256;

export function lookOf(model: HouseModel, seat: number): Look {
  const { plan } = model;
  const wheelchair = (plan.flags[seat]! & WHEELCHAIR) !== 0 ? 16 : 0;
  return kindOfSeat(model, seat) | wheelchair | (plan.zone[seat]! % HUES << 5);
}

export const kindOf = (look: Look): SeatKind => (look & 15) as SeatKind;
export const isWheelchair = (look: Look): boolean => (look & 16) !== 0;
export const hueOf = (look: Look): number => (look >> 5) & 7;
export const isDimmed = (look: Look): boolean => (look & DIMMED) !== 0;

function kindOfSeat(model: HouseModel, seat: number): SeatKind {
  const ownership = model.selection.ownership(seat);
  if (ownership === 'mine') return MINE_SEAT;
  if (ownership === 'pending') return PENDING_SEAT;
  if (ownership === 'picked') return PICKED_SEAT;
  if (model.house.version === null) return UNKNOWN_SEAT;
  const state = model.house.states[seat] as SeatState;
  switch (state) {
    case FREE:
      return model.fits[seat] === 1 ? FREE_SEAT : UNFIT_SEAT;
    case HELD:
      return HELD_SEAT;
    case SOLD:
      return SOLD_SEAT;
    case BLOCKED:
      return BLOCKED_SEAT;
  }
}
