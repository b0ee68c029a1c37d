import type { HouseModel } from '../model/house-model';
import type { Price } from './price';

export interface FittingSection {
  readonly free: number;
  readonly priceFrom: Price | null;
}

/** What each section has for the filter: how many seats, and the lowest price of them. */
export function fittingSections(model: HouseModel): FittingSection[] {
  const { plan, prices, fits } = model;
  return plan.sections.map(({ firstSeat, endSeat }) => {
    let free = 0;
    let priceFrom: Price | null = null;
    for (let seat = firstSeat; seat < endSeat; seat++) {
      if (fits[seat] === 0 || !model.isFree(seat)) continue;
      free++;
      const price = prices[plan.zone[seat]!]!;
      if (priceFrom === null || price.amountMinor < priceFrom.amountMinor) priceFrom = price;
    }
    return { free, priceFrom };
  });
}
