import { ask, askText } from './http';
import type { PlanDocument } from '../map/plan/plan-document';
import type { PlanWarning } from '../words/plan';
import { forget, keep, session } from './session';
import type {
  Account, AuditRecord, AuditWish, Booking, Crowd, EventDetail, EventStats, EventSummary, Hold, HoldView, HoldWish, MoneyAct, MoneyCase, Page, PayWay, Ticket, Tokens, Venue,
} from './types';

const id = encodeURIComponent;
export const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

// People

export async function logIn(email: string, password: string): Promise<void> {
  const tokens = await ask<Tokens>('/auth/login', { method: 'POST', body: { email, password } });
  keep(tokens, { email, name: '' });
  try {
    const me = await ask<Account>('/me', { who: 'own' });
    keep(tokens, { email: me.email, name: me.name });
  } catch {
    // The name is only for greeting.
  }
}

export async function register(email: string, password: string, name: string): Promise<void> {
  await ask<Account>('/auth/register', { method: 'POST', body: { email, password, name } });
  const tokens = await ask<Tokens>('/auth/login', { method: 'POST', body: { email, password } });
  keep(tokens, { email, name });
}

/** What was bought as this guest is the account's from now on. */
export const adoptGuest = (refreshToken: string): Promise<void> => ask('/auth/adopt', { method: 'POST', body: { refreshToken }, who: 'own' });

export async function logOut(): Promise<void> {
  const refreshToken = session()?.refreshToken;
  try {
    await ask('/auth/logout', { method: 'POST', body: { refreshToken }, who: 'own' });
  } finally {
    forget();
  }
}

// Finding

/** Digits after the point, by currency. */
export const currencies = (): Promise<{ digits: Record<string, number> }> => ask('/currencies');

/** The ways to pay here; none where only what is free can be booked. */
export const payWays = async (): Promise<PayWay[]> => (await ask<{ methods: PayWay[] }>('/payments/methods')).methods;

export interface Search {
  q?: string | undefined;
  city?: string | undefined;
  category?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  maxPriceMinor?: number | undefined;
  /** Prices are compared within one. */
  currency?: string | undefined;
  near?: string | undefined;
  radiusKm?: number | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export function findEvents(search: Search, signal?: AbortSignal): Promise<Page<EventSummary>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return ask(`/events?${query}`, signal ? { signal } : {});
}

export const event = (eventId: string): Promise<EventDetail> => ask(`/events/${id(eventId)}`);

// Buying

export const hold = (eventId: string, wish: HoldWish, key = newKey()): Promise<Hold> =>
  ask(`/events/${id(eventId)}/holds`, { method: 'POST', body: wish, who: 'any', key });

export const extendHold = (holdId: string): Promise<Hold | undefined> =>
  ask(`/holds/${id(holdId)}/extend`, { method: 'POST', body: {}, who: 'own' });

export const showHold = (holdId: string): Promise<HoldView> => ask(`/holds/${id(holdId)}`, { who: 'own' });

export const releaseHold = (holdId: string): Promise<void> =>
  ask(`/holds/${id(holdId)}`, { method: 'DELETE', who: 'own' });

export const book = (holdId: string, buyer: { email: string; name: string }, payment: { method: string; token: string } | null, key: string): Promise<Booking> =>
  ask('/bookings', { method: 'POST', body: payment ? { holdId, buyer, payment } : { holdId, buyer }, who: 'any', key });

/** `key`: of a letter's link, for whoever is neither the buyer here nor logged in. */
export const booking = (bookingId: string, key: string | null = null): Promise<Booking> => ask(`/bookings/${id(bookingId)}${keyQuery(key)}`, { who: 'own' });

export const cancelBooking = (bookingId: string): Promise<Booking> =>
  ask(`/bookings/${id(bookingId)}/cancel`, { method: 'POST', body: {}, who: 'own', key: newKey() });

export const myBookings = async (): Promise<Booking[]> =>
  session() ? items(await ask<Page<Booking> | Booking[]>('/bookings/my-bookings?limit=100', { who: 'own' })) : [];

export const tickets = async (bookingId: string, key: string | null = null): Promise<Ticket[]> =>
  items(await ask<Page<Ticket> | Ticket[]>(`/bookings/${id(bookingId)}/tickets${keyQuery(key)}`, { who: 'own' }));

const keyQuery = (key: string | null): string => (key ? `?key=${id(key)}` : '');

export const ticketPicture = (path: string): Promise<string> => askText(path, { who: 'own', accept: 'image/svg+xml' });

function items<T>(answer: Page<T> | T[]): T[] {
  return Array.isArray(answer) ? answer : (answer.items ?? []);
}

// Organising

export const moneyCases = (cursor?: string): Promise<Page<MoneyCase>> =>
  ask(`/admin/money?limit=50${cursor ? `&cursor=${id(cursor)}` : ''}`, { who: 'own' });

export const actOnMoney = (caseId: string, act: MoneyAct, note: string): Promise<void> =>
  ask(`/admin/money/${id(caseId)}/${act}`, { method: 'POST', body: note ? { note } : {}, who: 'own', key: newKey() });

export interface PlanMade {
  id: string;
  digest?: string;
  name?: string;
  seats?: number;
  warnings?: PlanWarning[];
}

/** `body` is one of the JSON forms, or the text of a CSV file. */
export const makePlan = (body: unknown, type = 'application/json'): Promise<PlanMade> =>
  ask('/admin/plans', { method: 'POST', body, type, who: 'own' });

export const planDocument = (planId: string): Promise<PlanDocument> => ask(`/admin/plans/${id(planId)}`, { who: 'own' });

export const myEvents = async (): Promise<EventSummary[]> => items(await ask<Page<EventSummary>>('/admin/events?limit=100', { who: 'own' }));

export const makeEvent = (body: unknown, key: string): Promise<{ id: string }> =>
  ask('/admin/events', { method: 'POST', body, who: 'own', key });

/** From now on nobody can hold a seat; null opens the sale again until the event starts. */
export const closeSale = (eventId: string, closesAt: string | null): Promise<unknown> =>
  ask(`/admin/events/${id(eventId)}`, { method: 'PUT', body: { rules: { closesAt } }, who: 'own' });

export const makeVenue = (venue: { name: string; city: string; timeZone: string }): Promise<Venue> =>
  ask('/admin/venues', { method: 'POST', body: venue, who: 'own', key: newKey() });

export const eventBookings = async (eventId: string): Promise<Booking[]> =>
  items(await ask<Page<Booking>>(`/admin/events/${id(eventId)}/bookings?limit=50`, { who: 'own' }));

export const auditTrail = (wish: AuditWish): Promise<Page<AuditRecord>> => {
  const asked = Object.entries(wish).filter((one): one is [string, string] => Boolean(one[1]));
  return ask(`/admin/audit?${new URLSearchParams(asked)}`, { who: 'own' });
};

export const stats = (eventId: string): Promise<EventStats> => ask(`/stats/event/${id(eventId)}`, { who: 'own' });

export const crowd = (eventId: string): Promise<Crowd> => ask(`/admin/events/${id(eventId)}/crowd`, { who: 'own' });

export const startCrowd = (eventId: string, fans: number): Promise<Crowd> =>
  ask(`/admin/events/${id(eventId)}/crowd`, { method: 'POST', body: { fans }, who: 'own' });

export const stopCrowd = (eventId: string): Promise<Crowd | undefined> =>
  ask(`/admin/events/${id(eventId)}/crowd`, { method: 'DELETE', who: 'own' });
