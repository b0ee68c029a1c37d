import type { Plan } from './plan';

/** Steps of a quarter turn; a square looks the same after one. */
export const ANGLE_STEPS = 8;

/** How each seat is turned along its row, in steps; the neighbours in the row tell. */
export function seatAngles(plan: Plan): Uint8Array {
  const angles = new Uint8Array(plan.seatCount);
  for (const { firstSeat, endSeat } of plan.rows) {
    for (let seat = firstSeat; seat < endSeat; seat++) {
      const before = Math.max(firstSeat, seat - 1);
      const after = Math.min(endSeat - 1, seat + 1);
      const dx = plan.x[after]! - plan.x[before]!;
      const dy = plan.y[after]! - plan.y[before]!;
      const turns = (Math.atan2(dy, dx) / (Math.PI / 2)) * ANGLE_STEPS;
      angles[seat] = ((Math.round(turns) % ANGLE_STEPS) + ANGLE_STEPS) % ANGLE_STEPS;
    }
  }
  return angles;
}
