/** What a seat of a zone costs, with all fees. Null where a zone is not on sale. */
export interface Price {
  readonly amountMinor: number;
  readonly currency: string;
}

export type ZonePrices = readonly (Price | null)[];

/** "€45" or "€45.50": cents only where there are some. */
export function shortPrice(price: Price, locale: string): string {
  return format(price, locale, 'narrowSymbol');
}

/** "45 euros", as it is read aloud. */
export function spokenPrice(price: Price, locale: string): string {
  return format(price, locale, 'name');
}

function format(price: Price, locale: string, currencyDisplay: 'narrowSymbol' | 'name'): string {
  const digits = minorDigits(price.currency);
  const isWhole = price.amountMinor % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: price.currency,
    currencyDisplay,
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: isWhole ? 0 : digits,
  }).format(price.amountMinor / 10 ** digits);
}

function minorDigits(currency: string): number {
  const options = { style: 'currency', currency } as const;
  return new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 2;
}
