import { describe, expect, it } from 'vitest';
import { Camera } from './camera';
import { type Viewport, centred, fit, keepOver, toPlanX, toPlanY, zoomAt } from './viewport';

const VIEW: Viewport = { width: 800, height: 600, scale: 2, x: 30, y: -40 };
const HOUSE = { left: 100, top: 50, right: 500, bottom: 250 };

describe('zooming', () => {
  it.each([
    [3, 0, 0],
    [0.7, 400, 300],
    [11, 799, 1],
  ])('to scale %d keeps the point under (%d, %d)', (scale, x, y) => {
    const zoomed = zoomAt(VIEW, scale, x, y);
    expect(zoomed.scale).toBe(scale);
    expect(toPlanX(zoomed, x)).toBeCloseTo(toPlanX(VIEW, x), 9);
    expect(toPlanY(zoomed, y)).toBeCloseTo(toPlanY(VIEW, y), 9);
  });

  it('in many small steps ends where one step ends', () => {
    let view = VIEW;
    for (let step = 0; step < 100; step++) view = zoomAt(view, view.scale * 1.01, 123, 456);
    const once = zoomAt(VIEW, VIEW.scale * 1.01 ** 100, 123, 456);
    expect(view.x).toBeCloseTo(once.x, 6);
    expect(view.y).toBeCloseTo(once.y, 6);
  });
});

describe('fitting', () => {
  it('shows the whole rectangle, in the middle, as large as it goes', () => {
    const view = fit(VIEW, HOUSE);
    expect(view.scale).toBe(2);
    expect([toPlanX(view, 0), toPlanX(view, 800)]).toEqual([100, 500]);
    expect(toPlanY(view, 300)).toBe(150);
  });

  it('keeps clear of what the page covers', () => {
    const view = fit(VIEW, HOUSE, { left: 0, top: 0, right: 400, bottom: 0 });
    expect(view.scale).toBe(1);
    expect(toPlanX(view, 400)).toBe(500);
  });
});

it('keeps the middle of the canvas over the house', () => {
  const lost = keepOver({ ...VIEW, x: 1e6, y: -1e6 }, HOUSE);
  expect(toPlanX(lost, 400)).toBe(100);
  expect(toPlanY(lost, 300)).toBe(250);
});

describe('the camera', () => {
  const camera = (): Camera => {
    const made = new Camera(HOUSE, fit(VIEW, HOUSE));
    made.setLimits({ minScale: 1, maxScale: 10 });
    return made;
  };

  it('stays within its limits', () => {
    const made = camera();
    made.zoomBy(1000, 400, 300);
    expect(made.view.scale).toBe(10);
    made.zoomBy(1e-6, 400, 300);
    expect(made.view.scale).toBe(1);
  });

  it('keeps the point under the cursor all along a smooth zoom', () => {
    const made = camera();
    const [x, y] = [500, 200];
    const planX = toPlanX(made.view, x);
    made.glideBy(3, x, y, 0, 100);
    for (let now = 10; now <= 100; now += 10) {
      made.step(now);
      expect(toPlanX(made.view, x)).toBeCloseTo(planX, 6);
    }
    expect(made.view.scale).toBeCloseTo(6, 9);
    expect(made.isMoving).toBe(false);
  });

  it('adds up turns of the wheel that come while it still glides', () => {
    const made = camera();
    made.glideBy(1.5, 400, 300, 0, 100);
    made.step(30);
    made.glideBy(1.5, 400, 300, 30, 100);
    made.step(130);
    expect(made.view.scale).toBeCloseTo(2 * 1.5 * 1.5, 9);
  });

  it('comes to rest after a fling', () => {
    const made = camera();
    made.fling(1, 0, 0);
    const before = made.view.x;
    let now = 0;
    while (made.step((now += 16))) expect(now).toBeLessThan(5000);
    expect(made.view.x).toBeGreaterThan(before + 50);
  });

  it('goes there at once without time to glide', () => {
    const made = camera();
    made.glideTo(centred(made.view, { x: 200, y: 100 }, 5), 0, 0);
    expect(made.view.scale).toBe(5);
    expect(made.isMoving).toBe(false);
  });
});
