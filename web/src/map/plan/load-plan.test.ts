import { describe, expect, it } from 'vitest';
import { block, planOf, row } from '../testing/houses';
import { loadPlan } from './load-plan';
import { type Plan, areNeighbours, isAtAisle, seatId, seatNumber } from './plan';
import type { PlanDocument } from './plan-document';
import { PlanFormatError } from './plan-format-error';
import { SeatIndex } from './seat-index';
import { seatAngles } from './seat-angles';

describe('a plan', () => {
  const document = planOf(
    [
      { ...row({ label: 'A', count: 3, y: 0 }), zones: [0, 1, 0], flags: [0, 4, 1], quality: [10, 20, 30] },
      { ...row({ label: 'B', count: 2, y: 10 }), ids: ['guid-1', 'guid-2'] },
    ],
    [row({ label: 'A', count: 1, y: 50, zone: 1 })],
  );
  const plan = loadPlan(document);

  it('becomes columns in plan order', () => {
    expect(plan.seatCount).toBe(6);
    expect([...plan.x]).toEqual([0, 10, 20, 0, 10, 0]);
    expect([...plan.zone]).toEqual([0, 1, 0, 0, 0, 1]);
    expect([...plan.quality]).toEqual([10, 20, 30, 0, 0, 0]);
    expect([...plan.section]).toEqual([0, 0, 0, 0, 0, 1]);
    expect([...plan.row]).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it('names seats by their own id, else by section, row and number', () => {
    expect([0, 3, 5].map((seat) => seatId(plan, seat))).toEqual(['S1-A-1', 'guid-1', 'S2-A-1']);
    expect(seatNumber(plan, 2)).toBe('3');
  });

  it('finds seats by id', () => {
    const index = new SeatIndex(plan);
    expect(['S2-A-1', 'guid-2', 'S1-A-3', 'S1-A-4', ''].map((id) => index.find(id))).toEqual([5, 4, 2, -1, -1]);
  });

  it('parts neighbours at aisles and at rows’ ends', () => {
    expect([0, 1, 2, 3, 4, 5].map((seat) => areNeighbours(plan, seat))).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
    const wide = block(1, 4);
    expect([0, 1, 2, 3].map((seat) => isAtAisle(wide, seat))).toEqual([true, false, false, true]);
  });

  it('has bounds around all seats although no outline is given', () => {
    expect(plan.bounds.left).toBeLessThan(-5);
    expect(plan.bounds.bottom).toBeGreaterThan(55);
  });
});

describe('a plan that is not well-formed', () => {
  it.each([
    ['x', { x: [1, 2] }],
    ['zones', { zones: [0] }],
    ['quality', { quality: [1, 2, 3, 4] }],
  ])('is refused with the place of the fault: %s', (column, fault) => {
    const broken = planOf([row({ count: 1, y: 0 }), { ...row({ label: 'B', count: 3, y: 0 }), ...fault }]);
    expect(() => loadPlan(broken)).toThrow(PlanFormatError);
    expect(() => loadPlan(broken)).toThrow(`sections[0].rows[1].${column}`);
  });

  it('of another format is refused', () => {
    const other = { ...planOf([]), format: 'cavea-plan/2' } as unknown as PlanDocument;
    expect(() => loadPlan(other)).toThrow('cavea-plan/1');
  });
});

it('turns seats along their row', () => {
  const slanted: Plan = {
    ...block(1, 3),
    x: Float32Array.of(0, 10, 20),
    y: Float32Array.of(0, 10, 20),
  };
  expect([...seatAngles(slanted)]).toEqual([4, 4, 4]);
  expect([...seatAngles(block(1, 3))]).toEqual([0, 0, 0]);
});
