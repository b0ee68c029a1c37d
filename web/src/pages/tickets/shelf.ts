import { booking as askBooking, event as askEvent, ticketPicture, tickets as askTickets } from '../../api/calls';
import type { Booking, Ticket } from '../../api/types';

/**
 * Tickets as this browser has seen them. At the gate there may be no network: what was opened once is shown from here.
 */
export interface Shelved {
  booking: Booking;
  tickets: Ticket[];
  /** Each ticket's code as an SVG picture, by ticket. */
  pictures: Record<string, string>;
  seenAt: number;
}

const KEY = 'cavea.tickets.';

export function shelved(bookingId: string): Shelved | null {
  const text = localStorage.getItem(KEY + bookingId);
  return text ? (JSON.parse(text) as Shelved) : null;
}

export function allShelved(): Booking[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(KEY))
    .map((key) => (JSON.parse(localStorage.getItem(key) ?? 'null') as Shelved | null)?.booking)
    .filter((booking): booking is Booking => booking !== undefined && booking !== null);
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
    const booking = await withEvent(await askBooking(bookingId));
    const tickets = hasTickets(booking) ? await askTickets(bookingId) : [];
    const pictures: Record<string, string> = {};
    for (const ticket of tickets) pictures[ticket.id] = before?.pictures[ticket.id] ?? (await pictureOf(ticket));
    const found = { booking, tickets, pictures, seenAt: Date.now() };
    if (hasTickets(booking)) shelve(found);
    return found;
  } catch (problem) {
    if (before && (problem as { status?: number }).status === 0) return before;
    throw problem;
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

async function pictureOf(ticket: Ticket): Promise<string> {
  const inside = ticket.qrSvg ?? ticket.qr ?? '';
  if (inside.trimStart().startsWith('<')) return inside;
  const path = ticket.qrUrl ?? (inside.startsWith('/') ? inside : `/api/v1/tickets/${encodeURIComponent(ticket.id)}.svg`);
  return ticketPicture(path);
}
