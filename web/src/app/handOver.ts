import { hold } from '../api/calls';
import type { Session } from '../api/session';
import { dropHeld, heldSeats, keepHeld } from './heldSeats';
import { to } from './routes';

/**
 * Seats that a guest holds belong to the guest. Who logs in with seats in hand takes them along: they are let go and taken at once by the account.
 * Gives where to go on, or null when someone was quicker.
 */
export async function handOver(guest: Session | null, next: string): Promise<string | null> {
  const held = heldSeats();
  if (!held || !guest || guest.role !== 'guest') return next;
  if (new Date(held.expiresAt).getTime() < Date.now()) return next;
  const freed = await fetch(`/api/v1/holds/${encodeURIComponent(held.holdId)}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${guest.accessToken}` },
  }).catch(() => null);
  if (!freed?.ok) return next;
  const areaId = held.area?.id;
  try {
    const mine = await hold(held.eventId, areaId ? { area: areaId, quantity: held.area?.quantity ?? 1 } : { seats: held.seats.map((seat) => seat.id) });
    keepHeld({ ...held, holdId: mine.holdId, expiresAt: mine.expiresAt, extended: false, attempt: null });
    return next.startsWith('/checkout/') ? to.checkout(mine.holdId, held.eventId) : next;
  } catch {
    dropHeld(held.holdId);
    return null;
  }
}
