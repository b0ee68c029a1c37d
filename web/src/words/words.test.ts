import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { EventSummary } from '../api/types';
import { healsAfter } from '../app/loading';
import { learnDigits, minorOf, money, moneyInWords, plus } from './money';
import { said } from './problems';
import { availability, nextChange, saleState } from './sale';
import { numbersInWords, rowsInWords, seatOf, seatWords } from './seats';
import { calendarLink } from '../parts/ics';
import { planWarning } from './plan';
import { momentIn } from './zone';
import { clock, countdown, countdownInWords, day, relative, weekend } from './when';

const problem = (slug: string, status: number, more = {}) => new Problem(status, { type: `https://cavea.dev/problems/${slug}`, title: 'x', status, ...more });

describe('a reminder', () => {
  it('has one id, and lines as calendars take them', () => {
    const link = calendarLink({ id: 'on-sale-7', title: 'Größenwahn 🎭; '.repeat(12), at: '2027-06-05T18:00:00Z', minutes: 15, place: 'https://x' });
    const text = decodeURIComponent(link.slice(link.indexOf(',') + 1));
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).toContain('\r\nUID:on-sale-7@cavea\r\n');
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:' + 'Größenwahn 🎭\\; '.repeat(12));
  });
});

/** All that docs/reference/plan-format.md lists. */
const planWarningCodes = [
  'unknown-member', 'null-list', 'no-category', 'repeated-seat-guid', 'zones-overlap', 'shortened', 'unknown-colour', 'not-drawn', 'look-alikes',
  'seats-on-one-spot', 'coordinates-rounded', 'front-guessed',
];
const shelf = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, value: string) => shelf.set(key, value) });
await learnDigits(() => Promise.resolve({ digits: { EUR: 2, HUF: 2, IQD: 3, JPY: 0, KWD: 3, CLF: 4, UGX: 0 } }));

describe('money', () => {
  it('shows cents only where there are some', () => {
    expect(money({ amountMinor: 4500, currency: 'EUR' })).toBe('€45');
    expect(money({ amountMinor: 4550, currency: 'EUR' })).toBe('€45.50');
  });
  it.each([
    ['HUF', 'HUF 123.45'], ['IQD', 'IQD 12.345'], ['JPY', '¥12,345'], ['KWD', 'KWD 12.345'], ['CLF', 'CLF 1.2345'], ['UGX', 'UGX 12,345'],
  ])('shows 12,345 minor units of %s in the digits of the server', (currency, shown) => {
    expect(money({ amountMinor: 12_345, currency }).replace(/\s/g, ' ')).toContain(shown);
  });
  it('tells no guess of a currency that the server does not know', () => {
    expect(money({ amountMinor: 12_345, currency: 'DEM' })).toBe('DEM, 12,345 minor units');
  });
  it('keeps what the server said for a page without a network', async () => {
    await learnDigits(() => Promise.reject(new Error('offline')));
    expect(money({ amountMinor: 12_345, currency: 'HUF' })).toContain('123.45');
  });
  it.each([
    ['12.50', 'EUR', 1250], ['12,5', 'EUR', 1250], ['19.99', 'EUR', 1999], ['1.10', 'EUR', 110], ['12.500', 'EUR', 1250], ['12', 'JPY', 12], ['12.345', 'KWD', 12_345],
    ['12.5', 'JPY', null], ['12.345', 'EUR', null], ['', 'EUR', null], ['-1', 'EUR', null], ['1e3', 'EUR', null], ['12', 'DEM', null],
  ])('takes %s in %s for %s', (typed, currency, minor) => expect(minorOf(typed, currency)).toBe(minor));
  it('does not add two currencies', () => {
    expect(() => plus({ amountMinor: 1, currency: 'EUR' }, { amountMinor: 1, currency: 'JPY' })).toThrow('EUR and JPY');
  });
  it('knows currencies without cents', () => expect(money({ amountMinor: 4500, currency: 'JPY' })).toContain('4,500'));
  it('is read aloud in words', () => expect(moneyInWords({ amountMinor: 4500, currency: 'EUR' })).toBe('45 euros'));
});

describe('time', () => {
  it('is told as the venue has it', () => {
    expect(clock('2026-12-05T18:30:00Z', 'Europe/Vienna')).toBe('19:30');
    expect(day('2026-12-05T23:30:00Z', 'Europe/Vienna')).toMatch(/6 Dec 2026|Dec 6, 2026/);
  });
  it('is read by the clock of a zone', () => {
    const at = (zone: string, local: string) => momentIn(zone, local)?.toISOString();
    expect(at('Europe/Vienna', '2027-06-05T20:00')).toBe('2027-06-05T18:00:00.000Z');
    expect(at('America/Los_Angeles', '2027-06-05T20:00')).toBe('2027-06-06T03:00:00.000Z');
    expect(at('UTC', '2027-06-05T20:00')).toBe('2027-06-05T20:00:00.000Z');
    // The clocks go from 02:00 to 03:00, and half a year later from 03:00 back to 02:00.
    expect(at('Europe/Vienna', '2027-03-28T02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(at('Europe/Vienna', '2027-10-31T02:30')).toBe('2027-10-31T00:30:00.000Z');
    expect(momentIn('UTC', '')).toBeNull();
  });
  it('survives a zone that nobody knows', () => expect(clock('2026-12-05T18:30:00Z', 'Mars/Olympus')).toContain('18:30'));
  it('is told as a distance', () => {
    const now = Date.parse('2026-12-02T18:30:00Z');
    expect(relative('2026-12-05T18:30:00Z', 'UTC', now)).toBe('in 3 days');
    expect(relative('2026-12-02T18:30:20Z', 'UTC', now)).toBe('in less than a minute');
    expect(relative('2026-12-02T18:25:00Z', 'UTC', now)).toBe('5 minutes ago');
    expect(relative('2026-12-02T20:00:00Z', 'UTC', now)).toBe('in 2 hours');
  });
  it('counts days by the calendar of the venue', () => {
    const evening = Date.parse('2026-12-02T23:30:00Z');
    expect(relative('2026-12-04T08:00:00Z', 'UTC', evening)).toBe('in 2 days');
    expect(relative('2026-12-03T22:00:00Z', 'UTC', evening)).toBe('tomorrow');
    expect(relative('2026-12-03T22:00:00Z', 'Europe/Vienna', evening)).toBe('in 23 hours');
  });
  it.each([
    ['2026-12-06T18:30:00Z', 'in 9 days'], ['2026-12-03T18:30:00Z', 'in 6 days'], ['2027-01-08T18:30:00Z', 'in 6 weeks'],
    ['2027-01-16T18:30:00Z', 'in 7 weeks'], ['2027-01-26T18:30:00Z', 'in 9 weeks'], ['2027-03-01T18:30:00Z', 'in 3 months'],
    ['2026-11-26T08:00:00Z', 'yesterday'], ['2026-11-20T20:00:00Z', '7 days ago'],
  ])('says of %s on 27 November: %s', (iso, words) => expect(relative(iso, 'Europe/Vienna', Date.parse('2026-11-27T21:00:00Z'))).toBe(words));
  it('counts down to nothing and not below', () => {
    expect(countdown(545_000)).toBe('9:05');
    expect(countdown(-5)).toBe('0:00');
    expect(countdown(3_723_000)).toBe('1:02:03');
    expect(countdownInWords(61_000)).toBe('1 minute 1 second');
  });
  it('has a weekend from Friday evening to Sunday night', () => {
    const { from, to } = weekend(new Date(2026, 10, 18, 12));
    expect([from.getDay(), from.getHours(), to.getDay()]).toEqual([5, 17, 1]);
  });
  it('has the weekend that is under way on a Sunday', () => {
    const sunday = new Date(2026, 10, 22, 12);
    expect(weekend(sunday).from).toEqual(sunday);
  });
});

describe('a sale', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');
  const event = (more: Partial<EventSummary>): EventSummary => ({
    id: '1', name: 'x', status: 'published', startsAt: '2026-12-05T18:30:00Z', venue: { id: 'v', name: 'v', city: 'c' }, ...more,
  });
  it.each([
    [{}, 'open'],
    [{ onSaleAt: '2026-12-02T12:00:00Z' }, 'upcoming'],
    [{ closesAt: '2026-12-01T11:00:00Z' }, 'closed'],
    [{ soldOut: true }, 'soldOut'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ startsAt: '2026-12-01T11:59:00Z' }, 'past'],
  ] as const)('with %j is %s', (more, state) => expect(saleState(event(more), now)).toBe(state));
  it.each([
    [{}, '2026-12-05T18:30:00Z'],
    [{ onSaleAt: '2026-12-02T12:00:00Z', closesAt: '2026-12-04T12:00:00Z' }, '2026-12-02T12:00:00Z'],
    [{ onSaleAt: '2026-11-30T12:00:00Z', closesAt: '2026-12-04T12:00:00Z' }, '2026-12-04T12:00:00Z'],
  ] as const)('with %j next changes at %s', (more, at) => expect(nextChange(event(more), now)).toBe(Date.parse(at)));
  it('that is over never changes', () => expect(nextChange(event({ startsAt: '2026-12-01T11:59:00Z' }), now)).toBeNull());
  it('closes by its rules, too', () => expect(saleState({ ...event({}), rules: { closesAt: '2026-12-01T11:00:00Z' } }, now)).toBe('closed'));
  it('makes no urgency out of nothing', () => {
    expect(availability(event({}), now).words).toBe('On sale');
    expect(availability(event({ free: 900, capacity: 1000 }), now).tone).toBe('good');
    expect(availability(event({ free: 12, capacity: 1000 }), now).words).toBe('Last 12 seats');
  });
});

describe('a seat', () => {
  it('is named by its place', () => expect(seatWords({ section: 'Stalls', row: 'C', number: '14' })).toBe('Stalls, row C 14'));
  it('is read out of its id where there is no better name', () => expect(seatOf('STALLS-C-14')).toMatchObject({ section: 'STALLS', row: 'C', number: '14' }));
  it('names the seats of a row together', () => {
    const seat = (number: string, row = 'C') => ({ id: number, section: 'Stalls', row, number });
    expect(rowsInWords([seat('14'), seat('15'), seat('2', 'D')])).toEqual(['Stalls, row C, seats 14 and 15', 'Stalls, row D, seat 2']);
  });
  it.each([
    [['4', '5', '6'], '4–6'],
    [['6', '5'], '5–6'],
    [['4', '6'], '4 and 6'],
    [['4a', '5a'], '4a and 5a'],
    [['7'], '7'],
  ])('numbers %j are %s', (numbers, words) => expect(numbersInWords(numbers)).toBe(words));
  it('keeps an id that says nothing', () => expect(seatWords(seatOf('9f31'))).toBe('9f31'));
});

describe('what was settled in a plan', () => {
  it('is told to people, not to programmers', () => {
    const message = '420 seats repeat the seat_guid of another seat and got .2, .3 and so on behind it.';
    expect(planWarning({ code: 'repeated-seat-guid', message })).toMatch(/^420 seats had the same internal name/);
    for (const code of planWarningCodes) expect(planWarning({ code, message: 'zones[0].rows is null' })).not.toMatch(/guid|null|\[|_/);
  });
  it('is told in the server’s words where the code is new', () => expect(planWarning({ code: 'new', message: 'x' })).toBe('x'));
});

describe('what went wrong', () => {
  it('says first what became of the seats', () => {
    expect(said(problem('seats-taken', 409, { taken: ['STALLS-C-14'], yours: ['STALLS-C-14'] })).title).toBe('You already hold STALLS, row C 14 yourself.');
    expect(said(problem('sale-closed', 409, { reason: 'not-open' })).title).toContain('has not started');
    expect(said(problem('seats-taken', 409, { taken: ['STALLS-C-14'] })).title).toBe('STALLS, row C 14 was taken a moment ago.');
    expect(said(Problem.offline(), { held: 2 }).title).toMatch(/^Your 2 seats are still held for you/);
    expect(said(problem('overloaded', 503), { held: 1 }).title).toMatch(/^Your seat is still held for you/);
  });
  it('tells a server that is down from a network that is gone, and that the page tries again', () => {
    vi.stubGlobal('navigator', { onLine: true });
    expect(said(Problem.unreachable(), { againAfterSeconds: healsAfter(Problem.unreachable()) })).toEqual({ title: 'Our server is not answering.', advice: 'Trying again in 5 s.' });
    vi.stubGlobal('navigator', { onLine: false });
    expect(said(Problem.unreachable()).title).toBe('There is no connection.');
    expect(healsAfter(new Problem(503, {}, 9))).toBe(9);
    expect([healsAfter(problem('unknown-event', 404)), healsAfter(new TypeError('x'))]).toEqual([null, null]);
  });
  it('says when to try again', () => {
    expect(said(new Problem(429, {}, 7)).advice).toBe('Try again in 7 seconds.');
  });
  it('never shows a trace', () => expect(said(new TypeError('x is undefined')).title).toBe('Something went wrong here.'));
});
