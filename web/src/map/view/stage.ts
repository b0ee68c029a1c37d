import type { HouseModel } from '../model/house-model';
import type { Plan } from '../plan/plan';
import { Camera } from './camera';
import { type Rect, intersect, isEmpty, widen } from './rect';
import { type Insets, NO_INSETS, centred, fit, toPlanX, toPlanY } from './viewport';

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

  resize(): void {
    const { width, height } = this.#surface.canvas;
    const { view } = this.camera;
    const middle = { x: toPlanX(view, view.width / 2), y: toPlanY(view, view.height / 2) };
    const resized = { ...view, width, height };
    const whole = fit(resized, this.#plan.bounds, this.#deviceInsets());
    this.#wholeScale = whole.scale;
    const { density } = this.#surface;
    const widest = (WIDEST_SEAT * density) / this.#plan.pitch;
    const maxScale = Math.max(widest, whole.scale * 2);
    this.camera.setLimits({ minScale: whole.scale * 0.8, maxScale, insets: this.#deviceInsets() });
    this.camera.jumpTo(this.#isWhole ? whole : centred(resized, middle, view.scale));
  }

  /** What the page covers, in CSS pixels: a drawer from below, a panel at the side. */
  setInsets(insets: Insets): void {
    this.#insets = insets;
    this.resize();
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

  showRect(rect: Rect): void {
    const view = fit(this.camera.view, rect, this.#deviceInsets());
    const widest = (this.#surface.density * 30) / this.#plan.pitch;
    const { left, top, right, bottom } = rect;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.#glide(view.scale > widest ? centred(view, middle, widest, this.#deviceInsets()) : view);
  }

  flyTo(seats: readonly number[]): void {
    if (seats.length === 0) return;
    const { pitch } = this.#plan;
    this.showRect(widen(this.#around(seats), pitch * 5));
  }

  /** Moves only as far as needed for the seat to be seen. */
  reveal(seat: number): void {
    const margin = Math.min(60, this.#surface.canvas.width / this.#surface.density / 6);
    const spot = this.toScreen(this.#plan.x[seat]!, this.#plan.y[seat]!);
    const { width, height } = this.camera.view;
    const { density } = this.#surface;
    const { left, top, right, bottom } = this.#insets;
    const dx = outside(spot.x, left + margin, width / density - right - margin);
    const dy = outside(spot.y, top + margin, height / density - bottom - margin);
    if (dx === 0 && dy === 0) return;
    const { target } = this.camera;
    this.#glide({ ...target, x: target.x - dx * density, y: target.y - dy * density });
  }

  /** The section in the middle of the view, or -1. */
  sectionInView(): number {
    const { left, top, right, bottom } = this.visible;
    const seat = this.#model.grid.nearest((left + right) / 2, (top + bottom) / 2, this.#plan.pitch * 6);
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

function outside(at: number, low: number, high: number): number {
  if (at < low) return at - low;
  return at > high ? at - high : 0;
}
