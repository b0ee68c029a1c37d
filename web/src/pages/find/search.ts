import type { Search } from '../../api/calls';
import { minorOf } from '../../words/money';
import { weekend } from '../../words/when';

const NEAR_RADIUS_KM = 60;
const NEXT_EVENTS = 8;

/** The search that the address asks for. */
export function searchOf(query: URLSearchParams, now = new Date()): Search {
  const text = (name: string) => query.get(name) ?? undefined;
  const search: Search = { q: text('q'), city: text('city'), category: text('category'), limit: 100 };
  const currency = query.get('currency') ?? 'EUR';
  const price = minorOf(query.get('price') ?? '', currency);
  if (price) {
    search.maxPriceMinor = price;
    search.currency = currency;
  }
  const near = query.get('near');
  if (near && /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(near)) {
    search.near = near;
    search.radiusKm = NEAR_RADIUS_KM;
  }
  const span = spanOf(query.get('when'), now);
  if (span) {
    search.from = wholeMinute(span.from);
    search.to = wholeMinute(span.to);
  }
  return search;
}

/** The same search for what comes after an empty weekend; null where none was asked for. */
export function laterThan(query: URLSearchParams, now = new Date()): Search | null {
  if (query.get('when') !== 'weekend') return null;
  const open = new URLSearchParams(query);
  open.delete('when');
  return { ...searchOf(open, now), from: wholeMinute(weekend(now).to), sort: 'date', limit: NEXT_EVENTS };
}

function spanOf(when: string | null, now: Date): { from: Date; to: Date } | null {
  if (when === 'weekend') return weekend(now);
  if (when === 'month') return { from: now, to: new Date(now.getFullYear(), now.getMonth(), now.getDate() + 30) };
  return null;
}

/** Without this the search would change with every drawing of the page. */
const wholeMinute = (date: Date): string => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
