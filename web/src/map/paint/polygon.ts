import { type Rect, boundsOf, intersect, isEmpty } from '../view/rect';
import type { Colour } from './colour';
import { type Pixels, blend } from './pixels';

/**
 * Fills polygons with exact edges. Each edge leaves, in every row that it crosses, how much of each
 * pixel lies right of it, signed by its direction; a running sum along the row is then how much of
 * a pixel the polygon covers. Work grows with the outline's length, not with edges times rows.
 */
export class PolygonFiller {
  #cover = new Float32Array(0);

  fill(pixels: Pixels, clip: Rect, points: Float32Array, colour: Colour): void {
    const box = wholePixels(intersect(boundsOf(points), clip), clip);
    if (isEmpty(box)) return;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const stride = width + 2;
    if (this.#cover.length < stride * height) this.#cover = new Float32Array(stride * height);
    let fromX = points[points.length - 2]! - box.left;
    let fromY = points[points.length - 1]! - box.top;
    for (let i = 0; i < points.length; i += 2) {
      const toX = points[i]! - box.left;
      const toY = points[i + 1]! - box.top;
      if (fromY < toY) this.#addEdge(fromX, fromY, toX, toY, 1, width, height);
      else if (fromY > toY) this.#addEdge(toX, toY, fromX, fromY, -1, width, height);
      fromX = toX;
      fromY = toY;
    }
    this.#sweep(pixels, box, colour);
  }

  /** From the upper to the lower end. */
  #addEdge(x: number, y: number, endX: number, endY: number, sign: number, width: number, height: number): void {
    const slope = (endX - x) / (endY - y);
    const lastRow = Math.min(height, Math.ceil(endY));
    for (let row = Math.max(0, Math.floor(y)); row < lastRow; row++) {
      const top = Math.max(y, row);
      const bottom = Math.min(endY, row + 1);
      const topX = x + (top - y) * slope;
      const bottomX = x + (bottom - y) * slope;
      const left = clamp(Math.min(topX, bottomX), width);
      const right = clamp(Math.max(topX, bottomX), width);
      this.#addSpan(row * (width + 2), left, right, (bottom - top) * sign);
    }
  }

  /** An edge that goes from `left` to `right` while it falls by `drop` within one row. */
  #addSpan(line: number, left: number, right: number, drop: number): void {
    const cover = this.#cover;
    const first = Math.floor(left);
    if (right <= first + 1) {
      const rest = (left + right) / 2 - first;
      cover[line + first]! += drop * (1 - rest);
      cover[line + first + 1]! += drop * rest;
      return;
    }
    const dropPerPixel = drop / (right - left);
    for (let pixel = first; pixel < right; pixel++) {
      const from = Math.max(left, pixel);
      const to = Math.min(right, pixel + 1);
      const part = (to - from) * dropPerPixel;
      const rest = (from + to) / 2 - pixel;
      cover[line + pixel]! += part * (1 - rest);
      cover[line + pixel + 1]! += part * rest;
    }
  }

  #sweep(pixels: Pixels, box: Rect, colour: Colour): void {
    const cover = this.#cover;
    const { data, width } = pixels;
    const count = box.right - box.left;
    for (let row = 0; row < box.bottom - box.top; row++) {
      const line = row * (count + 2);
      const target = (box.top + row) * width + box.left;
      let sum = 0;
      let weight = 0;
      for (let i = 0; i < count; i++) {
        const step = cover[line + i]!;
        if (step !== 0) {
          cover[line + i] = 0;
          sum += step;
          weight = Math.min(256, Math.round(Math.abs(sum) * 256));
        }
        if (weight === 256) data[target + i] = colour;
        else if (weight > 0) data[target + i] = blend(data[target + i]!, colour, weight);
      }
      cover[line + count] = 0;
      cover[line + count + 1] = 0;
    }
  }
}

function clamp(x: number, width: number): number {
  return x < 0 ? 0 : x > width ? width : x;
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
export function roundCorners(points: Float32Array, radius: number): Float32Array {
  const count = points.length / 2;
  if (count < 3) return points;
  const rounded: number[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[i * 2]!, points[i * 2 + 1]!];
    const before = towards(points, i, (i + count - 1) % count, radius);
    const after = towards(points, i, (i + 1) % count, radius);
    for (let step = 0; step <= 4; step++) {
      const t = step / 4;
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
