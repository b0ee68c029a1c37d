import type { HouseModel } from '../model/house-model';
import type { Plan } from '../plan/plan';
import { Camera } from './camera';
import { type Rect, intersect, isEmpty, widen } from './rect';
import { type Insets, type Viewport, NO_INSETS, centred, fit, toPlanX, toPlanY } from './viewport';

/** A seat that is zoomed to is so wide, in CSS pixels: the least that a finger meets. */
export const TOUCH_TARGET = 44;
const WIDEST_SEAT = 64;
const MARGIN = 12;
const GLIDE_MILLIS = 420;
const NOTCH_MILLIS = 140;
const SMOOTH_WHEEL_BELOW = 40;

/** What is looked through, in device pixels; the canvas's surface is one. */
export interface Opening {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly density: number;
}

/** Where to look: the camera in terms of the house. Positions from outside are CSS pixels. */
export class Stage {
  readonly camera: Camera;
  readonly #surface: Opening;
  readonly #plan: Plan;
  readonly #model: HouseModel;
  readonly #now: () => number;
  readonly #isStill: () => boolean;
  #insets: Insets = NO_INSETS;
  #wholeScale = 1;
  #isWhole = true;

  constructor(surface: Opening, model: HouseModel, isStill: () => boolean, now = () => performance.now()) {
    this.#surface = surface;
    this.#model = model;
    this.#plan = model.plan;
    this.#now = now;
    this.#isStill = isStill;
    const { width, height } = surface.canvas;
    this.camera = new Camera(this.#plan.bounds, { width, height, scale: 1, x: 0, y: 0 });
    this.resize();
  }

  /** The scale at which the whole house is visible. */
  get wholeScale(): number {
    return this.#wholeScale;
  }

  /** The distance of neighbours on the screen, in CSS pixels. */
  get seatWidth(): number {
    return (this.#plan.pitch * this.camera.view.scale) / this.#surface.density;
  }

  get visible(): Rect {
    const { view } = this.camera;
    return {
      left: toPlanX(view, 0),
      top: toPlanY(view, 0),
      right: toPlanX(view, view.width),
      bottom: toPlanY(view, view.height),
    };
  }

  /** What the page leaves of the picture, in device pixels. */
  get clear(): Rect {
    const { width, height } = this.#surface.canvas;
    const { density } = this.#surface;
    const { left, top, right, bottom } = this.#insets;
    return { left: left * density, top: top * density, right: width - right * density, bottom: height - bottom * density };
  }

  resize(): void {
    const { width, height } = this.#surface.canvas;
    const { view } = this.camera;
    const middle = { x: toPlanX(view, view.width / 2), y: toPlanY(view, view.height / 2) };
    const resized = { ...view, width, height };
    const whole = this.#limit(resized, !this.#isWhole);
    this.camera.jumpTo(this.#isWhole ? whole : centred(resized, middle, view.scale));
  }

  /**
   * What the page covers, in CSS pixels: a drawer from below, a panel at the side. A house that is shown whole stays so, until something is
   * chosen in it: from then on nothing moves under the finger.
   */
  setInsets(insets: Insets): void {
    this.#insets = insets;
    const isKept = !this.#isWhole || this.#model.selection.count > 0;
    const whole = this.#limit(this.camera.view, isKept);
    if (!isKept) this.camera.jumpTo(whole);
  }

  /** Sets how far one can zoom, which a view that is kept is never beyond, and gives the view of the whole house. */
  #limit(view: Viewport, isKept: boolean): Viewport {
    const whole = fit(view, this.#plan.bounds, this.#deviceInsets());
    this.#wholeScale = whole.scale;
    const widest = (WIDEST_SEAT * this.#surface.density) / this.#plan.pitch;
    const minScale = Math.min(whole.scale * 0.8, isKept ? this.camera.target.scale : Infinity);
    this.camera.setLimits({ minScale, maxScale: Math.max(widest, whole.scale * 2), insets: this.#deviceInsets() });
    return whole;
  }

  toPlan(x: number, y: number): { x: number; y: number } {
    const { density } = this.#surface;
    const { view } = this.camera;
    return { x: toPlanX(view, x * density), y: toPlanY(view, y * density) };
  }

  toScreen(x: number, y: number): { x: number; y: number } {
    const { density } = this.#surface;
    const { view } = this.camera;
    return { x: (x * view.scale + view.x) / density, y: (y * view.scale + view.y) / density };
  }

  pan(dx: number, dy: number): void {
    this.#isWhole = false;
    this.camera.panBy(dx * this.#surface.density, dy * this.#surface.density);
  }

  pinch(factor: number, x: number, y: number): void {
    this.#isWhole = false;
    this.camera.zoomBy(factor, x * this.#surface.density, y * this.#surface.density);
  }

  /** One turn of the wheel, one press of a button. */
  notch(factor: number, x?: number, y?: number): void {
    this.#isWhole = false;
    const { width, height } = this.camera.view;
    const { density } = this.#surface;
    const atX = x === undefined ? width / 2 : x * density;
    const atY = y === undefined ? height / 2 : y * density;
    this.camera.glideBy(factor, atX, atY, this.#now(), this.#isStill() ? 0 : NOTCH_MILLIS);
  }

  /** A wheel's notch glides; a trackpad's small steps are smooth by themselves. */
  wheel(delta: number, x: number, y: number, isPinch: boolean): void {
    const factor = Math.exp(-delta * (isPinch ? 0.012 : 0.0022));
    if (Math.abs(delta) < SMOOTH_WHEEL_BELOW) this.pinch(factor, x, y);
    else this.notch(factor, x, y);
  }

  fling(speedX: number, speedY: number): void {
    if (this.#isStill()) return;
    const { density } = this.#surface;
    this.camera.fling(speedX * density, speedY * density, this.#now());
  }

  showAll(): void {
    this.#glide(fit(this.camera.view, this.#plan.bounds, this.#deviceInsets()));
    this.#isWhole = true;
  }

  /** So that a finger can meet seats around that point of the plan. */
  zoomToTouch(x: number, y: number): void {
    const scale = ((TOUCH_TARGET + 2) * this.#surface.density) / this.#plan.pitch;
    this.#glide(centred(this.camera.view, { x, y }, scale, this.#deviceInsets()));
  }

  moveTo(x: number, y: number): void {
    this.camera.jumpTo(centred(this.camera.view, { x, y }, this.camera.view.scale, this.#deviceInsets()));
    this.#isWhole = false;
  }

  /** As large as it fits, but with no seat wider than `widestSeat`, in CSS pixels. */
  showRect(rect: Rect, widestSeat = 30): void {
    const view = fit(this.camera.view, rect, this.#deviceInsets());
    const widest = (this.#surface.density * widestSeat) / this.#plan.pitch;
    const { left, top, right, bottom } = rect;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.#glide(view.scale > widest ? centred(view, middle, widest, this.#deviceInsets()) : view);
  }

  flyTo(seats: readonly number[]): void {
    if (seats.length === 0) return;
    const { pitch } = this.#plan;
    this.showRect(widen(this.#around(seats), pitch * 5));
  }

  /** Moves only as far as needed for the seats to be seen, and never zooms. */
  reveal(...seats: readonly number[]): void {
    if (seats.length === 0) return;
    const { target } = this.camera;
    const { density } = this.#surface;
    const margin = Math.min(60 * density, this.#surface.canvas.width / 6);
    const around = this.#around(seats);
    const { left, top, right, bottom } = this.clear;
    const spanX = [around.left * target.scale + target.x, around.right * target.scale + target.x] as const;
    const spanY = [around.top * target.scale + target.y, around.bottom * target.scale + target.y] as const;
    const dx = outside(spanX, left + margin, right - margin);
    const dy = outside(spanY, top + margin, bottom - margin);
    if (dx === 0 && dy === 0) return;
    this.#glide({ ...target, x: target.x - dx, y: target.y - dy });
  }

  /** The section in the middle of the view, or -1. */
  sectionInView(): number {
    const { left, top, right, bottom } = this.clear;
    const { view } = this.camera;
    const [x, y] = [toPlanX(view, (left + right) / 2), toPlanY(view, (top + bottom) / 2)];
    const seat = this.#model.grid.nearest(x, y, this.#plan.pitch * 6);
    return seat < 0 ? -1 : this.#plan.section[seat]!;
  }

  isVisible(seat: number): boolean {
    const around = this.#around([seat]);
    return !isEmpty(intersect(widen(around, 1), this.visible));
  }

  #around(seats: readonly number[]): Rect {
    const xs = seats.map((seat) => this.#plan.x[seat]!);
    const ys = seats.map((seat) => this.#plan.y[seat]!);
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  }

  #glide(view: Parameters<Camera['glideTo']>[0]): void {
    this.#isWhole = false;
    this.camera.glideTo(view, this.#now(), this.#isStill() ? 0 : GLIDE_MILLIS);
  }

  #deviceInsets(): Insets {
    const { density } = this.#surface;
    const { left, top, right, bottom } = this.#insets;
    const inset = (side: number): number => (side + MARGIN) * density;
    return { left: inset(left), top: inset(top), right: inset(right), bottom: inset(bottom) };
  }
}

/** How far a span has to move to lie between `low` and `high`; one that is too long begins at `low`. */
function outside([from, to]: readonly [number, number], low: number, high: number): number {
  if (from < low) return from - low;
  return to > high ? Math.min(to - high, from - low) : 0;
}
