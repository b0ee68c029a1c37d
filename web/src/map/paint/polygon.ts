import { type Rect, boundsOf, intersect, isEmpty } from '../view/rect';
import type { Colour } from './colour';
import { type Pixels, blend } from './pixels';

const BLOCK_BITS = 4;

/**
 * Fills polygons with exact edges. Each edge leaves, in every row that it crosses, how much of each
 * pixel lies right of it, signed by its direction; a running sum along the row is then how much of
 * a pixel the polygon covers. Work grows with the outline's length, not with edges times rows.
 */
export class PolygonFiller {
  #cover = new Float32Array(0);
  /** Which blocks of a row an edge has touched: between two edges whole runs are skipped or filled. */
  #touched = new Uint8Array(0);

  fill(pixels: Pixels, clip: Rect, points: Float32Array, colour: Colour): void {
    const box = wholePixels(intersect(boundsOf(points), clip), clip);
    if (isEmpty(box)) return;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    this.#reserve((width + 2) * height, (((width + 2) >> BLOCK_BITS) + 1) * height);
    for (let to = 0, from = points.length - 2; to < points.length; from = to, to += 2) {
      if (points[from + 1]! < points[to + 1]!) this.#addEdge(points, from, to, 1, box);
      else if (points[from + 1]! > points[to + 1]!) this.#addEdge(points, to, from, -1, box);
    }
    this.#sweep(pixels, box, colour);
  }

  /** Both arrays are all zero between two fills. */
  #reserve(pixels: number, blocks: number): void {
    if (this.#cover.length < pixels) this.#cover = new Float32Array(pixels * 2);
    if (this.#touched.length < blocks) this.#touched = new Uint8Array(blocks * 2);
  }

  /**
   * From the upper end to the lower. Both loops in one, with indexes for arguments: this runs a
   * hundred thousand times a frame, and fractions passed from call to call would be boxed.
   */
  #addEdge(points: Float32Array, upper: number, lower: number, sign: number, box: Rect): void {
    const cover = this.#cover;
    const touched = this.#touched;
    const width = box.right - box.left;
    const blocks = ((width + 2) >> BLOCK_BITS) + 1;
    const x = points[upper]! - box.left;
    const y = points[upper + 1]! - box.top;
    const endY = points[lower + 1]! - box.top;
    const slope = (points[lower]! - box.left - x) / (endY - y);
    const lastRow = Math.min(box.bottom - box.top, Math.ceil(endY));
    for (let row = Math.max(0, Math.floor(y)); row < lastRow; row++) {
      const top = Math.max(y, row);
      const bottom = Math.min(endY, row + 1);
      const one = Math.min(width, Math.max(0, x + (top - y) * slope));
      const other = Math.min(width, Math.max(0, x + (bottom - y) * slope));
      const left = Math.min(one, other);
      const right = Math.max(one, other);
      const line = row * (width + 2);
      const drop = (bottom - top) * sign;
      const dropPerPixel = right > left ? drop / (right - left) : 0;
      let pixel = Math.floor(left);
      do {
        const from = Math.max(left, pixel);
        const to = Math.min(right, pixel + 1);
        const part = right > left ? (to - from) * dropPerPixel : drop;
        const rest = (from + to) / 2 - pixel;
        cover[line + pixel]! += part * (1 - rest);
        cover[line + pixel + 1]! += part * rest;
        touched[row * blocks + (pixel >> BLOCK_BITS)] = 1;
        touched[row * blocks + ((pixel + 1) >> BLOCK_BITS)] = 1;
        pixel++;
      } while (pixel < right);
    }
  }

  #sweep(pixels: Pixels, box: Rect, colour: Colour): void {
    const cover = this.#cover;
    const touched = this.#touched;
    const { data } = pixels;
    const count = box.right - box.left;
    const blocks = ((count + 2) >> BLOCK_BITS) + 1;
    for (let row = 0; row < box.bottom - box.top; row++) {
      const line = row * (count + 2);
      const target = (box.top + row) * pixels.width + box.left;
      let sum = 0;
      let weight = 0;
      let block = 0;
      while (block < blocks) {
        const start = block << BLOCK_BITS;
        if (touched[row * blocks + block] === 0) {
          while (block < blocks && touched[row * blocks + block] === 0) block++;
          run(data, target + start, target + Math.min(count, block << BLOCK_BITS), colour, weight);
          continue;
        }
        touched[row * blocks + block++] = 0;
        // Two more than the row has: an edge at its right end leaves its rest there.
        const end = Math.min(count + 2, start + (1 << BLOCK_BITS));
        for (let i = start; i < end; i++) {
          const step = cover[line + i]!;
          if (step !== 0) {
            cover[line + i] = 0;
            sum += step;
            weight = Math.min(256, Math.round(Math.abs(sum) * 256));
          }
          if (weight > 0 && i < count) data[target + i] = blend(data[target + i]!, colour, weight);
        }
      }
    }
  }
}

function run(data: Uint32Array, from: number, to: number, colour: Colour, weight: number): void {
  if (weight === 256) data.fill(colour, from, Math.max(from, to));
  else if (weight > 0) for (let i = from; i < to; i++) data[i] = blend(data[i]!, colour, weight);
}

function wholePixels(rect: Rect, clip: Rect): Rect {
  return intersect(clip, {
    left: Math.floor(rect.left),
    top: Math.floor(rect.top),
    right: Math.ceil(rect.right),
    bottom: Math.ceil(rect.bottom),
  });
}

/** The outline with its corners rounded, as a plan's hulls are all sharp. */
export function roundCorners(points: Float32Array, radius: number, steps = 4): Float32Array {
  const count = points.length / 2;
  if (count < 3) return points;
  const rounded: number[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[i * 2]!, points[i * 2 + 1]!];
    const before = towards(points, i, (i + count - 1) % count, radius);
    const after = towards(points, i, (i + 1) % count, radius);
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      const u = 1 - t;
      rounded.push(
        u * u * before.x + 2 * u * t * x + t * t * after.x,
        u * u * before.y + 2 * u * t * y + t * t * after.y,
      );
    }
  }
  return Float32Array.from(rounded);
}

function towards(points: Float32Array, from: number, to: number, distance: number): { x: number; y: number } {
  const x = points[from * 2]!;
  const y = points[from * 2 + 1]!;
  const dx = points[to * 2]! - x;
  const dy = points[to * 2 + 1]! - y;
  const length = Math.hypot(dx, dy);
  const share = length === 0 ? 0 : Math.min(0.45, distance / length);
  return { x: x + dx * share, y: y + dy * share };
}
