import { useSyncExternalStore } from 'react';
import { serverNow } from '../api/serverClock';
import type { HeldSeat, Money } from '../api/types';
import { Emitter } from '../map/model/emitter';

/**
 * The seats that the server holds for this reader, as the browser remembers them: they come back after a reload, on the way back and
 * without a network. The server alone decides whether they are still held. Each event has its own, with its own time; seats whose time
 * is over are remembered for a while, so that the page can say so and offer them again.
 */
export interface HeldSeats {
  holdId: string;
  eventId: string;
  eventName: string;
  startsAt: string;
  timeZone: string | null;
  venue: string;
  seats: HeldSeat[];
  area: { id: string; name: string; quantity: number } | null;
  lines: PriceLine[];
  total: Money;
  expiresAt: string;
  extended: boolean;
  /** The reader gave them back, and may want them again. */
  givenBack?: boolean;
  /** The payment under way: a reload asks how it stands, and a retry of the same attempt has one effect. */
  attempt?: { key: string; bookingId: string | null } | null;
}

export interface PriceLine {
  words: string;
  count: number;
  price: Money | null;
  fee: Money | null;
  total: Money;
}

const KEY = 'cavea.held';
const LAPSED_KEPT_MILLIS = 30 * 60_000;
const changes = new Emitter<{ change: null }>();
let cached: { text: string | null; held: readonly HeldSeats[] } = { text: null, held: [] };

/** Of every event, oldest first, those whose time is over too. */
export function allHeld(): readonly HeldSeats[] {
  const text = localStorage.getItem(KEY);
  if (text !== cached.text) cached = { text, held: parse(text) };
  return cached.held;
}

function parse(text: string | null): readonly HeldSeats[] {
  if (!text) return [];
  try {
    const found = JSON.parse(text) as HeldSeats | HeldSeats[];
    return Array.isArray(found) ? found : [found];
  } catch {
    return [];
  }
}

export const heldIn = (eventId: string): HeldSeats | null => allHeld().find((held) => held.eventId === eventId) ?? null;

/**
 * How long the seats are held yet; not above 0 once their time is over. Seats that were given back have none, even when the next answer
 * of the server moves its clock back a little.
 */
export const timeLeft = (held: HeldSeats, now = serverNow()): number => {
  const left = new Date(held.expiresAt).getTime() - now;
  return held.givenBack ? Math.min(0, left) : left;
};

/** In the place of what was held of that event before. */
export function keepHeld(held: HeldSeats): void {
  const others = allHeld().filter((each) => each.eventId !== held.eventId && timeLeft(each) > -LAPSED_KEPT_MILLIS);
  write([...others, held]);
}

/** Given back by the reader: the seats page offers them once more. */
export function giveUp(held: HeldSeats): void {
  keepHeld({ ...held, attempt: null, givenBack: true, expiresAt: new Date(serverNow()).toISOString() });
}

export function dropHeld(holdId: string): void {
  const rest = allHeld().filter((each) => each.holdId !== holdId);
  if (rest.length < allHeld().length) write(rest);
}

function write(held: readonly HeldSeats[]) {
  if (held.length > 0) localStorage.setItem(KEY, JSON.stringify(held));
  else localStorage.removeItem(KEY);
  changes.emit('change', null);
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) changes.emit('change', null);
  });
}

/** Which booking a hold became, so that going back from the tickets leads to the tickets. */
export function rememberBooking(holdId: string, bookingId: string): void {
  sessionStorage.setItem(`cavea.became.${holdId}`, bookingId);
}

export const bookingOf = (holdId: string): string | null => sessionStorage.getItem(`cavea.became.${holdId}`);

const subscribe = (listener: () => void) => changes.on('change', listener);

export const useAllHeld = (): readonly HeldSeats[] => useSyncExternalStore(subscribe, allHeld);
