export interface Pointer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly time: number;
  readonly isTouch: boolean;
}

/** What fingers and mice turn out to mean. Distances in CSS pixels, speeds in pixels a millisecond. */
export interface GestureTarget {
  hold(): void;
  pan(dx: number, dy: number): void;
  pinch(factor: number, x: number, y: number): void;
  fling(speedX: number, speedY: number): void;
  tap(pointer: Pointer): void;
  doubleTap(pointer: Pointer): void;
}

/** A finger that moves less than this has not moved. */
const SLOP = { touch: 10, mouse: 4 };
const DOUBLE_TAP_MILLIS = 300;
const DOUBLE_TAP_DISTANCE = 30;
/** What happened longer before the finger left says nothing about its speed. */
const SPEED_WINDOW_MILLIS = 80;
const SLOWEST_FLING = 0.15;

/** Tells taps, double taps, pans, flings and pinches apart. Knows no DOM. */
export class Gestures {
  readonly #target: GestureTarget;
  readonly #pointers = new Map<number, Pointer>();
  #start: Pointer | null = null;
  #isMoving = false;
  #trail: Pointer[] = [];
  #lastTap: Pointer | null = null;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  get isDown(): boolean {
    return this.#pointers.size > 0;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  down(pointer: Pointer): void {
    this.#pointers.set(pointer.id, pointer);
    this.#target.hold();
    this.#trail = [pointer];
    if (this.#pointers.size === 1) {
      this.#start = pointer;
      this.#isMoving = false;
    } else {
      // A second finger makes a pinch; it will not end as a tap.
      this.#start = null;
      this.#isMoving = true;
    }
  }

  move(pointer: Pointer): void {
    const before = this.#pointers.get(pointer.id);
    if (!before) return;
    if (this.#pointers.size === 2) this.#pinch(before, pointer);
    else if (this.#pointers.size === 1) this.#drag(before, pointer);
    else this.#pointers.set(pointer.id, pointer);
  }

  up(pointer: Pointer): void {
    if (!this.#pointers.delete(pointer.id)) return;
    if (this.#pointers.size > 0) {
      this.#trail = [];
      return;
    }
    if (this.#isMoving) this.#release(pointer);
    else this.#tap(pointer);
  }

  cancel(id: number): void {
    this.#pointers.delete(id);
    this.#isMoving = this.#pointers.size > 0;
  }

  #drag(before: Pointer, pointer: Pointer): void {
    const slop = pointer.isTouch ? SLOP.touch : SLOP.mouse;
    if (!this.#isMoving && this.#start) {
      if (distance(this.#start, pointer) < slop) return;
      this.#isMoving = true;
    }
    this.#pointers.set(pointer.id, pointer);
    this.#trail.push(pointer);
    this.#target.pan(pointer.x - before.x, pointer.y - before.y);
  }

  #pinch(before: Pointer, pointer: Pointer): void {
    const other = [...this.#pointers.values()].find(({ id }) => id !== pointer.id)!;
    const factor = distance(pointer, other) / Math.max(1, distance(before, other));
    this.#pointers.set(pointer.id, pointer);
    const x = (pointer.x + other.x) / 2;
    const y = (pointer.y + other.y) / 2;
    this.#target.pan((pointer.x - before.x) / 2, (pointer.y - before.y) / 2);
    this.#target.pinch(factor, x, y);
  }

  #release(pointer: Pointer): void {
    this.#isMoving = false;
    const recent = this.#trail.filter(({ time }) => pointer.time - time <= SPEED_WINDOW_MILLIS);
    const first = recent[0];
    if (!first || !pointer.isTouch) return;
    const millis = Math.max(1, pointer.time - first.time);
    const speedX = (pointer.x - first.x) / millis;
    const speedY = (pointer.y - first.y) / millis;
    if (Math.hypot(speedX, speedY) >= SLOWEST_FLING) this.#target.fling(speedX, speedY);
  }

  #tap(pointer: Pointer): void {
    const last = this.#lastTap;
    const isDouble =
      last !== null &&
      pointer.time - last.time <= DOUBLE_TAP_MILLIS &&
      distance(last, pointer) <= DOUBLE_TAP_DISTANCE;
    this.#lastTap = isDouble ? null : pointer;
    if (isDouble) this.#target.doubleTap(pointer);
    else this.#target.tap(pointer);
  }
}

function distance(a: Pointer, b: Pointer): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
