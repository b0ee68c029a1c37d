import type { Money } from '../api/types';
import { count } from './seats';
import { LOCALE } from './locale';

const KEY = 'cavea.digits';
const formats = new Map<string, Intl.NumberFormat>();
/** How many digits after the point each currency has, as the server says. Browsers think otherwise of some: forints, dinars, rupiah. */
let digits: Readonly<Record<string, number>> = {};

/** Takes the server's word; what was heard last stands in for it without a network. */
export async function learnDigits(ask: () => Promise<{ digits: Record<string, number> }>): Promise<void> {
  digits = kept();
  const asked = ask().then((answer) => {
    digits = answer.digits;
    localStorage.setItem(KEY, JSON.stringify(digits));
  });
  if (Object.keys(digits).length === 0) await asked.catch(() => undefined);
  else asked.catch(() => undefined);
}

function kept(): Record<string, number> {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, number> | null) ?? {};
  } catch {
    return {};
  }
}

export const digitsOf = (currency: string): number | undefined => digits[currency];

/** `€45.00`, and `€45` where the cents say nothing. */
export const money = (amount: Money): string => written(amount, 'symbol');

/** For a screen reader and for prose: `45 euros`. */
export const moneyInWords = (amount: Money): string => written(amount, 'name');

function written({ amountMinor, currency }: Money, display: 'symbol' | 'name'): string {
  const places = digits[currency];
  // Nobody is told a guess that may be a hundred times the price.
  if (places === undefined) return `${currency}, ${count(amountMinor, 'minor unit')}`;
  const value = amountMinor / 10 ** places;
  return formatOf(currency, Number.isInteger(value) ? 0 : places, display).format(value);
}

function formatOf(currency: string, places: number, display: 'symbol' | 'name'): Intl.NumberFormat {
  const key = `${currency} ${places} ${display}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency,
      currencyDisplay: display,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    formats.set(key, format);
  }
  return format;
}

/** What somebody typed, `12.50` or `12,5`; null if it is no amount in this currency. */
export function minorOf(typed: string, currency: string): number | null {
  const places = digits[currency];
  const [, whole = '', fraction = ''] = /^\s*(\d{1,12})(?:[.,](\d*?)0*)?\s*$/.exec(typed) ?? [];
  if (places === undefined || !whole || fraction.length > places) return null;
  return Number(whole + fraction.padEnd(places, '0'));
}

export function plus(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} do not add`);
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency };
}
export const times = (a: Money, count: number): Money => ({ amountMinor: a.amountMinor * count, currency: a.currency });
