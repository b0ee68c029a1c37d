/** Keys of bookings that links from letters brought: whoever has one may see the booking and its tickets, on any device. */
const KEY = 'cavea.key.';

export const rememberKey = (bookingId: string, key: string): void => localStorage.setItem(KEY + bookingId, key);

export const keyOf = (bookingId: string): string | null => localStorage.getItem(KEY + bookingId);

export const withKey = (path: string, key: string | null): string => (key ? `${path}?key=${encodeURIComponent(key)}` : path);
