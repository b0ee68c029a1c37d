import type { GestureTarget, Pointer } from '../input/gestures';
import type { HouseModel } from '../model/house-model';
import type { Plan } from '../plan/plan';
import { contains } from '../view/rect';
import { type Stage, TOUCH_TARGET } from '../view/stage';

/** From this width on, in CSS pixels, a mouse can meet a seat. */
const MOUSE_TARGET = 9;
/** A zoom by less than this is not worth a tap. */
const LEAST_STEP = 1.5;
/** From this width on, in CSS pixels, seats are nearly large enough for a finger. */
const NEARLY_MET = 28;
/** A finger's tap counts for the nearest free seat within this distance. */
const SNAP = TOUCH_TARGET / 2 + 6;

/** Half of what lies between rows, as a share of the distance of neighbours. */
const BETWEEN_ROWS = 0.85;

export interface PointingOutcome {
  redraw(): void;
  /** A seat was tapped or clicked. */
  seat(seat: number): void;
  /** A general-admission area was. */
  area(area: number): void;
  /** Nothing that can be taken was. */
  nothing(): void;
}

/** What the pointer's gestures mean to the house. */
export class Pointing implements GestureTarget {
  readonly #model: HouseModel;
  readonly #stage: Stage;
  readonly #outcome: PointingOutcome;
  #didTapSeat = false;

  constructor(model: HouseModel, stage: Stage, outcome: PointingOutcome) {
    this.#model = model;
    this.#stage = stage;
    this.#outcome = outcome;
  }

  hold(): void {
    this.#stage.camera.jumpTo(this.#stage.camera.view);
  }

  pan(dx: number, dy: number): void {
    this.#stage.pan(dx, dy);
    this.#outcome.redraw();
  }

  pinch(factor: number, x: number, y: number): void {
    this.#stage.pinch(factor, x, y);
    this.#outcome.redraw();
  }

  fling(speedX: number, speedY: number): void {
    this.#stage.fling(speedX, speedY);
    this.#outcome.redraw();
  }

  tap(pointer: Pointer): void {
    this.#didTapSeat = false;
    const { x, y } = this.#stage.toPlan(pointer.x, pointer.y);
    const area = areaAt(this.#model.plan, x, y);
    const seat = this.seatAt(pointer);
    const isSmall = this.#stage.seatWidth < (pointer.isTouch ? TOUCH_TARGET - 4 : MOUSE_TARGET);
    const near = isSmall ? this.#seatNear(x, y) : -1;
    if (near >= 0) {
      this.#zoomTo(near, pointer);
      this.#outcome.redraw();
    } else if (seat >= 0 && !isSmall) {
      this.#didTapSeat = true;
      this.#outcome.seat(seat);
    } else if (area >= 0) {
      this.#outcome.area(area);
    } else {
      this.#outcome.nothing();
    }
  }

  /** Seats answer each tap; elsewhere the second one zooms. */
  doubleTap(pointer: Pointer): void {
    if (this.#didTapSeat && this.seatAt(pointer) >= 0) {
      this.tap(pointer);
      return;
    }
    this.#stage.notch(2, pointer.x, pointer.y);
    this.#outcome.redraw();
  }

  /** The seat that is meant there, or -1: a finger means the nearest that can be taken. */
  seatAt(pointer: { x: number; y: number; isTouch: boolean }): number {
    const { x, y } = this.#stage.toPlan(pointer.x, pointer.y);
    const { pitch } = this.#model.plan;
    const perPixel = pitch / this.#stage.seatWidth;
    const exact = this.#model.grid.nearest(x, y, pitch * 0.55);
    if (!pointer.isTouch) return exact;
    const { picked } = this.#model.selection;
    const isWanted = (seat: number): boolean => this.#model.isPickable(seat) || picked.has(seat);
    if (exact >= 0 && isWanted(exact)) return exact;
    // Rows may be further apart than seats: between two of them a tap means one of both.
    const reach = Math.max(SNAP * perPixel, pitch * BETWEEN_ROWS);
    const near = this.#model.grid.nearest(x, y, reach, isWanted);
    return near >= 0 ? near : exact;
  }

  /** The section under that point, or -1. */
  sectionAt(pointer: { x: number; y: number }): number {
    const { x, y } = this.#stage.toPlan(pointer.x, pointer.y);
    const { plan, grid } = this.#model;
    const seat = grid.nearest(x, y, plan.pitch * 1.6);
    return seat < 0 ? -1 : plan.section[seat]!;
  }

  /** The seat whose neighbourhood is meant while seats are small, or -1. */
  #seatNear(x: number, y: number): number {
    const { plan, grid } = this.#model;
    const reach = Math.max(plan.pitch * 1.6, (plan.pitch / this.#stage.seatWidth) * (TOUCH_TARGET / 2));
    return grid.nearest(x, y, reach);
  }

  /** From the house to the section, from the section to its seats, for a finger as for a mouse. */
  #zoomTo(seat: number, { x, y, isTouch }: Pointer): void {
    const { plan } = this.#model;
    const { bounds } = plan.sections[plan.section[seat]!]!;
    const { scale } = this.#stage.camera.view;
    const before = this.#stage.seatWidth;
    this.#stage.showRect(bounds, isTouch ? TOUCH_TARGET + 2 : undefined);
    const growth = this.#stage.camera.target.scale / scale;
    // A section as large as the house is no step; one whose seats a finger nearly meets would be one too many.
    const isStep = growth >= LEAST_STEP && !(isTouch && isBetween(before * growth, NEARLY_MET, TOUCH_TARGET - 4));
    if (isStep) return;
    if (isTouch) this.#stage.zoomToTouch(plan.x[seat]!, plan.y[seat]!);
    else this.#stage.notch(Math.max(2, (MOUSE_TARGET * 1.6) / before), x, y);
  }
}

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value < high;

export function areaAt(plan: Plan, x: number, y: number): number {
  return plan.areas.findIndex(({ bounds, outline }) => contains(bounds, x, y) && isInside(outline, x, y));
}

function isInside(outline: Float32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    const [fromX, fromY, toX, toY] = [outline[j]!, outline[j + 1]!, outline[i]!, outline[i + 1]!];
    const crosses = fromY > y !== toY > y;
    if (crosses && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}
