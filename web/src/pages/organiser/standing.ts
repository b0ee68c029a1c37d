import { askBytes } from '../../api/http';
import type { EventDetail, Money } from '../../api/types';
import type { SeatMap } from '../../map';
import { times } from '../../words/money';

export interface Standing {
  free: number;
  held: number;
  sold: number;
  blocked: number;
}

const HEAD_BYTES = 40;

/** Counts the states in a compact seat map (docs/reference/seat-map-format.md) without its plan. */
export function countStates(buffer: ArrayBuffer): Standing {
  const view = new DataView(buffer);
  const areas = view.getUint16(6, true);
  const seats = view.getUint32(32, true);
  const counts = [0, 0, 0, 0];
  for (let seat = 0; seat < seats; seat++) {
    const state = (view.getUint8(HEAD_BYTES + (seat >> 2)) >> ((seat & 3) * 2)) & 3;
    counts[state]!++;
  }
  let at = HEAD_BYTES + Math.ceil(Math.ceil(seats / 4) / 4) * 4;
  for (let area = 0; area < areas; area++, at += 16) {
    const [capacity, held, sold, blocked] = [0, 4, 8, 12].map((offset) => view.getUint32(at + offset, true)) as [number, number, number, number];
    counts[0]! += capacity - held - sold - blocked;
    counts[1]! += held;
    counts[2]! += sold;
    counts[3]! += blocked;
  }
  const [free, held, sold, blocked] = counts as [number, number, number, number];
  return { free, held, sold, blocked };
}

export async function standingOf(eventId: string): Promise<Standing> {
  return countStates(await askBytes(`/events/${encodeURIComponent(eventId)}/seats`, { accept: 'application/vnd.cavea.seatmap' }));
}

/** What a live map stands at, and what its sold seats come to at the event's prices. */
export function standingOnMap(map: SeatMap, event: EventDetail): Standing & { revenue: Money | null } {
  const { plan, house } = map.model;
  const counts = [0, 0, 0, 0];
  const soldByZone = new Map<number, number>();
  const sell = (zone: number, count: number) => soldByZone.set(zone, (soldByZone.get(zone) ?? 0) + count);
  for (let seat = 0; seat < plan.seatCount; seat++) {
    const state = house.states[seat]!;
    counts[state]!++;
    if (state === 2) sell(plan.zone[seat]!, 1);
  }
  plan.areas.forEach(({ zone }, index) => {
    const { held, sold, blocked } = house.areaCounts(index);
    counts[0]! += house.areaFree(index);
    counts[1]! += held;
    counts[2]! += sold;
    counts[3]! += blocked;
    sell(zone, sold);
  });
  let revenue: Money | null = null;
  for (const [index, count] of soldByZone) {
    const zone = event.zones.find(({ name }) => name === plan.zoneNames[index]) ?? event.zones[index];
    if (!zone) continue;
    const part = times(zone.total, count);
    revenue = revenue ? { ...part, amountMinor: part.amountMinor + (revenue as Money).amountMinor } : part;
  }
  const [free, held, sold, blocked] = counts as [number, number, number, number];
  return { free, held, sold, blocked, revenue };
}

export const all = (standing: Standing): number => standing.free + standing.held + standing.sold + standing.blocked;
