import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serverClock, serverNow } from '../api/serverClock';
import { atServerTime } from './clock';

const NOON = Date.parse('2026-11-27T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

it('calls back at the server’s moment although the own clock is a minute behind, and only once', () => {
  serverClock.hear(new Date(NOON + 60_000).toUTCString(), NOON, NOON);
  const opening = serverNow() + 90_000;
  let opened = 0;
  atServerTime(opening, () => opened++);
  vi.advanceTimersByTime(89_999);
  expect(opened).toBe(0);
  vi.advanceTimersByTime(1);
  expect(opened).toBe(1);
  vi.advanceTimersByTime(600_000);
  expect(opened).toBe(1);
});

it('waits for months without a timer that overflows', () => {
  const month = 40 * 86_400_000;
  let opened = false;
  atServerTime(serverNow() + month, () => (opened = true));
  vi.advanceTimersByTime(86_400_000);
  expect(opened).toBe(false);
});

it('calls nobody back who has stopped', () => {
  let opened = false;
  atServerTime(serverNow() + 1000, () => (opened = true))();
  vi.advanceTimersByTime(5000);
  expect(opened).toBe(false);
});
