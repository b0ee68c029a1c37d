import { spokenPrice } from '../choose/price';
import { BLOCKED, FREE, HELD, SOLD, type SeatState } from '../house/seat-state';
import type { HouseModel } from '../model/house-model';
import { COMPANION, WHEELCHAIR, isAtAisle, rowOf, seatNumber, sectionOf } from '../plan/plan';
import type { MapWords } from './words';

/** The reader's language: the words and how prices are written. */
export interface Speech {
  readonly words: MapWords;
  readonly locale: string;
}

/** "Stalls, row C, seat 14". */
export function seatPlace(model: HouseModel, seat: number, { words }: Speech): string {
  const { plan } = model;
  const section = sectionOf(plan, seat).name;
  const row = words.row(rowOf(plan, seat).label);
  return `${section}, ${row}, ${words.seat(seatNumber(plan, seat))}`;
}

/** "Stalls, row C, seat 14, 45 euros, aisle, free": everything that the picture tells. */
export function seatName(model: HouseModel, seat: number, speech: Speech): string {
  const { plan } = model;
  const { words, locale } = speech;
  const price = model.prices[plan.zone[seat]!];
  const flags = plan.flags[seat]!;
  return [
    seatPlace(model, seat, speech),
    price ? spokenPrice(price, locale) : words.notOnSale,
    (flags & WHEELCHAIR) !== 0 ? words.wheelchair : '',
    (flags & COMPANION) !== 0 ? words.companion : '',
    isAtAisle(plan, seat) ? words.aisle : '',
    stateWord(model, seat, words),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export function stateWord(model: HouseModel, seat: number, words: MapWords): string {
  const ownership = model.selection.ownership(seat);
  if (ownership !== 'none') return words[ownership];
  if (model.house.version === null) return words.unknown;
  const state = model.house.states[seat] as SeatState;
  switch (state) {
    case FREE:
      return words.free;
    case HELD:
      return words.held;
    case SOLD:
      return words.sold;
    case BLOCKED:
      return words.blocked;
  }
}
