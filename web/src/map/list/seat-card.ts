import type { Price } from '../choose/price';
import type { Ownership } from '../choose/selection';
import type { SeatState } from '../house/seat-state';
import type { HouseModel } from '../model/house-model';
import { COMPANION, WHEELCHAIR, isAtAisle, rowOf, seatId, seatNumber, sectionOf } from '../plan/plan';
import { type Speech, seatName } from './seat-name';

/** Everything a page shows of one seat. */
export interface SeatCard {
  readonly seat: number;
  readonly id: string;
  readonly section: string;
  readonly row: string;
  readonly number: string;
  readonly zone: number;
  readonly zoneName: string;
  readonly price: Price | null;
  /** View quality, 0 to 1000. */
  readonly quality: number;
  readonly isWheelchair: boolean;
  readonly isCompanion: boolean;
  readonly isAtAisle: boolean;
  readonly state: SeatState;
  readonly ownership: Ownership;
  readonly isPickable: boolean;
  /** "Stalls, row C, seat 14, 45 euros, aisle, free". */
  readonly name: string;
}

export function seatCard(model: HouseModel, seat: number, speech: Speech): SeatCard {
  const { plan } = model;
  const zone = plan.zone[seat]!;
  return {
    seat,
    id: seatId(plan, seat),
    section: sectionOf(plan, seat).name,
    row: rowOf(plan, seat).label,
    number: seatNumber(plan, seat),
    zone,
    zoneName: plan.zoneNames[zone] ?? '',
    price: model.prices[zone] ?? null,
    quality: plan.quality[seat]!,
    isWheelchair: (plan.flags[seat]! & WHEELCHAIR) !== 0,
    isCompanion: (plan.flags[seat]! & COMPANION) !== 0,
    isAtAisle: isAtAisle(plan, seat),
    state: model.house.states[seat] as SeatState,
    ownership: model.selection.ownership(seat),
    isPickable: model.isPickable(seat),
    name: seatName(model, seat, speech),
  };
}
