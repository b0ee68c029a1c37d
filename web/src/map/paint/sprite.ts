import { type Colour, blue, green, red } from './colour';
import type { Pixels } from './pixels';
import type { Rect } from '../view/rect';

/**
 * A small picture ready to be laid over opaque pixels: colours already multiplied by their cover, so
 * that a pixel costs one multiplication of what lies beneath. `left`, `top`: from the seat's pixel.
 */
export interface Sprite {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colours: Uint32Array;
  /** 0 to 256. */
  readonly covers: Uint16Array;
}

/** Signed distance to a shape's edge, negative inside; the seat reaches from -1 to 1. */
export type Shape = (x: number, y: number) => number;

export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

export interface SpriteGeometry {
  /** Half of the seat's width, in pixels. */
  readonly half: number;
  /** Where in its pixel the seat's middle lies, 0 up to 1. */
  readonly phaseX: number;
  readonly phaseY: number;
}

/** The smaller the seat, the more samples a pixel needs, else rows flicker as they move. */
function samples(half: number): number {
  if (half < 2) return 4;
  return half < 6 ? 2 : 1;
}

export function drawSprite(layers: readonly Layer[], geometry: SpriteGeometry): Sprite {
  const { half, phaseX, phaseY } = geometry;
  const reach = Math.ceil(half * 1.15 + 1);
  const width = reach * 2 + 1;
  const colours = new Uint32Array(width * width);
  const covers = new Uint16Array(width * width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      const x = column - reach - phaseX;
      const y = row - reach - phaseY;
      compose(layers, x, y, half, row * width + column, colours, covers);
    }
  }
  return trim({ left: -reach, top: -reach, width, height: width, colours, covers });
}

/** Without its empty rim, which would cost a small sprite more than what it shows. */
function trim(sprite: Sprite): Sprite {
  const { width, height, covers, colours } = sprite;
  let [left, top, right, bottom] = [width, height, 0, 0];
  covers.forEach((cover, at) => {
    if (cover === 0) return;
    left = Math.min(left, at % width);
    right = Math.max(right, (at % width) + 1);
    top = Math.min(top, Math.floor(at / width));
    bottom = Math.max(bottom, Math.floor(at / width) + 1);
  });
  const [newWidth, newHeight] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const trimmed = {
    left: sprite.left + left,
    top: sprite.top + top,
    width: newWidth,
    height: newHeight,
    colours: new Uint32Array(newWidth * newHeight),
    covers: new Uint16Array(newWidth * newHeight),
  };
  for (let row = 0; row < newHeight; row++) {
    const from = (top + row) * width + left;
    trimmed.colours.set(colours.subarray(from, from + newWidth), row * newWidth);
    trimmed.covers.set(covers.subarray(from, from + newWidth), row * newWidth);
  }
  return trimmed;
}

function compose(
  layers: readonly Layer[],
  x: number,
  y: number,
  half: number,
  at: number,
  colours: Uint32Array,
  covers: Uint16Array,
): void {
  let [r, g, b, alpha] = [0, 0, 0, 0];
  for (const { shape, colour } of layers) {
    const cover = coverOf(shape, x, y, half);
    if (cover === 0) continue;
    r = r * (1 - cover) + red(colour) * cover;
    g = g * (1 - cover) + green(colour) * cover;
    b = b * (1 - cover) + blue(colour) * cover;
    alpha = alpha * (1 - cover) + cover;
  }
  covers[at] = Math.round(alpha * 256);
  // Rounded down: what lies beneath is, too, and their sum must not run over into the next part.
  colours[at] = (Math.floor(b) << 16) | (Math.floor(g) << 8) | Math.floor(r);
}

/** How much of the pixel whose upper left is at (x, y) from the middle the shape covers. */
function coverOf(shape: Shape, x: number, y: number, half: number): number {
  const sharpness = samples(half);
  const middle = shape((x + 0.5) / half, (y + 0.5) / half) * half;
  if (middle >= 1) return 0;
  if (middle <= -1) return 1;
  let sum = 0;
  for (let i = 0; i < sharpness; i++) {
    for (let j = 0; j < sharpness; j++) {
      const sampleX = x + (i + 0.5) / sharpness;
      const sampleY = y + (j + 0.5) / sharpness;
      const distance = shape(sampleX / half, sampleY / half) * half * sharpness;
      sum += Math.min(1, Math.max(0, 0.5 - distance));
    }
  }
  return sum / (sharpness * sharpness);
}

/** Lays the sprite at the pixel (x, y), inside `clip` only. */
export function lay(pixels: Pixels, clip: Rect, sprite: Sprite, x: number, y: number): void {
  const { data, width: stride } = pixels;
  const { colours, covers, width } = sprite;
  const left = x + sprite.left;
  const top = y + sprite.top;
  const firstColumn = Math.max(0, clip.left - left);
  const endColumn = Math.min(width, clip.right - left);
  const endRow = Math.min(sprite.height, clip.bottom - top);
  for (let row = Math.max(0, clip.top - top); row < endRow; row++) {
    let from = row * width + firstColumn;
    let to = (top + row) * stride + left + firstColumn;
    for (let column = firstColumn; column < endColumn; column++, from++, to++) {
      const cover = covers[from]!;
      if (cover === 0) continue;
      if (cover === 256) {
        data[to] = 0xff000000 | colours[from]!;
        continue;
      }
      const beneath = data[to]!;
      const rest = 256 - cover;
      const redBlue = (((beneath & 0xff00ff) * rest) >>> 8) & 0xff00ff;
      const green = (((beneath & 0xff00) * rest) >>> 8) & 0xff00;
      data[to] = 0xff000000 | (redBlue + green + colours[from]!);
    }
  }
}

/** The sprite seen through: `opacity` 0 to 1. */
export function faded(sprite: Sprite, opacity: number): Sprite {
  const scale = (part: number): number => Math.floor(part * opacity);
  return {
    ...sprite,
    covers: sprite.covers.map((cover) => Math.round(cover * opacity)),
    colours: sprite.colours.map(
      (colour) => (scale(blue(colour)) << 16) | (scale(green(colour)) << 8) | scale(red(colour)),
    ),
  };
}
