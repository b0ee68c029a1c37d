import { type Plan, areNeighbours, rowOf } from '../plan/plan';

/**
 * The single free seats that taking `picks` would newly leave between taken neighbours, the row's
 * end or an aisle: seats that nobody could then buy in company. A hint for the buyer; whether it is
 * refused is the ledger's rule. One that was single before has no neighbour to pick: all are new.
 */
export function orphansLeftBy(
  plan: Plan,
  isFree: (seat: number) => boolean,
  picks: ReadonlySet<number>,
): number[] {
  const orphans = new Set<number>();
  for (const pick of picks) {
    for (const seat of neighboursOf(plan, pick)) {
      if (!isFree(seat) || picks.has(seat)) continue;
      const isAlone = neighboursOf(plan, seat).every((each) => !isFree(each) || picks.has(each));
      if (isAlone) orphans.add(seat);
    }
  }
  return [...orphans].sort((a, b) => a - b);
}

function neighboursOf(plan: Plan, seat: number): number[] {
  const { firstSeat } = rowOf(plan, seat);
  const before = seat > firstSeat && areNeighbours(plan, seat - 1) ? [seat - 1] : [];
  const after = areNeighbours(plan, seat) ? [seat + 1] : [];
  return [...before, ...after];
}
