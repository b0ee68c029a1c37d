import type { Rect } from './rect';
import { type Insets, type Viewport, keepOver, panBy, zoomAt } from './viewport';

export interface Limits {
  readonly minScale: number;
  readonly maxScale: number;
  /** What the page covers: the house is kept over the middle of what it leaves. */
  readonly insets?: Insets;
}

interface Glide {
  readonly from: Viewport;
  readonly to: Viewport;
  readonly start: number;
  readonly millis: number;
}

/** Pixels a millisecond below which a fling has come to rest. */
const REST = 0.02;
const FRICTION_MILLIS = 180;

/** Where the view is and where it is going. Time comes from outside, so tests move it themselves. */
export class Camera {
  readonly #bounds: Rect;
  #limits: Limits = { minScale: 0, maxScale: Infinity };
  #view: Viewport;
  #glide: Glide | null = null;
  #fling: { speedX: number; speedY: number; last: number } | null = null;

  constructor(bounds: Rect, view: Viewport) {
    this.#bounds = bounds;
    this.#view = view;
  }

  get view(): Viewport {
    return this.#view;
  }

  /** Where the view will be once it has come to rest. */
  get target(): Viewport {
    return this.#glide?.to ?? this.#view;
  }

  get isMoving(): boolean {
    return this.#glide !== null || this.#fling !== null;
  }

  setLimits(limits: Limits): void {
    this.#limits = limits;
  }

  jumpTo(view: Viewport): void {
    this.#rest();
    this.#view = this.#allowed(view);
  }

  panBy(dx: number, dy: number): void {
    this.jumpTo(panBy(this.#view, dx, dy));
  }

  zoomBy(factor: number, x: number, y: number): void {
    this.#rest();
    this.#view = this.#zoomed(this.#view, factor, x, y);
  }

  glideTo(view: Viewport, now: number, millis: number): void {
    const to = this.#allowed(view);
    this.#fling = null;
    if (millis <= 0) {
      this.jumpTo(to);
      return;
    }
    this.#glide = { from: this.#view, to, start: now, millis };
  }

  /** Zooms on from where a glide under way will end, so that turns of a wheel add up. */
  glideBy(factor: number, x: number, y: number, now: number, millis: number): void {
    this.glideTo(this.#zoomed(this.target, factor, x, y), now, millis);
  }

  /** Speeds in pixels a millisecond. */
  fling(speedX: number, speedY: number, now: number): void {
    this.#glide = null;
    this.#fling = { speedX, speedY, last: now };
  }

  /** Moves on to this moment; whether there is more to come. */
  step(now: number): boolean {
    if (this.#glide) this.#stepGlide(this.#glide, now);
    else if (this.#fling) this.#stepFling(this.#fling, now);
    return this.isMoving;
  }

  #stepGlide({ from, to, start, millis }: Glide, now: number): void {
    const time = Math.min(1, Math.max(0, (now - start) / millis));
    if (time >= 1) {
      this.jumpTo(to);
      return;
    }
    const eased = 1 - (1 - time) ** 3;
    const scale = from.scale * (to.scale / from.scale) ** eased;
    // Moving in step with the scale keeps one point of the plan still: a zoom, not a swing.
    const isZoom = Math.abs(to.scale - from.scale) > 1e-9;
    const share = isZoom ? (scale - from.scale) / (to.scale - from.scale) : eased;
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    this.#view = { ...this.#view, scale, x, y };
  }

  #stepFling(fling: { speedX: number; speedY: number; last: number }, now: number): void {
    const millis = Math.max(0, now - fling.last);
    this.#view = this.#allowed(panBy(this.#view, fling.speedX * millis, fling.speedY * millis));
    const slower = Math.exp(-millis / FRICTION_MILLIS);
    fling.speedX *= slower;
    fling.speedY *= slower;
    fling.last = now;
    if (Math.hypot(fling.speedX, fling.speedY) < REST) this.#fling = null;
  }

  #zoomed(view: Viewport, factor: number, x: number, y: number): Viewport {
    return this.#allowed(zoomAt(view, this.#clampScale(view.scale * factor), x, y));
  }

  #allowed(view: Viewport): Viewport {
    const scale = this.#clampScale(view.scale);
    const allowed = scale === view.scale ? view : zoomAt(view, scale, view.width / 2, view.height / 2);
    return keepOver(allowed, this.#bounds, this.#limits.insets);
  }

  #clampScale(scale: number): number {
    return Math.min(this.#limits.maxScale, Math.max(this.#limits.minScale, scale));
  }

  #rest(): void {
    this.#glide = null;
    this.#fling = null;
  }
}
