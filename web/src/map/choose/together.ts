import { type Plan, areNeighbours } from '../plan/plan';

/** Clears the marks of seats that are not in a run of at least `count` marked neighbours. */
export function markTogether(
  plan: Plan,
  marks: Uint8Array,
  firstSeat: number,
  endSeat: number,
  count: number,
): void {
  let runStart = firstSeat;
  for (let seat = firstSeat; seat < endSeat; seat++) {
    if (marks[seat] === 0) {
      runStart = seat + 1;
      continue;
    }
    const goesOn = areNeighbours(plan, seat) && marks[seat + 1] === 1;
    if (goesOn) continue;
    if (seat + 1 - runStart < count) marks.fill(0, runStart, seat + 1);
    runStart = seat + 1;
  }
}
