import type { AuditRecord, AuditWish } from '../../api/types';

/** What an administrator has typed; times are by the browser's clock. */
export interface Asked {
  who: string;
  what: string;
  subject: string;
  from: string;
  to: string;
}

/** The server's words, in the order in which one looks for them. */
export const ACTS = [
  'log-in', 'log-in-failed', 'log-in-slowed', 'log-ins-not-written', 'register', 'role-changed', 'guest-adopted', 'event-created',
  'event-changed', 'prices-changed', 'event-published', 'event-cancelled', 'draft-removed', 'channels-changed',
  'seats-blocked', 'seats-unblocked', 'sale-stopped', 'sale-resumed', 'booking-cancelled', 'refund', 'operator-act',
] as const;

/** `role-changed` is read as `Role changed`. */
export const actWords = (act: string): string => act.charAt(0).toUpperCase() + act.slice(1).replaceAll('-', ' ');

const moment = (local: string): string | undefined => (local && !Number.isNaN(Date.parse(local)) ? new Date(local).toISOString() : undefined);

export const wishOf = (asked: Asked): AuditWish => ({
  who: asked.who.trim() || undefined,
  what: asked.what || undefined,
  subject: asked.subject.trim() || undefined,
  from: moment(asked.from),
  to: moment(asked.to),
});

const words = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `role: fan → gate` for what was another before, `count: 12` for what came with it. */
export function changes(record: AuditRecord): string[] {
  const before = record.before ?? {};
  const after = record.after ?? {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => {
    if (!(field in before)) return `${field}: ${words(after[field])}`;
    return `${field}: ${words(before[field])} → ${field in after ? words(after[field]) : 'nothing'}`;
  });
}
