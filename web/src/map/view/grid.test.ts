import { describe, expect, it } from 'vitest';
import { Grid } from './grid';

const BOUNDS = { left: 0, top: 0, right: 1000, bottom: 600 };

/** Points that look random and are the same each time. */
function scatter(count: number): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  let seed = 1;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < count; i++) {
    x[i] = next() * 1000;
    y[i] = next() * 600;
  }
  return { x, y };
}

describe('the grid', () => {
  const { x, y } = scatter(3000);
  const grid = new Grid(x, y, BOUNDS, 40);

  it('holds each point once', () => {
    expect([...grid.seats].sort((a, b) => a - b)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  });

  it.each([
    [100, 100, 300, 250],
    [0, 0, 1000, 600],
    [995, 595, 1000, 600],
    [-50, -50, 20, 20],
  ])('finds within %d, %d, %d, %d what looking at each point finds', (left, top, right, bottom) => {
    const found: number[] = [];
    grid.within({ left, top, right, bottom }, (seat) => found.push(seat));
    const expected = [...x.keys()].filter(
      (i) => x[i]! >= left && x[i]! <= right && y[i]! >= top && y[i]! <= bottom,
    );
    expect(found.sort((a, b) => a - b)).toEqual(expected);
  });

  it('finds the nearest point, also across cells', () => {
    for (let probe = 0; probe < 200; probe++) {
      const [px, py] = [(probe * 37) % 1000, (probe * 91) % 600];
      const distances = [...x.keys()].map((i) => Math.hypot(x[i]! - px, y[i]! - py));
      const expected = distances.indexOf(Math.min(...distances));
      expect(grid.nearest(px, py, 100)).toBe(expected);
    }
  });

  it('finds nothing beyond the radius, and the next best when the nearest is not wanted', () => {
    const few = new Grid(Float32Array.of(10, 20), Float32Array.of(10, 10), BOUNDS, 40);
    expect(few.nearest(10, 15, 4)).toBe(-1);
    expect(few.nearest(10, 10, 50)).toBe(0);
    expect(few.nearest(10, 10, 50, (seat) => seat !== 0)).toBe(1);
  });

  it('keeps points outside its bounds in its outer cells', () => {
    const stray = new Grid(Float32Array.of(-500, 2000), Float32Array.of(-500, 2000), BOUNDS, 40);
    const found: number[] = [];
    stray.within({ left: -1000, top: -1000, right: 3000, bottom: 3000 }, (seat) => found.push(seat));
    expect(found.sort()).toEqual([0, 1]);
  });
});
