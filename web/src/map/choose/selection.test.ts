import { describe, expect, it } from 'vitest';
import { bytesOf, deltaBytes, snapshotBytes } from '../testing/bytes';
import { PRICES, block, modelOf } from '../testing/houses';
import { HouseModel } from '../model/house-model';

const take = (model: HouseModel, from: bigint, ...seats: [number, number][]): void => {
  expect(model.applyDelta(bytesOf(deltaBytes({ from, to: from + 1n, seats })))).toBe('applied');
};

function watched(states: string): { model: HouseModel; taken: [number, number][] } {
  const model = modelOf(block(1, states.length), states, 10n);
  const taken: [number, number][] = [];
  model.events.on('taken', (list) => taken.push(...list.map(({ seat, nearest }): [number, number] => [seat, nearest])));
  return { model, taken };
}

describe('picking', () => {
  it('toggles a free seat', () => {
    const { model } = watched('000');
    expect(model.togglePick(1)).toBe(true);
    expect([...model.selection.picked]).toEqual([1]);
    expect(model.togglePick(1)).toBe(false);
    expect(model.selection.picked.size).toBe(0);
  });

  it.each(['1', '2', '3'])('refuses a seat in state %s', (state) => {
    const { model } = watched(`0${state}`);
    expect(model.togglePick(1)).toBe(false);
    expect(model.selection.picked.size).toBe(0);
  });

  it('refuses what the snapshot has not told yet', () => {
    const model = new HouseModel({ plan: block(1, 2), prices: PRICES });
    expect(model.togglePick(0)).toBe(false);
  });

  it('stops at the limit, which counts held seats too', () => {
    const model = new HouseModel({ plan: block(1, 5), prices: PRICES, maxSeats: 2 });
    model.applySnapshot(bytesOf(snapshotBytes({ version: 1n, states: '10000' })));
    model.setMine([0]);
    expect([model.togglePick(1), model.togglePick(2)]).toEqual([true, false]);
    expect([...model.selection.picked]).toEqual([1]);
  });

  it('of the best available replaces what was picked', () => {
    const { model } = watched('0000');
    model.togglePick(0);
    model.setPicks([2, 3]);
    expect([...model.selection.picked]).toEqual([2, 3]);
  });
});

describe('a picked seat that somebody else takes', () => {
  it('is given up and reported with the nearest like it', () => {
    const { model, taken } = watched('00000');
    model.togglePick(2);
    take(model, 10n, [2, 1]);
    expect(taken).toEqual([[2, 1]]);
    expect(model.selection.picked.size).toBe(0);
  });

  it('is reported too when a snapshot tells it', () => {
    const { model, taken } = watched('00');
    model.togglePick(0);
    model.applySnapshot(bytesOf(snapshotBytes({ version: 20n, states: '22' })));
    expect(taken).toEqual([[0, -1]]);
  });

  it('does not offer as nearest what the reader has picked as well', () => {
    const { model, taken } = watched('0000');
    model.setPicks([1, 2]);
    take(model, 10n, [1, 2]);
    expect(taken).toEqual([[1, 0]]);
    expect([...model.selection.picked]).toEqual([2]);
  });
});

describe("the reader's own hold", () => {
  it('is not mistaken for somebody else’s when the map hears of it first', () => {
    const { model, taken } = watched('0000');
    model.setPicks([1, 2]);
    model.beginHold([1, 2]);
    take(model, 10n, [1, 1], [2, 1]);
    expect(taken).toEqual([]);
    model.setMine([1, 2]);
    expect(model.selection.ownership(1)).toBe('mine');
    expect(model.selection.pending.size).toBe(0);
  });

  it('that is refused gives back the picks, without what went meanwhile', () => {
    const { model, taken } = watched('0000');
    model.setPicks([1, 2]);
    model.beginHold([1, 2]);
    take(model, 10n, [1, 1]);
    model.refuseHold();
    expect([...model.selection.picked]).toEqual([2]);
    expect(taken).toEqual([[1, 0]]);
  });

  it('that ends leaves the seats to what the house says of them', () => {
    const { model } = watched('0100');
    model.setMine([1]);
    model.setMine([]);
    expect(model.selection.ownership(1)).toBe('none');
    expect(model.isPickable(1)).toBe(false);
  });
});
