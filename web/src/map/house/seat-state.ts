/** A seat's state, as two bits in the live messages. */
export const FREE = 0;
export const HELD = 1;
export const SOLD = 2;
export const BLOCKED = 3;

export type SeatState = typeof FREE | typeof HELD | typeof SOLD | typeof BLOCKED;
