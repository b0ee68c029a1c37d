import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load-plan';
import { HouseModel } from '../model/house-model';
import { bytesOf, snapshotBytes } from '../testing/bytes';
import { PRICES, block, modelOf, planOf, row } from '../testing/houses';
import { Stage } from '../view/stage';
import { toPlanX, toPlanY } from '../view/viewport';
import { pressKey } from './keys';
import { Pointing } from './pointing';

const OPENING = { canvas: { width: 400, height: 300 }, density: 1 };

/** A block of 20 by 30 seats, ten plan units apart, seen through 400 by 300 pixels. */
function play(states = '0'.repeat(600)) {
  const model = modelOf(block(20, 30), states);
  const stage = new Stage(OPENING, model, () => true, () => 0);
  const heard: string[] = [];
  const pointing = new Pointing(model, stage, {
    redraw: () => {},
    seat: (seat) => heard.push(`seat ${seat}`),
    area: (area) => heard.push(`area ${area}`),
    nothing: () => heard.push('nothing'),
  });
  const pointerAt = (planX: number, planY: number, isTouch: boolean) => {
    const { x, y } = stage.toScreen(planX, planY);
    return { id: 1, x, y, time: 0, isTouch };
  };
  return { model, stage, pointing, heard, pointerAt };
}

describe('a finger', () => {
  it('that taps small seats zooms to where they are large enough, and picks none', () => {
    const { stage, pointing, heard, pointerAt } = play();
    expect(stage.seatWidth).toBeLessThan(20);
    pointing.tap(pointerAt(100, 50, true));
    expect(heard).toEqual([]);
    expect(stage.seatWidth).toBeGreaterThanOrEqual(44);
    const { view } = stage.camera;
    expect(toPlanX(view, 200)).toBeCloseTo(100, 6);
    expect(toPlanY(view, 150)).toBeCloseTo(50, 6);
  });

  it('goes from the house to the section, and from there to its seats, as a mouse does', () => {
    const rows = (x: number) => Array.from({ length: 20 }, (_, y) => row({ label: String(y), count: 20, x, y: y * 10 }));
    const model = modelOf(loadPlan(planOf(rows(0), rows(260), rows(520))), '0'.repeat(1200));
    const stage = new Stage(OPENING, model, () => true, () => 0);
    const heard: string[] = [];
    const pointing = new Pointing(model, stage, {
      redraw() {}, area() {}, seat: (seat) => heard.push(`seat ${seat}`), nothing: () => heard.push('nothing'),
    });
    const tap = () => pointing.tap({ id: 1, time: 0, isTouch: true, ...stage.toScreen(350, 95) });
    tap();
    const { left, right } = model.plan.sections[1]!.bounds;
    expect([stage.toScreen(left, 0).x, stage.toScreen(right, 0).x].every((x) => x >= 0 && x <= 400)).toBe(true);
    expect(stage.seatWidth).toBeLessThan(20);
    expect(stage.sectionInView()).toBe(1);
    tap();
    expect(stage.seatWidth).toBeGreaterThanOrEqual(44);
    expect(heard).toEqual([]);
    tap();
    expect(heard).toHaveLength(1);
  });

  it('that taps beside small seats lands on seats', () => {
    const { stage, pointing, pointerAt } = play();
    pointing.tap(pointerAt(-12, 50, true));
    expect(toPlanX(stage.camera.view, 200)).toBeCloseTo(0, 6);
    expect(stage.seatWidth).toBeGreaterThanOrEqual(44);
  });

  it('means the nearest free seat once seats are large', () => {
    const states = `${'0'.repeat(155)}2${'0'.repeat(444)}`;
    const { stage, pointing, heard, pointerAt } = play(states);
    stage.zoomToTouch(50, 50);
    pointing.tap(pointerAt(54, 50, true));
    expect(heard).toEqual(['seat 156']);
  });

  it('that taps between two rows means a seat of one of them', () => {
    const rows = [row({ label: 'A', count: 20, y: 0 }), row({ label: 'B', count: 20, y: 16 })];
    const model = modelOf(loadPlan(planOf(rows)), '0'.repeat(40));
    const stage = new Stage(OPENING, model, () => true, () => 0);
    const heard: number[] = [];
    const pointing = new Pointing(model, stage, { redraw() {}, area() {}, seat: (seat) => heard.push(seat), nothing: () => heard.push(-1) });
    stage.zoomToTouch(100, 8);
    for (const y of [7, 8.5, 9]) pointing.tap({ id: 1, time: 0, isTouch: true, ...stage.toScreen(100, y) });
    expect(heard).toEqual([10, 30, 30]);
  });

  it('is told of the taken seat when none free is in reach', () => {
    const { stage, pointing, heard, pointerAt } = play('2'.repeat(600));
    stage.zoomToTouch(50, 50);
    pointing.tap(pointerAt(51, 50, true));
    expect(heard).toEqual(['seat 155']);
  });

  it('taps a picked seat to give it back', () => {
    const { model, stage, pointing, heard, pointerAt } = play();
    model.togglePick(155);
    stage.zoomToTouch(50, 50);
    pointing.tap(pointerAt(52, 50, true));
    expect(heard).toEqual(['seat 155']);
  });
});

describe('a mouse', () => {
  it('means exactly the seat that it is over', () => {
    const { stage, pointing, heard, pointerAt } = play();
    stage.zoomToTouch(50, 50);
    pointing.tap(pointerAt(53, 48, false));
    pointing.tap(pointerAt(-30, 50, false));
    expect(heard).toEqual(['seat 155', 'nothing']);
  });

  it('knows the section under it', () => {
    const plan = loadPlan(planOf([row({ count: 5, y: 0 })], [row({ count: 5, x: 200, y: 0 })]));
    const model = modelOf(plan, '0'.repeat(10));
    const stage = new Stage(OPENING, model, () => true, () => 0);
    const pointing = new Pointing(model, stage, { redraw() {}, seat() {}, area() {}, nothing() {} });
    const sections = [20, 220, 120].map((x) => pointing.sectionAt(stage.toScreen(x, 0)));
    expect(sections).toEqual([0, 1, -1]);
  });
});

it('a double tap beside the seats zooms in by two', () => {
  const { stage, pointing, pointerAt } = play();
  const before = stage.seatWidth;
  pointing.doubleTap(pointerAt(-40, -40, true));
  expect(stage.seatWidth).toBeCloseTo(before * 2, 6);
});

it('a tap in a general-admission area means the area', () => {
  const document = planOf([row({ count: 2, y: 0 })]);
  const outline = [[100, 100], [200, 100], [200, 200], [100, 200]] as const;
  const plan = loadPlan({ ...document, areas: [{ id: 'PIT', name: 'Pit', capacity: 9, zone: 0, outline }] });
  const model = new HouseModel({ plan, prices: PRICES });
  model.applySnapshot(bytesOf(snapshotBytes({ version: 1n, states: '00', areas: [[9, 0, 0, 0]] })));
  const stage = new Stage(OPENING, model, () => true, () => 0);
  const heard: number[] = [];
  const pointing = new Pointing(model, stage, {
    redraw() {},
    seat() {},
    area: (area) => heard.push(area),
    nothing: () => heard.push(-1),
  });
  for (const [x, y] of [[150, 150], [150, 210]] as const) {
    pointing.tap({ id: 1, time: 0, isTouch: true, ...stage.toScreen(x, y) });
  }
  expect(heard).toEqual([0, -1]);
});

describe('the stage', () => {
  it('shows the whole house clear of what the page covers', () => {
    const { stage } = play();
    stage.setInsets({ left: 0, top: 0, right: 0, bottom: 120 });
    const bottom = stage.toScreen(0, 190);
    expect(bottom.y).toBeLessThan(180);
  });

  it('flies to seats so that all of them are seen', () => {
    const { stage } = play();
    stage.flyTo([0, 29]);
    expect([stage.isVisible(0), stage.isVisible(29), stage.isVisible(599)]).toEqual([true, true, false]);
  });

  it('moves to reveal a seat only when it is out of sight', () => {
    const { stage } = play();
    stage.zoomToTouch(150, 100);
    const { view } = stage.camera;
    stage.reveal(315);
    expect(stage.camera.view).toBe(view);
    stage.reveal(0);
    expect(stage.isVisible(0)).toBe(true);
    expect(stage.camera.view.scale).toBe(view.scale);
  });
});

describe('the view after a pick', () => {
  it('stays as large as it was, whatever comes to cover the house', () => {
    const { model, stage } = play();
    const whole = stage.camera.view;
    stage.setInsets({ left: 0, top: 0, right: 0, bottom: 60 });
    expect(stage.camera.view.scale).toBeLessThan(whole.scale);
    model.togglePick(155);
    const chosen = stage.camera.view;
    for (const bottom of [180, 20]) {
      stage.setInsets({ left: 0, top: 0, right: 0, bottom });
      stage.reveal(155);
      expect(stage.camera.view.scale).toBe(chosen.scale);
    }
  });

  it('moves, without a zoom, when the seat would be covered', () => {
    const { model, stage } = play();
    stage.zoomToTouch(150, 150);
    model.togglePick(465);
    const { view } = stage.camera;
    stage.setInsets({ left: 0, top: 0, right: 0, bottom: 40 });
    stage.reveal(465);
    expect(stage.camera.view).toEqual(view);
    stage.setInsets({ left: 0, top: 0, right: 0, bottom: 170 });
    stage.reveal(465);
    expect(stage.toScreen(150, 150).y).toBeLessThan(130);
    expect(stage.camera.view.scale).toBe(view.scale);
  });
});

describe('a key', () => {
  const press = (key: string, modifiers = {}): string[] => {
    const heard: string[] = [];
    const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...modifiers };
    const meant = pressKey(event, {
      walk: (direction) => heard.push(`walk ${direction}`),
      pan: (dx, dy) => heard.push(`pan ${dx} ${dy}`),
      choose: () => heard.push('choose'),
      zoom: (factor) => heard.push(factor > 1 ? 'zoom in' : 'zoom out'),
      showAll: () => heard.push('all'),
      leave: () => heard.push('leave'),
    });
    return [...heard, String(meant)];
  };

  it.each([
    ['ArrowUp', 'walk up'],
    ['ArrowLeft', 'walk left'],
    [' ', 'choose'],
    ['Enter', 'choose'],
    ['+', 'zoom in'],
    ['-', 'zoom out'],
    ['0', 'all'],
  ])('%s means %s', (key, meaning) => {
    expect(press(key)).toEqual([meaning, 'true']);
  });

  it('with Shift pans, and with Ctrl is the browser’s', () => {
    expect(press('ArrowUp', { shiftKey: true })).toEqual(['pan 0 80', 'true']);
    expect(press('+', { ctrlKey: true })).toEqual(['false']);
    expect(press('Tab')).toEqual(['false']);
  });
});
