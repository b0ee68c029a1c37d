import { describe, expect, it } from 'vitest';
import { block, modelOf, planOf, row } from '../testing/houses';
import { bytesOf, deltaBytes } from '../testing/bytes';
import type { Viewport } from '../view/viewport';
import { type Colour, contrast, mix, parseColour, rgb } from './colour';
import { FADE_MILLIS } from './fades';
import { HousePainter } from './house-painter';
import { inksOf } from './palette';
import { Pixels, blend } from './pixels';
import { PolygonFiller } from './polygon';
import { FREE_SEAT } from './look';
import { inkOn, seatLayers } from './seat-layers';
import type { HouseModel } from '../model/house-model';
import { loadPlan } from '../plan/load-plan';

const PALETTE = {
  ground: '#f0f0f0',
  section: '#ffffff',
  line: '#dddddd',
  ink: '#111111',
  inkSoft: '#555555',
  taken: '#bbbbbb',
  mine: '#990066',
  onMine: '#ffffff',
  warn: '#885500',
  zones: ['#0000ff', '#00aa00'],
};
const INKS = inksOf(PALETTE);
const VIEW: Viewport = { width: 240, height: 160, scale: 2, x: 20, y: 20 };

function painted(model: HouseModel, view = VIEW): HousePainter {
  const painter = new HousePainter(model, INKS);
  painter.update(view, 0);
  return painter;
}

function pixelAt(painter: HousePainter, model: HouseModel, seat: number, view = VIEW): Colour {
  const x = Math.round(model.plan.x[seat]! * view.scale + Math.round(view.x));
  const y = Math.round(model.plan.y[seat]! * view.scale + Math.round(view.y));
  return painter.pixels.data[y * painter.pixels.width + x]!;
}

const take = (model: HouseModel, ...seats: [number, number][]): void => {
  const from = model.house.version!;
  model.applyDelta(bytesOf(deltaBytes({ from, to: from + 1n, seats })));
};

/** What is on the canvas must not depend on the way there. */
function expectSamePicture(painter: HousePainter, model: HouseModel, view: Viewport): void {
  const fresh = painted(model, view);
  let different = 0;
  painter.pixels.data.forEach((pixel, at) => {
    if (pixel !== fresh.pixels.data[at]) different++;
  });
  expect(different).toBe(0);
}

describe('the picture', () => {
  it('shows each seat in its place, by zone and state', () => {
    const plan = loadPlan(planOf([row({ label: 'A', count: 5, y: 0, zone: [0, 1, 0, 0, 0] })]));
    const model = modelOf(plan, '00200');
    model.togglePick(4);
    const painter = painted(model);
    const seen = [0, 1, 2].map((seat) => pixelAt(painter, model, seat));
    expect(seen).toEqual([INKS.zones[0], INKS.zones[1], INKS.taken]);
    expect(pixelAt(painter, model, 4)).toBe(INKS.onMine);
  });

  it('tells states by shape too: no two look alike in black and white', () => {
    const model = modelOf(block(1, 4), '0123');
    const view = { ...VIEW, scale: 4 };
    const painter = painted(model, view);
    const shapes = [0, 1, 2, 3].map((seat) => {
      const left = Math.round(model.plan.x[seat]! * 4 + 20) - 18;
      let shape = '';
      for (let y = 2; y < 38; y++) {
        for (let x = left; x < left + 36; x++) {
          const isGround = painter.pixels.data[y * 240 + x] === INKS.ground;
          shape += isGround ? '.' : '#';
        }
      }
      return shape;
    });
    expect(new Set(shapes).size).toBe(4);
  });

  it('greys out what the filter leaves out', () => {
    const plan = loadPlan(planOf([row({ count: 2, y: 0, zone: [0, 1] })]));
    const model = modelOf(plan, '00');
    const painter = painted(model);
    model.setFilter({ zones: [0] });
    painter.changeAll();
    painter.update(VIEW, 0);
    expect(pixelAt(painter, model, 0)).toBe(INKS.zones[0]);
    expect(pixelAt(painter, model, 1)).not.toBe(INKS.zones[1]);
  });

  it('dims the rest while a zone stands out', () => {
    const plan = loadPlan(planOf([row({ count: 2, y: 0, zone: [0, 1] })]));
    const model = modelOf(plan, '00');
    const painter = painted(model);
    expect(painter.setHighlight({ kind: 'zone', zone: 1 })).toBe(true);
    expect(painter.setHighlight({ kind: 'zone', zone: 1 })).toBe(false);
    painter.update(VIEW, 0);
    expect(pixelAt(painter, model, 0)).toBe(mix(INKS.zones[0]!, INKS.section, 0.72));
    expect(pixelAt(painter, model, 1)).toBe(INKS.zones[1]);
  });
});

describe('painting only what changed gives the same picture as painting all', () => {
  const house = (): HouseModel => modelOf(block(6, 9), '012301230'.repeat(6));

  it.each([
    [7, 3],
    [-13, 5],
    [40, -22],
    [-300, 0],
  ])('after a pan by %d, %d', (dx, dy) => {
    const model = house();
    const painter = painted(model);
    const view = { ...VIEW, x: VIEW.x + dx, y: VIEW.y + dy };
    painter.update(view, 0);
    expectSamePicture(painter, model, view);
  });

  it('after a long way of pans of parts of a pixel', () => {
    const model = house();
    const painter = painted(model);
    let view = VIEW;
    for (let step = 0; step < 60; step++) {
      view = { ...view, x: view.x + 0.37 + (step % 3), y: view.y - 0.61 };
      painter.update(view, 0);
    }
    expectSamePicture(painter, model, view);
  });

  it.each([0.2, 0.45, 1.7, 4.3])('after changes and pans together at scale %d', (scale) => {
    const model = house();
    const start = { ...VIEW, scale };
    const painter = painted(model, start);
    model.events.on('change', ({ seats }) => painter.changeSeats(seats ?? [], null));
    take(model, [0, 2], [13, 0], [53, 1]);
    const view = { ...start, x: start.x + 9, y: start.y - 4 };
    painter.update(view, 0);
    take(model, [1, 1], [14, 2]);
    model.togglePick(4);
    painter.update(view, 0);
    expectSamePicture(painter, model, view);
  });

  it('after a zoom and a change of size', () => {
    const model = house();
    const painter = painted(model);
    const view = { ...VIEW, width: 300, height: 100, scale: 3.3 };
    painter.update(view, 0);
    expectSamePicture(painter, model, view);
  });
});

describe('a seat that goes', () => {
  it('fades from its colour to grey and then rests', () => {
    const model = modelOf(block(1, 2), '00');
    const painter = painted(model);
    model.events.on('change', ({ seats }) => painter.changeSeats(seats!, 1000));
    take(model, [0, 2]);
    const blueness: number[] = [];
    for (const now of [1000, 1000 + FADE_MILLIS / 2, 1000 + FADE_MILLIS]) {
      painter.update(VIEW, now);
      blueness.push(pixelAt(painter, model, 0) & 255);
    }
    expect(blueness[0]).toBe(0);
    expect(blueness[1]).toBeGreaterThan(60);
    expect(blueness[1]).toBeLessThan(130);
    expect(pixelAt(painter, model, 0)).toBe(INKS.taken);
    expect(painter.isFading).toBe(false);
  });
});

describe('polygons', () => {
  const BLACK = rgb(0, 0, 0);
  const WHITE = rgb(255, 255, 255);

  function area(points: number[], clip = { left: 0, top: 0, right: 100, bottom: 60 }): number {
    const pixels = new Pixels(100, 60);
    pixels.fill(pixels.rect, WHITE);
    new PolygonFiller().fill(pixels, clip, Float32Array.from(points), BLACK);
    return pixels.data.reduce((sum, pixel) => sum + (255 - (pixel & 255)) / 255, 0);
  }

  it.each([
    ['a square on whole pixels', [10, 10, 30, 10, 30, 30, 10, 30], 400],
    ['a square on parts of pixels', [10.25, 10.5, 30.75, 10.5, 30.75, 30, 10.25, 30], 20.5 * 19.5],
    ['a triangle, either way round', [10, 10, 10, 50, 90, 50], 1600],
    ['a sliver', [10, 10, 90, 10.4, 90, 10.9, 10, 10.5], 40],
    ['one that reaches out at all sides', [-50, -50, 150, -50, 150, 110, -50, 110], 6000],
    ['one with a dent', [10, 10, 50, 10, 50, 50, 30, 20, 10, 50], 40 * 40 - (40 * 30) / 2],
  ])('cover their area: %s', (_, points, expected) => {
    expect(area(points)).toBeGreaterThan(expected * 0.99 - 1);
    expect(area(points)).toBeLessThan(expected * 1.01 + 1);
  });

  it('stay inside the clip, and look there as without it', () => {
    expect(area([0, 0, 100, 0, 100, 60, 0, 60], { left: 20, top: 10, right: 40, bottom: 15 })).toBe(100);
    const triangle = [10, 5, 90, 30, 20, 55];
    const left = area(triangle, { left: 0, top: 0, right: 47, bottom: 60 });
    const right = area(triangle, { left: 47, top: 0, right: 100, bottom: 60 });
    expect(left + right).toBeCloseTo(area(triangle), 6);
  });

  it('leave nothing behind for the next', () => {
    const draw = (filler: PolygonFiller): Uint32Array => {
      const pixels = new Pixels(100, 60);
      filler.fill(pixels, pixels.rect, Float32Array.of(3, 3, 95, 7, 60, 55), WHITE);
      return pixels.data;
    };
    const used = new PolygonFiller();
    draw(used);
    expect(draw(used)).toEqual(draw(new PolygonFiller()));
  });
});

describe('colours', () => {
  it('are read as pages and browsers write them', () => {
    expect(parseColour('#f80')).toBe(rgb(255, 136, 0));
    expect(parseColour('#0C808E')).toBe(rgb(12, 128, 142));
    expect(parseColour('rgb(1, 2, 3)')).toBe(rgb(1, 2, 3));
    expect(parseColour('color(srgb 0.18 0 1)')).toBe(rgb(46, 0, 255));
    expect(() => parseColour('teal-ish')).toThrow('teal-ish');
  });

  it('blend from nothing to all', () => {
    const [one, other] = [rgb(10, 200, 30), rgb(250, 0, 90)];
    expect(blend(one, other, 0)).toBe(one);
    expect(blend(one, other, 256)).toBe(other);
    expect(blend(one, other, 128)).toBe(rgb(130, 100, 60));
  });

  it('leave numbers on seats readable', () => {
    for (const zone of ['#562fa2', '#1d9ae4', '#17a974', '#ce810b', '#4efdc0', '#e3e33a', '#a85332']) {
      const ground = parseColour(zone);
      expect(contrast(inkOn(ground), ground)).toBeGreaterThan(4.5);
    }
  });
});

describe('where the system forces its colours', () => {
  const forced = inksOf({ ...PALETTE, isForced: true });

  it('zones are told apart by the shape of their seats alone', () => {
    const shapes = Array.from({ length: 8 }, (_, hue) => {
      const [base] = seatLayers(FREE_SEAT | (hue << 5), forced, 10, 0);
      const corners = [-0.82, 0.82].flatMap((y) => [-0.82, 0.82].map((x) => (base!.shape(x, y) < 0 ? 1 : 0)));
      return corners.join('');
    });
    expect(new Set(shapes).size).toBe(8);
  });

  it('the middle of a seat stays whole for its number', () => {
    for (let hue = 0; hue < 8; hue++) {
      const [base] = seatLayers(FREE_SEAT | (hue << 5), forced, 10, 0);
      for (const [x, y] of [[0, 0], [-0.5, 0], [0.5, 0], [0, 0.4], [0, -0.4]] as const) expect(base!.shape(x, y)).toBeLessThan(0);
    }
  });

  it('nothing lies between the words on the stage and their ground', () => {
    expect(forced.focus).toBe(forced.section);
  });
});
