import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import { COMPANION, WHEELCHAIR } from '../plan/plan';
import { PRICES, modelOf, planOf, row } from '../testing/houses';
import { HouseModel } from '../model/house-model';
import { Announcer } from './announcer';
import { ListModel } from './list-model';
import { seatCard } from './seat-card';
import { seatName } from './seat-name';
import { ENGLISH } from './words';

const SPEECH = { words: ENGLISH, locale: 'en' };
const plan = loadPlan(
  planOf(
    [
      row({ label: 'C', count: 4, y: 0, flags: [0, 0, WHEELCHAIR, COMPANION] }),
      row({ label: 'D', count: 3, y: 10 }),
    ],
    [row({ label: 'A', count: 2, y: 40, zone: 1 })],
  ),
);

describe("a seat's full name", () => {
  const model = modelOf(plan, '000012300');
  model.togglePick(1);

  it.each([
    [0, 'Stalls, row C, seat 1, 45 euros, aisle, free'],
    [1, 'Stalls, row C, seat 2, 45 euros, chosen'],
    [2, 'Stalls, row C, seat 3, 45 euros, wheelchair place, free'],
    [3, 'Stalls, row C, seat 4, 45 euros, companion seat, aisle, free'],
    [4, 'Stalls, row D, seat 1, 45 euros, aisle, held by someone else'],
    [5, 'Stalls, row D, seat 2, 45 euros, sold'],
    [6, 'Stalls, row D, seat 3, 45 euros, aisle, not for sale'],
    [7, 'Circle, row A, seat 1, 25.50 euros, aisle, free'],
  ])('of seat %d', (seat, name) => {
    expect(seatName(model, seat, SPEECH)).toBe(name);
  });

  it('says when nothing is known yet', () => {
    const fresh = new HouseModel({ plan, prices: PRICES });
    expect(seatName(fresh, 1, SPEECH)).toBe('Stalls, row C, seat 2, 45 euros, loading');
  });
});

describe('the list', () => {
  const model = modelOf(plan, '000012311');
  const list = new ListModel(model, SPEECH);

  it('names sections with what is free and the lowest price of it', () => {
    expect(list.sections().map(({ label }) => label)).toEqual([
      'Stalls, from €45, 4 free',
      'Circle, sold out',
    ]);
  });

  it('has rows with their counts', () => {
    expect(list.rows(0)).toEqual([
      { row: 0, label: 'C', free: 4, total: 4 },
      { row: 1, label: 'D', free: 0, total: 3 },
    ]);
  });

  it('has a checkbox a seat, disabled when ticking can do nothing', () => {
    model.setPicks([0]);
    model.setMine([4]);
    const boxes = [...list.seats(0), ...list.seats(1)];
    expect(boxes.map(({ isChecked }) => isChecked)).toEqual([true, false, false, false, true, false, false]);
    expect(boxes.map(({ isDisabled }) => isDisabled)).toEqual([false, false, false, false, true, true, true]);
  });

  it('walks as the map does', () => {
    expect([list.walk(1, 'right'), list.walk(1, 'down')]).toEqual([2, 5]);
  });
});

it('tells a page everything of a seat', () => {
  expect(seatCard(modelOf(plan, '000000000'), 7, SPEECH)).toMatchObject({
    id: 'S2-A-1',
    section: 'Circle',
    row: 'A',
    number: '1',
    zoneName: 'Far',
    price: { amountMinor: 2550, currency: 'EUR' },
    isAtAisle: true,
    isWheelchair: false,
    state: 0,
    isPickable: true,
  });
});

describe('announcements', () => {
  function announcer(): { said: [number, string][]; voice: Announcer; pass: (millis: number) => void } {
    let now = 0;
    let timers: { at: number; callback: () => void }[] = [];
    const said: [number, string][] = [];
    const after = (millis: number, callback: () => void): (() => void) => {
      const timer = { at: now + millis, callback };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    };
    const voice = new Announcer((message) => said.push([now, message]), { now: () => now, after }, 4000);
    const pass = (millis: number): void => {
      const until = now + millis;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.callback();
      }
      now = until;
    };
    return { said, voice, pass };
  }

  it('are at least four seconds apart, and later news of a topic replaces earlier', () => {
    const { said, voice, pass } = announcer();
    voice.announce('a', 'one');
    pass(0);
    voice.announce('a', 'two');
    pass(1000);
    voice.announce('a', 'three');
    pass(10_000);
    expect(said).toEqual([
      [0, 'one'],
      [4000, 'three'],
    ]);
  });

  it('say first what is urgent, and forget nothing of another topic', () => {
    const { said, voice, pass } = announcer();
    voice.announce('a', 'first');
    pass(0);
    voice.announce('b', 'news');
    voice.announce('c', 'your seat was taken', true);
    pass(20_000);
    expect(said.map(([, message]) => message)).toEqual(['first', 'your seat was taken', 'news']);
  });

  it('give each topic its turn, however often another changes', () => {
    const { said, voice, pass } = announcer();
    for (let time = 0; time < 5; time++) {
      voice.announce('busy', `busy ${time}`);
      if (time === 1) voice.announce('rare', 'rare');
      pass(4000);
    }
    expect(said.map(([, message]) => message)).toContain('rare');
    voice.announce('busy', 'last');
    voice.announce('rare', 'second');
    voice.announce('busy', 'very last');
    pass(20_000);
    expect(said.slice(-2).map(([, message]) => message)).toEqual(['very last', 'second']);
  });

  it('are made when their turn comes, and left out when there is nothing to say', () => {
    const { said, voice, pass } = announcer();
    let free = 1;
    voice.announce('a', 'first');
    pass(0);
    voice.announce('b', () => `${free} free`);
    voice.announce('c', () => '');
    voice.announce('d', 'last');
    free = 7;
    pass(8000);
    expect(said).toEqual([
      [0, 'first'],
      [4000, '7 free'],
      [8000, 'last'],
    ]);
  });

  it('end when stopped', () => {
    const { said, voice, pass } = announcer();
    voice.announce('a', 'never');
    voice.stop();
    pass(10_000);
    expect(said).toEqual([]);
  });
});
