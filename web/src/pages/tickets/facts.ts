import type { Booking, HeldSeat, Money, Ticket } from '../../api/types';
import { placeWords } from '../../words/place';
import { count, rowsInWords, seatOf } from '../../words/seats';

/** A booking's event, wherever the server put it. */
export function eventOf(booking: Booking): { name: string; startsAt: string | null; venue: string; timeZone: string | null; category: string | null; id: string } {
  const event = booking.event;
  const venue = event?.venue ?? booking.venue;
  return {
    id: event?.id ?? booking.eventId ?? booking.id,
    name: event?.name ?? booking.eventName ?? 'Your event',
    startsAt: event?.startsAt ?? booking.startsAt ?? null,
    venue: venue ? placeWords(venue) : '',
    timeZone: venue?.timeZone ?? null,
    category: event?.category ?? null,
  };
}

export function seatOfTicket(ticket: Ticket): HeldSeat {
  if (ticket.seat && typeof ticket.seat === 'object') return ticket.seat;
  const id = ticket.seatId ?? (typeof ticket.seat === 'string' ? ticket.seat : '');
  const known = seatOf(id);
  return {
    id,
    ...pick('section', ticket.section ?? known.section),
    ...pick('row', ticket.row ?? known.row),
    ...pick('number', ticket.number ?? known.number),
    ...pick('zone', ticket.zone),
  };
}

export const holderOf = (ticket: Ticket, booking: Booking): string =>
  (typeof ticket.holder === 'string' ? ticket.holder : ticket.holder?.name) || booking.buyer?.name || '';

/** What the ticket's place cost with its fees; null where the booking does not say it of this place. */
export function priceOfTicket(ticket: Ticket, booking: Booking): Money | null {
  const { id, section, zone } = seatOfTicket(ticket);
  const lines = booking.lines ?? [];
  const line = lines.find((each) => (id ? each.id === id : each.section === section && each.zone === zone));
  return line?.total ?? null;
}

const pick = <K extends string>(name: K, value: string | null | undefined) => (value ? ({ [name]: value } as Record<K, string>) : ({} as Record<K, never>));

export function seatsInWords(booking: Booking): string {
  const seats = booking.seats?.length ? booking.seats : (booking.lines ?? []);
  if (seats.length === 0) return '';
  if (seats.length > 3) return count(seats.length, 'seat');
  return rowsInWords(seats.map(seatOf)).join('; ');
}

export const STATUS_WORDS: Record<Booking['status'], { words: string; tone: 'good' | 'warn' | 'bad' | '' }> = {
  confirmed: { words: 'Paid', tone: 'good' },
  pending_payment: { words: 'Payment in progress', tone: 'warn' },
  payment_failed: { words: 'Payment refused', tone: 'bad' },
  expired: { words: 'Not paid in time', tone: '' },
  cancelled: { words: 'Cancelled', tone: '' },
  refunded: { words: 'Refunded', tone: '' },
  partially_refunded: { words: 'Partly refunded', tone: 'warn' },
};
