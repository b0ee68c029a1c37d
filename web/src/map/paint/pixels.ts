import type { Rect } from '../view/rect';
import type { Colour } from './colour';

/** A picture in memory, row after row; every pixel is opaque. */
export class Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array<ArrayBuffer>;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint32Array(width * height);
  }

  get rect(): Rect {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }

  /** The same memory as canvas knows it. */
  get bytes(): Uint8ClampedArray<ArrayBuffer> {
    return new Uint8ClampedArray(this.data.buffer);
  }

  fill(rect: Rect, colour: Colour): void {
    if (rect.left === 0 && rect.right === this.width) {
      this.data.fill(colour, rect.top * this.width, rect.bottom * this.width);
      return;
    }
    for (let y = rect.top; y < rect.bottom; y++) {
      this.data.fill(colour, y * this.width + rect.left, y * this.width + rect.right);
    }
  }

  /**
   * Moves the whole picture. What comes in at the edges is left over from the other side and must be
   * painted; {@link exposedBy} tells where.
   */
  shift(dx: number, dy: number): void {
    const by = dy * this.width + dx;
    if (by >= 0) this.data.copyWithin(by, 0, this.data.length - by);
    else this.data.copyWithin(0, -by);
  }

  /** The strips that a shift leaves to be painted; the whole picture for a long one. */
  exposedBy(dx: number, dy: number): Rect[] {
    const { width, height } = this;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) return [this.rect];
    const strips: Rect[] = [];
    if (dy > 0) strips.push({ left: 0, top: 0, right: width, bottom: dy });
    if (dy < 0) strips.push({ left: 0, top: height + dy, right: width, bottom: height });
    const top = Math.max(0, dy);
    const bottom = height + Math.min(0, dy);
    if (dx > 0) strips.push({ left: 0, top, right: dx, bottom });
    if (dx < 0) strips.push({ left: width + dx, top, right: width, bottom });
    return strips;
  }
}

/** `top` over `bottom`; `cover` 0 to 256. */
export function blend(bottom: Colour, top: Colour, cover: number): Colour {
  const rest = 256 - cover;
  const redBlue = ((bottom & 0xff00ff) * rest + (top & 0xff00ff) * cover) >>> 8;
  const green = ((bottom & 0xff00) * rest + (top & 0xff00) * cover) >>> 8;
  return (0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00)) >>> 0;
}
