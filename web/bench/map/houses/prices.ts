/** Prices in minor units, by zone. */
export const PRICES = [9500, 7200, 5400, 4500, 3600, 2500, 6000, 3000].map((amountMinor) => ({
  amountMinor,
  currency: 'EUR',
}));
