import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import { bytesOf, deltaBytes, snapshotBytes } from '../testing/bytes';
import { block, modelOf, planOf, row } from '../testing/houses';
import { SeatMapFormatError } from './seat-map-bytes';
import { HouseModel } from '../model/house-model';

const delta = (from: bigint, to: bigint, ...seats: [number, number][]): ArrayBuffer =>
  bytesOf(deltaBytes({ from, to, seats }));

describe('a delta', () => {
  it('is applied when it starts from the version that is here', () => {
    const model = modelOf(block(1, 4), '0000', 10n);
    expect(model.applyDelta(delta(10n, 12n, [1, 1], [3, 2]))).toBe('applied');
    expect([...model.house.states]).toEqual([0, 1, 0, 2]);
    expect(model.house.version).toBe(12n);
  });

  it('is passed over when it ends at or before the version that is here', () => {
    const model = modelOf(block(1, 4), '0000', 10n);
    expect(model.applyDelta(delta(8n, 10n, [0, 2]))).toBe('stale');
    expect([...model.house.states]).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['starts later', 11n, 12n],
    ['starts earlier, but ends later', 9n, 12n],
  ])('is a gap when it %s, and changes nothing', (_, from, to) => {
    const model = modelOf(block(1, 4), '0000', 10n);
    expect(model.applyDelta(delta(from, to, [0, 2]))).toBe('gap');
    expect([...model.house.states]).toEqual([0, 0, 0, 0]);
    expect(model.house.version).toBe(10n);
  });

  it('is a gap before the first snapshot', () => {
    const model = new HouseModel({ plan: block(1, 4), prices: [] });
    expect(model.applyDelta(delta(0n, 1n, [0, 1]))).toBe('gap');
  });

  it('with a seat that the plan has not is refused whole', () => {
    const model = modelOf(block(1, 4), '0000', 10n);
    expect(() => model.applyDelta(delta(10n, 11n, [0, 2], [4, 2]))).toThrow(SeatMapFormatError);
    expect([...model.house.states]).toEqual([0, 0, 0, 0]);
    expect(model.house.version).toBe(10n);
  });
});

describe('a snapshot', () => {
  it('of another number of seats is refused', () => {
    expect(() => modelOf(block(1, 4), '00000')).toThrow(SeatMapFormatError);
  });

  it('that is older than what is here is passed over', () => {
    const model = modelOf(block(1, 4), '2000', 10n);
    model.applySnapshot(bytesOf(snapshotBytes({ version: 9n, states: '0000' })));
    expect(model.house.states[0]).toBe(2);
  });
});

describe('the tally', () => {
  const plan = loadPlan(planOf([row({ count: 3, y: 0, zone: [0, 0, 1] })], [row({ count: 2, y: 30, zone: 1 })]));

  it('counts free seats by section and zone', () => {
    const { tally } = modelOf(plan, '01000');
    expect([tally.freeIn(0, 0), tally.freeIn(0, 1), tally.freeIn(1, 1)]).toEqual([1, 1, 2]);
    expect([tally.freeInSection(0), tally.freeInZone(1)]).toEqual([2, 3]);
  });

  it('follows deltas both ways, and held to sold changes nothing', () => {
    const model = modelOf(plan, '01000', 10n);
    model.applyDelta(delta(10n, 11n, [0, 1], [1, 0], [4, 2]));
    expect([model.tally.freeInSection(0), model.tally.freeInSection(1)]).toEqual([2, 1]);
    model.applyDelta(delta(11n, 12n, [0, 2]));
    expect(model.tally.freeInSection(0)).toBe(2);
  });
});

it('counts what is free in a general-admission area', () => {
  const outline = [[0, 0], [10, 0], [10, 10]] as const;
  const plan = loadPlan({
    ...planOf([row({ count: 1, y: 0 })]),
    areas: [{ id: 'PIT', name: 'Pit', capacity: 100, zone: 0, outline }],
  });
  const model = new HouseModel({ plan, prices: [] });
  model.applySnapshot(bytesOf(snapshotBytes({ version: 1n, states: '0', areas: [[100, 5, 20, 10]] })));
  expect(model.house.areaFree(0)).toBe(65);
  model.applyDelta(bytesOf(deltaBytes({ from: 1n, to: 2n, areas: [[0, 6, 30, 10]] })));
  expect(model.house.areaFree(0)).toBe(54);
});
