import { describe, expect, it } from 'vitest';
import { ServerClock } from './serverClock';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const date = (millis: number) => new Date(millis).toUTCString();

describe('the server’s clock', () => {
  it('is the own one until an answer says otherwise', () => {
    const clock = new ServerClock();
    clock.hear(null, NOON, NOON);
    clock.hear('no date', NOON, NOON);
    expect(clock.ahead).toBe(0);
    clock.hear(date(NOON), NOON + 100, NOON + 150);
    expect(clock.ahead).toBe(0);
  });

  it('corrects an own clock that goes before or behind', () => {
    const before = new ServerClock();
    before.hear(date(NOON), NOON + 60_000, NOON + 60_020);
    expect(before.ahead).toBe(-59_000);
    const behind = new ServerClock();
    behind.hear(date(NOON), NOON - 60_000, NOON - 59_980);
    expect(behind.ahead).toBe(59_980);
  });

  it('is known better with each answer', () => {
    const clock = new ServerClock();
    // The server is 10,400 ms ahead; answers take 20 ms.
    for (const own of [NOON, NOON + 590, NOON + 1620]) {
      const there = own + 10 + 10_400;
      clock.hear(date(Math.floor(there / 1000) * 1000), own, own + 20);
    }
    expect(Math.abs(clock.ahead - 10_400)).toBeLessThan(30);
  });

  it('starts over when a clock was set', () => {
    const clock = new ServerClock();
    clock.hear(date(NOON), NOON, NOON + 20);
    clock.hear(date(NOON + 10_000), NOON + 3_610_000, NOON + 3_610_020);
    expect(clock.ahead).toBe(-3_599_000);
  });
});
