import type { Plan } from '../../map';

/** A snapshot (docs/reference/seat-map-format.md) of a house in which nothing is taken, for a plan that is not on sale yet. */
export function allFree(plan: Plan): ArrayBuffer {
  const states = Math.ceil(Math.ceil(plan.seatCount / 4) / 4) * 4;
  const buffer = new ArrayBuffer(40 + states + plan.areas.length * 16);
  const view = new DataView(buffer);
  [0x43, 0x56, 0x53, 0x4d, 1, 1].forEach((byte, at) => view.setUint8(at, byte));
  view.setUint16(6, plan.areas.length, true);
  view.setBigUint64(16, 1n, true);
  view.setUint32(32, plan.seatCount, true);
  plan.areas.forEach((area, index) => view.setUint32(40 + states + index * 16, area.capacity, true));
  return buffer;
}
