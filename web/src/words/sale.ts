import type { EventSummary, SaleRules } from '../api/types';

export type SaleState = 'upcoming' | 'open' | 'soldOut' | 'closed' | 'cancelled' | 'past';

/** What the sale of an event means for a fan now. */
export function saleState(event: EventSummary & { rules?: SaleRules }, now = Date.now()): SaleState {
  const status = event.status.toLowerCase();
  if (status === 'cancelled') return 'cancelled';
  if (new Date(event.startsAt).getTime() <= now) return 'past';
  if (status === 'closed' || status === 'stopped') return 'closed';
  const closesAt = event.closesAt ?? event.rules?.closesAt;
  if (closesAt && new Date(closesAt).getTime() <= now) return 'closed';
  const onSaleAt = event.onSaleAt ?? event.rules?.onSaleAt;
  if (onSaleAt && new Date(onSaleAt).getTime() > now) return 'upcoming';
  return event.soldOut ? 'soldOut' : 'open';
}

/** When the sale next means something else by the clock alone; null when it never will. */
export function nextChange(event: EventSummary & { rules?: SaleRules }, now: number): number | null {
  const moments = [event.startsAt, event.closesAt ?? event.rules?.closesAt, event.onSaleAt ?? event.rules?.onSaleAt];
  const coming = moments.flatMap((at) => (at ? [new Date(at).getTime()] : [])).filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** How many are left, in words. Says only what the figures say, and nothing when there are none. */
export function availability(event: EventSummary, now = Date.now()): { words: string; tone: 'good' | 'warn' | 'plain' } {
  switch (saleState(event, now)) {
    case 'upcoming':
      return { words: 'Not on sale yet', tone: 'plain' };
    case 'soldOut':
      return { words: 'Sold out', tone: 'plain' };
    case 'closed':
      return { words: 'Sale closed', tone: 'plain' };
    case 'cancelled':
      return { words: 'Cancelled', tone: 'warn' };
    case 'past':
      return { words: 'Over', tone: 'plain' };
    case 'open':
      return left(event.free, event.capacity);
  }
}

function left(free?: number | null, capacity?: number | null): { words: string; tone: 'good' | 'warn' | 'plain' } {
  if (free === undefined || free === null) return { words: 'On sale', tone: 'good' };
  if (free <= 20) return { words: `Last ${free === 1 ? 'seat' : `${free} seats`}`, tone: 'warn' };
  if (capacity && free / capacity < 0.1) return { words: `${free} seats left`, tone: 'warn' };
  return { words: capacity && free / capacity < 0.5 ? 'More than half sold' : 'Good choice of seats', tone: 'good' };
}
