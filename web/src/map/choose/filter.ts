import { FREE } from '../house/seat-state';
import { type Plan, COMPANION, WHEELCHAIR } from '../plan/plan';
import type { ZonePrices } from './price';
import { markTogether } from './together';

/** What a fan looks for. A member that is left out lets everything through. */
export interface SeatFilter {
  readonly minPriceMinor?: number;
  readonly maxPriceMinor?: number;
  readonly zones?: readonly number[];
  /** This many seats side by side. */
  readonly together?: number;
  /** Wheelchair places and the companions' seats beside them. */
  readonly accessible?: boolean;
}

export const NO_FILTER: SeatFilter = {};

/** Whether the filter lets every seat through. */
export function isOpen(filter: SeatFilter): boolean {
  return (
    filter.minPriceMinor === undefined &&
    filter.maxPriceMinor === undefined &&
    filter.zones === undefined &&
    (filter.together ?? 1) <= 1 &&
    !filter.accessible
  );
}

/** Which zones the filter lets through; one without a price is not on sale and never is. */
export function fittingZones(filter: SeatFilter, prices: ZonePrices, zoneCount: number): boolean[] {
  return Array.from({ length: zoneCount }, (_, zone) => {
    if (filter.zones && !filter.zones.includes(zone)) return false;
    const amount = prices[zone]?.amountMinor;
    if (amount === undefined) return false;
    return amount >= (filter.minPriceMinor ?? 0) && amount <= (filter.maxPriceMinor ?? Infinity);
  });
}

export interface FilterInput {
  readonly plan: Plan;
  readonly states: Uint8Array;
  readonly prices: ZonePrices;
  /** Seats that are the reader's own; they count as free for "together". */
  readonly isOwn: (seat: number) => boolean;
}

/**
 * Marks in `fits` which seats of the rows `firstRow` up to `endRow` are free and fit. Row by row,
 * because "together" looks along a row: after a delta only its rows are marked anew.
 */
export function markFitting(
  filter: SeatFilter,
  input: FilterInput,
  fits: Uint8Array,
  firstRow: number,
  endRow: number,
): void {
  const { plan, states, isOwn } = input;
  const zones = fittingZones(filter, input.prices, plan.zoneNames.length);
  const together = filter.together ?? 1;
  for (let index = firstRow; index < endRow; index++) {
    const { firstSeat, endSeat } = plan.rows[index]!;
    for (let seat = firstSeat; seat < endSeat; seat++) {
      const isWanted = zones[plan.zone[seat]!]! && (!filter.accessible || isAccessible(plan, seat));
      const isTakeable = states[seat] === FREE || isOwn(seat);
      fits[seat] = isWanted && isTakeable ? 1 : 0;
    }
    if (together > 1) markTogether(plan, fits, firstSeat, endSeat, together);
  }
}

function isAccessible(plan: Plan, seat: number): boolean {
  return (plan.flags[seat]! & (WHEELCHAIR | COMPANION)) !== 0;
}
