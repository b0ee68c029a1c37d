import { booking as askBooking, event as askEvent, ticketPicture, tickets as askTickets } from '../../api/calls';
import { Problem } from '../../api/problem';
import { isGuest, session } from '../../api/session';
import type { Booking, Ticket } from '../../api/types';
import { keyOf, withKey } from './keys';

/**
 * Tickets as this browser has seen them. At the gate there may be no network: what was opened once is shown from here.
 */
export interface Shelved {
  booking: Booking;
  tickets: Ticket[];
  /** Each ticket's code as an SVG picture, by ticket. */
  pictures: Record<string, string>;
  seenAt: number;
  /** Bought without an account: whoever logs in and out in this browser still finds it here. */
  asGuest?: boolean;
  /** Seen with the key of a letter's link, which shows and changes nothing. */
  byKey?: boolean;
  /** The server does not show it to whoever is here now. */
  isOld?: boolean;
}

const KEY = 'cavea.tickets.';
const NOT_OURS = new Set([401, 403, 404]);

export function shelved(bookingId: string): Shelved | null {
  const text = localStorage.getItem(KEY + bookingId);
  return text ? (JSON.parse(text) as Shelved) : null;
}

export function allShelved(): Shelved[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(KEY))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as Shelved | null)
    .filter((found): found is Shelved => found !== null);
}

/** What the server shows, and what this browser bought as a guest or opened by a letter's link. */
export function withShelved(known: Booking[]): Booking[] {
  const ids = new Set(known.map(({ id }) => id));
  const ours = allShelved().filter(({ booking, asGuest, byKey }) => (asGuest || byKey) && !ids.has(booking.id));
  return [...known, ...ours.map(({ booking }) => booking)];
}

function shelve(found: Shelved): void {
  try {
    localStorage.setItem(KEY + found.booking.id, JSON.stringify(found));
    // Best effort: the network may go while this runs.
    shelvePages().catch(() => undefined);
  } catch {
    // The shelf is full: the tickets are still shown, only not without a network.
  }
}

/** The page itself, too: on a first visit it was loaded before the service worker could keep it. */
async function shelvePages(): Promise<void> {
  if (!('caches' in window)) return;
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  const assets = loaded.filter((name) => name.startsWith(`${location.origin}/assets/`));
  const shelf = await caches.open('cavea-pages-1');
  const page = new Request('/', { headers: { Accept: 'text/html' } });
  await shelf.addAll([page, ...new Set(assets)]);
}

/** The booking with its tickets; from the shelf when there is no network. */
export async function fetchBooking(bookingId: string): Promise<Shelved> {
  const before = shelved(bookingId);
  try {
    const { booking, key } = await ownOrByKey(bookingId);
    const tickets = hasTickets(booking) ? await askTickets(bookingId, key) : [];
    const pictures: Record<string, string> = {};
    for (const ticket of tickets) pictures[ticket.id] = before?.pictures[ticket.id] ?? (await pictureOf(ticket, key));
    const asGuest = (before?.asGuest ?? false) || (isGuest(session()) && !key);
    const found = { booking: await withEvent(booking), tickets, pictures, seenAt: Date.now(), asGuest, byKey: key !== null };
    if (hasTickets(booking)) shelve(found);
    return found;
  } catch (problem) {
    if (before && problem instanceof Problem && problem.isPassing) return before;
    // Paid for in this browser: it shows what it has seen, whoever is logged in now.
    if (before?.asGuest && problem instanceof Problem && NOT_OURS.has(problem.status)) return { ...before, isOld: true };
    throw problem;
  }
}

/** As one's own where it is; else with the key that a letter brought. */
async function ownOrByKey(bookingId: string): Promise<{ booking: Booking; key: string | null }> {
  const key = keyOf(bookingId);
  try {
    return { booking: await askBooking(bookingId), key: null };
  } catch (problem) {
    if (!key || !(problem instanceof Problem) || !NOT_OURS.has(problem.status)) throw problem;
    return { booking: await askBooking(bookingId, key), key };
  }
}

/** A booking names its event; where and when it is, the event says. */
export async function withEvent(booking: Booking): Promise<Booking> {
  if (booking.event || !booking.eventId) return booking;
  try {
    return { ...booking, event: await askEvent(booking.eventId) };
  } catch {
    // The booking is worth showing without it.
    return booking;
  }
}

export const hasTickets = (booking: Booking): boolean => booking.status === 'confirmed' || booking.status === 'partially_refunded';

async function pictureOf(ticket: Ticket, key: string | null): Promise<string> {
  const inside = ticket.qrSvg ?? ticket.qr ?? '';
  if (inside.trimStart().startsWith('<')) return inside;
  const path = ticket.qrUrl ?? (inside.startsWith('/') ? inside : `/api/v1/tickets/${encodeURIComponent(ticket.id)}.svg`);
  return ticketPicture(withKey(path, key));
}
