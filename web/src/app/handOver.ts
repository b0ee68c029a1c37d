import { hold } from '../api/calls';
import type { Session } from '../api/session';
import { allHeld, dropHeld, keepHeld, timeLeft } from './heldSeats';
import type { HeldSeats } from './heldSeats';
import { to } from './routes';

/**
 * Seats that a guest holds belong to the guest. Who logs in with seats in hand takes them along: they are let go and taken at once by the account,
 * event by event. Gives where to go on, or null when someone was quicker with any of them.
 */
export async function handOver(guest: Session | null, next: string): Promise<string | null> {
  if (!guest || guest.role !== 'guest') return next;
  let onward: string | null = next;
  for (const held of allHeld()) {
    if (timeLeft(held) <= 0) continue;
    const there = await handOverOne(guest, held, next);
    if (there !== next) onward = there;
  }
  return onward;
}

async function handOverOne(guest: Session, held: HeldSeats, next: string): Promise<string | null> {
  const freed = await fetch(`/api/v1/holds/${encodeURIComponent(held.holdId)}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${guest.accessToken}` },
  }).catch(() => null);
  if (!freed?.ok) return next;
  const areaId = held.area?.id;
  try {
    const mine = await hold(held.eventId, areaId ? { area: areaId, quantity: held.area?.quantity ?? 1 } : { seats: held.seats.map((seat) => seat.id) });
    keepHeld({ ...held, holdId: mine.holdId, expiresAt: mine.expiresAt, extended: false, attempt: null });
    const wasHere = next.startsWith(to.checkout(held.holdId, held.eventId).split('?')[0]!);
    return wasHere ? to.checkout(mine.holdId, held.eventId) : next;
  } catch {
    dropHeld(held.holdId);
    return null;
  }
}
