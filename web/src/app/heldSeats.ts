import { useSyncExternalStore } from 'react';
import type { HeldSeat, Money } from '../api/types';

/**
 * The seats that the server holds for this reader, as the browser remembers them: they come back after a reload, on the way back and
 * without a network. The server alone decides whether they are still held.
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
const listeners = new Set<() => void>();
let cached: { text: string | null; held: HeldSeats | null } = { text: null, held: null };

export function heldSeats(): HeldSeats | null {
  const text = localStorage.getItem(KEY);
  if (text !== cached.text) cached = { text, held: text ? (JSON.parse(text) as HeldSeats) : null };
  return cached.held;
}

export function keepHeld(held: HeldSeats): void {
  localStorage.setItem(KEY, JSON.stringify(held));
  for (const listener of listeners) listener();
}

export function dropHeld(holdId?: string): void {
  if (holdId && heldSeats()?.holdId !== holdId) return;
  localStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) for (const listener of listeners) listener();
  });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which booking a hold became, so that going back from the tickets leads to the tickets. */
export function rememberBooking(holdId: string, bookingId: string): void {
  sessionStorage.setItem(`cavea.became.${holdId}`, bookingId);
}

export const bookingOf = (holdId: string): string | null => sessionStorage.getItem(`cavea.became.${holdId}`);

export const useHeld = (): HeldSeats | null => useSyncExternalStore(subscribe, heldSeats);
