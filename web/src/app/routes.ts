/** Every page of Cavea and its address. */
export type Route =
  | { page: 'find' }
  | { page: 'event'; id: string }
  | { page: 'seats'; id: string }
  | { page: 'checkout'; holdId: string }
  | { page: 'tickets' }
  | { page: 'booking'; id: string }
  | { page: 'account' }
  | { page: 'organiser' }
  | { page: 'newEvent' }
  | { page: 'cockpit'; id: string }
  | { page: 'money' }
  | { page: 'audit' }
  | { page: 'nowhere' };

const PATTERNS: readonly [RegExp, (part: string) => Route][] = [
  [/^\/$/, () => ({ page: 'find' })],
  [/^\/events\/([^/]+)$/, (id) => ({ page: 'event', id })],
  [/^\/events\/([^/]+)\/seats$/, (id) => ({ page: 'seats', id })],
  [/^\/checkout\/([^/]+)$/, (holdId) => ({ page: 'checkout', holdId })],
  [/^\/tickets$/, () => ({ page: 'tickets' })],
  [/^\/tickets\/([^/]+)$/, (id) => ({ page: 'booking', id })],
  // Where the sandbox's bank sends a buyer back to.
  [/^\/bookings\/([^/]+)$/, (id) => ({ page: 'booking', id })],
  [/^\/account$/, () => ({ page: 'account' })],
  [/^\/organiser$/, () => ({ page: 'organiser' })],
  [/^\/organiser\/new$/, () => ({ page: 'newEvent' })],
  [/^\/organiser\/money$/, () => ({ page: 'money' })],
  [/^\/organiser\/audit$/, () => ({ page: 'audit' })],
  [/^\/organiser\/events\/([^/]+)$/, (id) => ({ page: 'cockpit', id })],
];

export function routeOf(path: string): Route {
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const [pattern, route] of PATTERNS) {
    const match = pattern.exec(bare);
    if (match) return route(unescaped(match[1] ?? ''));
  }
  return { page: 'nowhere' };
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const part = encodeURIComponent;

export const to = {
  find: (query = '') => `/${query ? `?${query}` : ''}`,
  event: (id: string) => `/events/${part(id)}`,
  seats: (id: string) => `/events/${part(id)}/seats`,
  checkout: (holdId: string, eventId: string) => `/checkout/${part(holdId)}?event=${part(eventId)}`,
  tickets: () => '/tickets',
  booking: (id: string) => `/tickets/${part(id)}`,
  account: (next = '') => `/account${next ? `?next=${part(next)}` : ''}`,
  organiser: () => '/organiser',
  newEvent: () => '/organiser/new',
  money: () => '/organiser/money',
  audit: () => '/organiser/audit',
  cockpit: (id: string) => `/organiser/events/${part(id)}`,
};
