import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import { block, planOf, row } from '../testing/houses';
import { Grid } from '../view/grid';
import { type Direction, firstStep, walk } from './walk';

const steps = (plan: Plan, from: number, ...directions: Direction[]): number => {
  const grid = new Grid(plan.x, plan.y, plan.bounds, plan.pitch * 4);
  return directions.reduce((seat, direction) => walk(plan, grid, seat, direction), from);
};

describe('walking a block of 5 rows of 8', () => {
  const plan = block(5, 8);

  it.each([
    ['left', 17],
    ['right', 19],
    ['up', 10],
    ['down', 26],
  ] as const)('%s from seat 18 leads to seat %d', (direction, to) => {
    expect(steps(plan, 18, direction)).toBe(to);
  });

  it('there and back leads where it began', () => {
    for (let seat = 0; seat < plan.seatCount; seat++) {
      const moved = steps(plan, seat, 'right');
      if (moved !== seat) expect(steps(plan, moved, 'left')).toBe(seat);
      const below = steps(plan, seat, 'down');
      if (below !== seat) expect(steps(plan, below, 'up')).toBe(seat);
    }
  });

  it.each([
    ['left', 0],
    ['up', 0],
    ['right', 39],
    ['down', 39],
  ] as const)('%s at the edge stays', (direction, seat) => {
    expect(steps(plan, seat, direction)).toBe(seat);
  });
});

it('crosses to the next section, however wide the gap', () => {
  const plan = loadPlan(planOf([row({ count: 3, y: 0 })], [row({ count: 3, x: 700, y: 4 })]));
  expect(steps(plan, 2, 'right')).toBe(3);
  expect(steps(plan, 3, 'left')).toBe(2);
});

it('keeps to the row where rows curve', () => {
  const bent = (label: string, radius: number) => ({
    ...row({ label, count: 15, y: 0 }),
    x: Array.from({ length: 15 }, (_, place) => 500 + radius * Math.sin((place - 7) * (10 / radius))),
    y: Array.from({ length: 15 }, (_, place) => radius * Math.cos((place - 7) * (10 / radius))),
  });
  const plan = loadPlan(planOf([bent('A', 120), bent('B', 132), bent('C', 144)]));
  const right = Array.from({ length: 9 }, () => 'right' as const);
  expect(steps(plan, 15 + 3, ...right)).toBe(15 + 12);
});

it('prefers a seat straight on to a nearer one at an angle, also beyond where it looks first', () => {
  const plan = loadPlan(
    planOf([
      row({ label: 'A', count: 1, y: 0 }),
      row({ label: 'B', count: 1, x: 9, y: 8 }),
      row({ label: 'C', count: 1, x: 18, y: 0 }),
      row({ label: 'D', count: 1, x: -12, y: 20 }),
      row({ label: 'E', count: 1, x: -30, y: 0 }),
    ]),
  );
  expect(steps(plan, 0, 'right')).toBe(2);
  expect(steps(plan, 0, 'left')).toBe(4);
});

it('reaches every seat of a house by arrows alone', () => {
  const plan = loadPlan(
    planOf(
      [row({ label: 'A', count: 6, y: 0 }), row({ label: 'B', count: 7, x: -5, y: 12 })],
      [row({ label: 'A', count: 4, x: 300, y: 200 }), row({ label: 'B', count: 5, x: 295, y: 212 })],
    ),
  );
  const reached = new Set([0]);
  const queue = [0];
  while (queue.length > 0) {
    const seat = queue.pop()!;
    for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = steps(plan, seat, direction);
      if (!reached.has(next)) queue.push(next);
      reached.add(next);
    }
  }
  expect(reached.size).toBe(plan.seatCount);
});

it('begins at the best seat that is open', () => {
  const plan = { ...block(1, 4), quality: Uint16Array.of(100, 900, 800, 200) };
  expect(firstStep(plan, (seat) => seat !== 1)).toBe(2);
});
