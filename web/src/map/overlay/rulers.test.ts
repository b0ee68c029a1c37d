import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import { PITCH, block, planOf, row } from '../testing/houses';
import { rulerMarks } from './rulers';

const CLEAR = { left: 0, top: 0, right: 400, bottom: 300 };
const view = (scale: number, x: number, y: number) => ({ width: 400, height: 300, scale, x, y });

describe('the letters of rows', () => {
  it('stand beside both ends where those are in sight', () => {
    const marks = rulerMarks(block(2, 5), 0, view(4, 100, 100), CLEAR, 1);
    expect(marks.map(({ label }) => label)).toEqual(['A', 'A', 'B', 'B']);
    expect(marks[0]).toEqual({ label: 'A', x: 100 - 38, y: 100 });
    expect(marks[1]).toEqual({ label: 'A', x: 260 + 38, y: 100 });
  });

  it('are pinned at the edge, inside what the page leaves, where the row goes on', () => {
    const [start, end] = rulerMarks(block(1, 100), 0, view(4, -1000, 100), { ...CLEAR, right: 300 }, 1);
    expect(start!.x).toBeGreaterThan(0);
    expect(start!.x).toBeLessThan(20);
    expect(end!.x).toBeGreaterThan(280);
    expect(end!.x).toBeLessThan(300);
  });

  it('are those of the one section that is asked for', () => {
    const plan = loadPlan(planOf([row({ label: 'J', count: 4, y: 0 })], [row({ label: 'D', count: 4, x: 60, y: 0 })]));
    expect(new Set(rulerMarks(plan, 0, view(3, 50, 50), CLEAR, 1).map(({ label }) => label))).toEqual(new Set(['J']));
    expect(new Set(rulerMarks(plan, 1, view(3, 50, 50), CLEAR, 1).map(({ label }) => label))).toEqual(new Set(['D']));
  });

  it('stand above and below a row that runs up and down', () => {
    const sideways = row({ count: 4, y: 0 });
    const plan = loadPlan(planOf([{ ...sideways, x: [0, 0, 0, 0], y: [0, PITCH, PITCH * 2, PITCH * 3] }]));
    const [start, end] = rulerMarks(plan, 0, view(4, 200, 80), CLEAR, 1);
    expect([start!.x, end!.x]).toEqual([200, 200]);
    expect([start!.y, end!.y]).toEqual([80 - 38, 200 + 38]);
  });

  it('are not there for rows out of sight', () => {
    expect(rulerMarks(block(2, 5), 0, view(4, 900, 100), CLEAR, 1)).toEqual([]);
  });
});
