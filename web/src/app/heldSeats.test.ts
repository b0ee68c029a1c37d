import { beforeEach, expect, it, vi } from 'vitest';
import { allHeld, dropHeld, giveUp, heldIn, keepHeld, timeLeft } from './heldSeats';
import type { HeldSeats } from './heldSeats';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

const held = (eventId: string, holdId: string, minutes = 10): HeldSeats => ({
  holdId, eventId, eventName: eventId, startsAt: '2026-12-24T20:00:00Z', timeZone: null, venue: '', seats: [], area: null, lines: [],
  total: { amountMinor: 0, currency: 'EUR' }, expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(), extended: false,
});

it('keeps the seats of two events beside each other', () => {
  keepHeld(held('trio', 'h1'));
  keepHeld(held('tango', 'h2'));
  expect([heldIn('trio')?.holdId, heldIn('tango')?.holdId]).toEqual(['h1', 'h2']);
});

it('has one hold of each event, the last one', () => {
  keepHeld(held('trio', 'h1'));
  keepHeld(held('trio', 'h2'));
  expect(allHeld().map(({ holdId }) => holdId)).toEqual(['h2']);
});

it('drops the one that is named alone', () => {
  keepHeld(held('trio', 'h1'));
  keepHeld(held('tango', 'h2'));
  dropHeld('h1');
  expect(allHeld().map(({ holdId }) => holdId)).toEqual(['h2']);
});

it('remembers seats whose time is over for a while only', () => {
  keepHeld(held('trio', 'h1', -1));
  keepHeld(held('old', 'h0', -60));
  keepHeld(held('tango', 'h2'));
  expect(allHeld().map(({ holdId }) => holdId)).toEqual(['h1', 'h2']);
});

it('reads what an earlier version of the page kept, and nothing that is broken', () => {
  localStorage.setItem('cavea.held', JSON.stringify(held('trio', 'h1')));
  expect(heldIn('trio')?.holdId).toBe('h1');
  localStorage.setItem('cavea.held', '{');
  expect(allHeld()).toEqual([]);
});

it('holds nothing any more once seats were given back, even if the clock goes back a little', () => {
  giveUp(held('trio', 'h1'));
  const given = heldIn('trio');
  expect(given).not.toBeNull();
  expect(timeLeft(given!, Date.now() - 5_000)).toBeLessThanOrEqual(0);
});
