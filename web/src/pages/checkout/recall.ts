import { event as loadEvent, showHold } from '../../api/calls';
import type { HeldSeat } from '../../api/types';
import type { HeldSeats, PriceLine } from '../../app/heldSeats';
import { plus } from '../../words/money';
import { placeWords } from '../../words/place';

/** A hold from the server alone. */
export async function recall(holdId: string): Promise<HeldSeats> {
  const hold = await showHold(holdId);
  const event = await loadEvent(hold.eventId);
  return {
    holdId,
    eventId: hold.eventId,
    eventName: hold.eventName,
    startsAt: event.startsAt,
    timeZone: event.venue.timeZone ?? null,
    venue: placeWords(event.venue),
    seats: hold.area ? [] : hold.lines,
    area: hold.area ? { id: hold.area, name: hold.lines[0]?.section ?? hold.area, quantity: hold.quantity ?? 1 } : null,
    lines: linesOf(hold.lines),
    total: hold.total,
    expiresAt: hold.expiresAt,
    extended: false,
  };
}

/** One line for each zone. */
function linesOf(places: HeldSeat[]): PriceLine[] {
  const lines = new Map<string, PriceLine>();
  for (const { zone = '', price = null, fee = null, total } of places) {
    if (!total) continue;
    const line = lines.get(zone);
    if (line) {
      line.count++;
      line.total = plus(line.total, total);
    } else {
      lines.set(zone, { words: zone, count: 1, price, fee, total });
    }
  }
  return [...lines.values()];
}
