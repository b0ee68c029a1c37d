import type { Money } from '../api/types';
import { LOCALE } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

/** `€45.00`, and `€45` where the cents say nothing. */
export function money(amount: Money): string {
  const digits = fractionDigits(amount.currency);
  const value = amount.amountMinor / 10 ** digits;
  const whole = Number.isInteger(value);
  const key = `${amount.currency} ${whole}`;
  let format = formats.get(key);
  if (!format) {
    const places = whole ? 0 : digits;
    format = new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency: amount.currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** For a screen reader and for prose: `45 euros`. */
export function moneyInWords(amount: Money): string {
  const digits = fractionDigits(amount.currency);
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency: amount.currency, currencyDisplay: 'name' }).format(
    amount.amountMinor / 10 ** digits,
  ).replace(/[.,]00(?= )/, '');
}

export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export const plus = (a: Money, b: Money): Money => ({ amountMinor: a.amountMinor + b.amountMinor, currency: a.currency });
export const times = (a: Money, count: number): Money => ({ amountMinor: a.amountMinor * count, currency: a.currency });
