import { describe, expect, it, vi } from 'vitest';
import type { EventSummary } from '../../api/types';
import { NARROW, WIDE, layOut } from './cityLayout';
import { learnDigits } from '../../words/money';
import { laterThan, searchOf } from './search';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
await learnDigits(() => Promise.resolve({ digits: { EUR: 2, JPY: 0, KWD: 3 } }));

const query = (text: string) => new URLSearchParams(text);

describe('a search', () => {
  it('takes words, city and price from the address', () => {
    expect(searchOf(query('q=hamlet&city=Vienna&price=50'))).toMatchObject({ q: 'hamlet', city: 'Vienna', maxPriceMinor: 5000, currency: 'EUR' });
  });
  it('counts a price in the digits of its currency', () => {
    expect(searchOf(query('price=50&currency=JPY'))).toMatchObject({ maxPriceMinor: 50, currency: 'JPY' });
    expect(searchOf(query('price=50&currency=KWD'))).toMatchObject({ maxPriceMinor: 50_000, currency: 'KWD' });
    expect(searchOf(query('price=cheap')).maxPriceMinor).toBeUndefined();
  });
  it('stays the same within a minute, so that it is not asked anew', () => {
    const at = (seconds: number) => searchOf(query('when=month'), new Date(2026, 10, 21, 12, 0, seconds));
    expect(at(5)).toEqual(at(50));
  });
  it('goes on after an empty weekend, with everything else that was asked for', () => {
    expect(laterThan(query('city=Vienna'))).toBeNull();
    const later = laterThan(query('when=weekend&city=Vienna'), new Date(2026, 10, 18, 12));
    expect(later).toMatchObject({ city: 'Vienna', from: new Date(2026, 10, 23).toISOString() });
    expect(later?.to).toBeUndefined();
  });
  it('takes only a real place as near', () => {
    expect(searchOf(query('near=48.2,16.4')).near).toBe('48.2,16.4');
    expect(searchOf(query('near=<script>')).near).toBeUndefined();
  });
});

describe('the map of cities', () => {
  const event = (city: string, lat: number, lon: number) => ({ id: city, name: city, venue: { id: city, name: city, city, lat, lon } }) as EventSummary;
  it('puts north above and east at the right', () => {
    const { cities } = layOut([event('Vienna', 48.2, 16.4), event('Berlin', 52.5, 13.4)]);
    const [vienna, berlin] = ['Vienna', 'Berlin'].map((name) => cities.find((city) => city.name === name)!) as [typeof cities[0], typeof cities[0]];
    expect(berlin.y).toBeLessThan(vienna.y);
    expect(berlin.x).toBeLessThan(vienna.x);
  });
  it('moves cities off each other, and names each where it covers none, on paper of any width', () => {
    const near = ['Vienna', 'Bratislava', 'Brno', 'Graz', 'Linz'].map((name, i) => event(name, 48 + i / 100, 16 + i / 100));
    for (const paper of [WIDE, NARROW]) {
      const { cities } = layOut([...near, event('Rio', -22.9, -43.2)], paper);
      for (const [i, one] of cities.entries()) {
        expect(one.x).toBeGreaterThan(0);
        expect(one.x).toBeLessThan(paper.width);
        for (const other of cities.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      }
    }
  });
  it('counts the events of a city once each', () => {
    expect(layOut([event('Vienna', 48.2, 16.4), event('Vienna', 48.2, 16.4)]).cities).toMatchObject([{ name: 'Vienna', events: 2 }]);
  });
  it('leaves out what has no place', () => {
    expect(layOut([{ ...event('X', 0, 0), venue: { id: 'x', name: 'x', city: 'X' } }]).cities).toEqual([]);
  });
});
