import { LOCALE } from './locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH_DAYS = 30.44;

export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function format(iso: string, zone: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  const own = zone ? { ...options, timeZone: zone } : options;
  try {
    return new Intl.DateTimeFormat(LOCALE, own).format(new Date(iso));
  } catch {
    // A zone that this browser does not know must not take the page down: UTC is always right.
    return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC', timeZoneName: 'short' }).format(new Date(iso));
  }
}

/** `Sat 5 Dec 2026` where the venue is. */
export const day = (iso: string, zone?: string | null): string =>
  format(iso, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const longDay = (iso: string, zone?: string | null): string =>
  format(iso, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const clock = (iso: string, zone?: string | null): string =>
  format(iso, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const monthOf = (iso: string, zone?: string | null): string => format(iso, zone, { month: 'long', year: 'numeric' });
export const dayNumber = (iso: string, zone?: string | null): string => format(iso, zone, { day: 'numeric' });
export const monthShort = (iso: string, zone?: string | null): string => format(iso, zone, { month: 'short' });
export const weekday = (iso: string, zone?: string | null): string => format(iso, zone, { weekday: 'short' });

/** The reader's own time, when the venue's clock shows another one; else null. */
export function readersTime(iso: string, zone?: string | null): string | null {
  if (!zone || zone === readersZone()) return null;
  const venue = `${day(iso, zone)} ${clock(iso, zone)}`;
  const mine = `${day(iso)} ${clock(iso)}`;
  if (venue === mine) return null;
  const place = readersZone().split('/').pop()?.replace(/_/g, ' ') ?? 'your zone';
  return day(iso, zone) === day(iso) ? `${clock(iso)} in ${place}` : `${day(iso)}, ${clock(iso)} in ${place}`;
}

/**
 * `in 5 minutes`, `in 2 hours` on the same day, else `tomorrow`, `in 3 days`, `in 6 weeks`, `in 3 months`: by the calendar where the venue is,
 * never by hours that are cut.
 */
export function relative(iso: string, zone?: string | null, now = Date.now()): string {
  const distance = new Date(iso).getTime() - now;
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(distance) < MINUTE) return distance >= 0 ? 'in less than a minute' : 'just now';
  if (Math.abs(distance) < HOUR) return words.format(Math.trunc(distance / MINUTE), 'minute');
  const days = Math.round((calendarDay(iso, zone) - calendarDay(new Date(now).toISOString(), zone)) / DAY);
  if (days === 0) return words.format(Math.round(distance / HOUR), 'hour');
  if (Math.abs(days) < 14) return words.format(days, 'day');
  if (Math.abs(days) < 9 * 7) return words.format(Math.round(days / 7), 'week');
  return words.format(Math.round(days / MONTH_DAYS), 'month');
}

/** Midnight UTC of the day that it is there: days apart are whole days, whatever the clocks do. */
function calendarDay(iso: string, zone?: string | null): number {
  const part = (options: Intl.DateTimeFormatOptions) => Number(format(iso, zone, options).replace(/\D/g, ''));
  return Date.UTC(part({ year: 'numeric' }), part({ month: 'numeric' }) - 1, part({ day: 'numeric' }));
}

/** `9:05`, and `1:02:03` above an hour. */
export function countdown(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `9 minutes 5 seconds`, for those who hear it. */
export function countdownInWords(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  const say = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (minutes === 0) return say(seconds, 'second');
  return seconds % 60 === 0 ? say(minutes, 'minute') : `${say(minutes, 'minute')} ${say(seconds % 60, 'second')}`;
}

/** Friday 18:00 to the end of Sunday, of this week or of the one that is under way. */
export function weekend(now = new Date()): { from: Date; to: Date } {
  const weekdayNumber = (now.getDay() + 6) % 7;
  const friday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 4 - weekdayNumber, 17);
  const to = new Date(friday.getFullYear(), friday.getMonth(), friday.getDate() + 3);
  return { from: friday < now ? now : friday, to };
}
