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

describe('seats that were given back and are wanted again', () => {
  it('are picked once they show free, and nothing goes round in circles', () => {
    const { model } = watched('01100');
    let told = 0;
    model.events.on('change', () => told++);
    model.pickOnceFree([1, 2]);
    expect(model.selection.picked.size).toBe(0);
    take(model, 10n, [1, 0], [2, 0]);
    expect([...model.selection.picked]).toEqual([1, 2]);
    expect(told).toBeLessThan(6);
  });

  it('survive a listener that sets picks itself', () => {
    const { model } = watched('0110');
    const stop = model.events.on('change', () => {
      if (!model.isFree(1)) return;
      stop();
      model.setPicks([3]);
    });
    take(model, 10n, [1, 0]);
    expect([...model.selection.picked]).toEqual([3]);
  });

  it('are waited for no longer once others are asked for', () => {
    const { model } = watched('0110');
    model.pickOnceFree([1, 2]);
    model.togglePick(0);
    take(model, 10n, [1, 0], [2, 0]);
    expect([...model.selection.picked]).toEqual([0]);
  });

  it('are reported as taken when they do not come back', () => {
    const { model, taken } = watched('01100');
    model.pickOnceFree([1, 2]);
    take(model, 10n, [2, 0]);
    model.giveUpAwaited();
    expect(taken).toEqual([[1, 0]]);
    expect([...model.selection.picked]).toEqual([2]);
    model.giveUpAwaited();
    expect(taken).toHaveLength(1);
  });
});

describe('what the server says that others have', () => {
  it('is given up at once, without waiting for the live map', () => {
    const { model, taken } = watched('0000');
    model.setPicks([0, 1]);
    model.beginHold([0, 1]);
    model.refuseHold();
    model.giveUp([1, 3]);
    expect(taken.map(([seat]) => seat)).toEqual([1]);
    expect([...model.selection.picked]).toEqual([0]);
  });
});

it('a seat too many is told with the limit, and nothing is picked', () => {
  const model = new HouseModel({ plan: block(1, 4), prices: PRICES, maxSeats: 2 });
  model.applySnapshot(bytesOf(snapshotBytes({ version: 1n, states: '0000' })));
  const told: number[] = [];
  model.events.on('limit', (most) => told.push(most));
  for (const seat of [0, 1, 2]) model.togglePick(seat);
  expect(told).toEqual([2]);
  expect([...model.selection.picked]).toEqual([0, 1]);
});

describe('a party that lost a seat', () => {
  const offer = (model: HouseModel, lost: number[]) => model.insteadOf(lost);

  it('is offered as many together near by, and the nearest for the one alone', () => {
    // Row A has seats 0 to 9, row B 10 to 19, right behind.
    const model = modelOf(block(2, 10), '0'.repeat(20));
    model.setPicks([6, 7, 8]);
    take(model, 10n, [6, 1], [9, 1], [5, 1]);
    expect(offer(model, [6])).toEqual({ together: [16, 17, 18], singles: [16] });
  });

  it('keeps the seats that it has when moving by one is enough', () => {
    const model = modelOf(block(1, 10), '0'.repeat(10));
    model.setPicks([4, 5, 6]);
    take(model, 10n, [4, 1]);
    expect(offer(model, [4]).together).toEqual([5, 6, 7]);
  });

  it('is offered singles where no row has so many', () => {
    const model = modelOf(block(1, 9), '000000000');
    model.setPicks([0, 1, 2]);
    take(model, 10n, [1, 1], [4, 1], [6, 1]);
    expect(offer(model, [1])).toEqual({ together: [], singles: [3] });
  });

  it('that did not sit together is offered a seat for each lost one, never one twice', () => {
    const model = modelOf(block(1, 12), '0'.repeat(12));
    model.setPicks([0, 4, 6, 9]);
    take(model, 10n, [4, 1], [6, 1]);
    const { together, singles } = offer(model, [4, 6]);
    expect(together).toEqual([]);
    expect(new Set(singles).size).toBe(2);
    expect(singles.every((seat) => model.isPickable(seat))).toBe(true);
  });
});
