import type { Rect } from '../view/rect';
import type { Colour } from './colour';
import { type Pixels, blend } from './pixels';

/** A word as it is printed: how much of each pixel its ink covers, 0 to 255. */
export interface TextMask {
  readonly width: number;
  readonly height: number;
  readonly covers: Uint8Array;
}

/** Where masks come from: a canvas in the browser, nothing at all in a test without one. */
export type TextMasks = (text: string, pixels: number) => TextMask | null;

/** Prints the mask with its middle at (x, y). */
export function print(pixels: Pixels, clip: Rect, mask: TextMask, x: number, y: number, ink: Colour): void {
  const left = Math.round(x - mask.width / 2);
  const top = Math.round(y - mask.height / 2);
  const endColumn = Math.min(mask.width, clip.right - left);
  const endRow = Math.min(mask.height, clip.bottom - top);
  for (let row = Math.max(0, clip.top - top); row < endRow; row++) {
    for (let column = Math.max(0, clip.left - left); column < endColumn; column++) {
      const cover = mask.covers[row * mask.width + column]!;
      if (cover === 0) continue;
      const at = (top + row) * pixels.width + left + column;
      pixels.data[at] = blend(pixels.data[at]!, ink, cover + (cover >> 7));
    }
  }
}

/** Masks printed by a canvas, kept by text and size. */
export function canvasTextMasks(font: string): TextMasks {
  const kept = new Map<string, TextMask>();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (text, size) => {
    const key = `${size} ${text}`;
    let mask = kept.get(key);
    if (!mask && context) {
      mask = printed(canvas, context, text, `600 ${size}px ${font}`, size);
      if (kept.size > 4000) kept.clear();
      kept.set(key, mask);
    }
    return mask ?? null;
  };
}

function printed(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  text: string,
  font: string,
  size: number,
): TextMask {
  context.font = font;
  const width = Math.max(1, Math.ceil(context.measureText(text).width) + 2);
  const height = Math.ceil(size * 1.3);
  canvas.width = width;
  canvas.height = height;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  // Capitals and digits reach about 0.72 of the size above the line: this puts them in the middle.
  context.fillText(text, width / 2, height / 2 + size * 0.36);
  const { data } = context.getImageData(0, 0, width, height);
  const covers = new Uint8Array(width * height);
  for (let i = 0; i < covers.length; i++) covers[i] = data[i * 4 + 3]!;
  return { width, height, covers };
}
