import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import { AISLE_BEFORE, COMPANION, WHEELCHAIR } from '../plan/plan';
import { bytesOf, deltaBytes } from '../testing/bytes';
import { PRICES, block, modelOf, planOf, row } from '../testing/houses';
import { HouseModel } from '../model/house-model';
import { orphansLeftBy } from './orphans';
import { shortPrice, spokenPrice } from './price';
import { nearestLike } from './similar';

const fits = (model: HouseModel): string => [...model.fits].join('');

describe('a filter', () => {
  const plan = loadPlan(
    planOf([
      row({ label: 'A', count: 4, y: 0, zone: [0, 0, 1, 1], flags: [WHEELCHAIR, COMPANION, 0, 0] }),
      row({ label: 'B', count: 4, y: 10, zone: 1 }),
    ]),
  );

  it('lets every free seat through while it is open', () => {
    expect(fits(modelOf(plan, '01230000'))).toBe('10001111');
  });

  it('by price keeps both ends of the range', () => {
    const model = modelOf(plan, '00000000');
    model.setFilter({ maxPriceMinor: 2550 });
    expect(fits(model)).toBe('00111111');
    model.setFilter({ minPriceMinor: 2551, maxPriceMinor: 4500 });
    expect(fits(model)).toBe('11000000');
  });

  it('for accessible places keeps wheelchair places and their companions', () => {
    const model = modelOf(plan, '00000000');
    model.setFilter({ accessible: true });
    expect(fits(model)).toBe('11000000');
  });

  it('by zone', () => {
    const model = modelOf(plan, '00000000');
    model.setFilter({ zones: [0] });
    expect(fits(model)).toBe('11000000');
  });

  it('never lets a zone through that is not on sale', () => {
    const model = new HouseModel({ plan, prices: [PRICES[0]!, null] });
    model.setFilter({});
    expect(fits(model)).toBe('11000000');
  });
});

describe('n together', () => {
  it('keeps only runs that are long enough', () => {
    const model = modelOf(block(1, 10), '0001000011');
    model.setFilter({ together: 4 });
    expect(fits(model)).toBe('0000111100');
    model.setFilter({ together: 3 });
    expect(fits(model)).toBe('1110111100');
  });

  it('does not reach over an aisle, nor from one row to the next', () => {
    const flags = [0, 0, AISLE_BEFORE, 0];
    const plan = loadPlan(planOf([row({ label: 'A', count: 4, y: 0, flags }), row({ label: 'B', count: 2, y: 10 })]));
    const model = modelOf(plan, '000000');
    model.setFilter({ together: 3 });
    expect(fits(model)).toBe('000000');
    model.setFilter({ together: 2 });
    expect(fits(model)).toBe('111111');
  });

  it('follows what others take', () => {
    const model = modelOf(block(1, 5), '00000', 10n);
    model.setFilter({ together: 3 });
    model.applyDelta(bytesOf(deltaBytes({ from: 10n, to: 11n, seats: [[2, 1]] })));
    expect(fits(model)).toBe('00000');
    model.applyDelta(bytesOf(deltaBytes({ from: 11n, to: 12n, seats: [[2, 0]] })));
    expect(fits(model)).toBe('11111');
  });

  it('tells that the row looks different, not only the seat that went', () => {
    const model = modelOf(block(2, 3), '000000', 10n);
    model.setFilter({ together: 3 });
    const touched: number[] = [];
    model.events.on('change', ({ seats }) => touched.push(...(seats ?? [])));
    model.applyDelta(bytesOf(deltaBytes({ from: 10n, to: 11n, seats: [[1, 2]] })));
    expect(touched).toEqual([0, 1, 2]);
  });

  it("counts the reader's own held seats as there to be had", () => {
    const model = modelOf(block(1, 4), '1100');
    model.setMine([0, 1]);
    model.setFilter({ together: 4 });
    expect(fits(model)).toBe('1111');
  });
});

describe('single seats left over', () => {
  const orphans = (states: string, picks: number[], plan = block(1, states.length)): number[] =>
    orphansLeftBy(plan, (seat) => states[seat] === '0', new Set(picks));

  it.each([
    ['between the picks and a taken seat', '000200', [0, 1], [2]],
    ['at the row’s end', '0000', [1, 2, 3], [0]],
    ['at both sides', '2000002', [2, 3, 4], [1, 5]],
    ['never where two remain', '000000', [0, 1], []],
    ['never where the seat was single before', '020000', [2, 3], []],
    ['never when the run is taken whole', '2002', [1, 2], []],
  ])('%s', (_, states, picks, expected) => {
    expect(orphans(states, picks)).toEqual(expected);
  });

  it('beside an aisle', () => {
    const flags = [0, 0, 0, AISLE_BEFORE, 0, 0];
    const plan = loadPlan(planOf([row({ count: 6, y: 0, flags })]));
    expect(orphans('000000', [0, 1], plan)).toEqual([2]);
  });
});

describe('the nearest seat like it', () => {
  const plan = {
    ...loadPlan(planOf([row({ count: 8, y: 0, zone: [0, 0, 0, 1, 1, 1, 0, 0], flags: [0, 0, 0, 0, 0, 0, 0, WHEELCHAIR] })])),
    quality: Uint16Array.of(500, 500, 500, 500, 500, 500, 500, 500),
  };

  it('is of the same zone although another is nearer', () => {
    expect(nearestLike(plan, 2, (seat) => seat >= 3)).toBe(6);
  });

  it('is of another zone when the own has none', () => {
    expect(nearestLike(plan, 2, (seat) => seat >= 3 && seat < 6)).toBe(3);
  });

  it('is no wheelchair place for who did not choose one', () => {
    expect(nearestLike(plan, 2, (seat) => seat === 7)).toBe(-1);
  });

  it('prefers a seat further off to one with a much worse view', () => {
    const worse = { ...plan, quality: Uint16Array.of(500, 100, 900, 0, 0, 0, 880, 0) };
    expect(nearestLike(worse, 2, (seat) => seat === 1 || seat === 6)).toBe(6);
  });
});

describe('prices', () => {
  const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

  it('show cents only where there are some', () => {
    expect([shortPrice(euros(4500), 'en'), shortPrice(euros(4550), 'en')]).toEqual(['€45', '€45.50']);
  });

  it('know currencies without cents', () => {
    expect(shortPrice({ amountMinor: 4500, currency: 'JPY' }, 'en')).toBe('¥4,500');
  });

  it('are spoken with the currency’s name', () => {
    expect(spokenPrice(euros(4500), 'en')).toBe('45 euros');
  });
});
