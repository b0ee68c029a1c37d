import { css } from '../paint/colour';
import type { Inks } from '../paint/palette';

/** A label ready to be laid on the map; sizes in device pixels. */
export interface LabelPrint {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
}

const NAME_SIZE = 12;
const DETAIL_SIZE = 11;
const PAD_X = 7;
const PAD_Y = 4;
const LINE_GAP = 2;
const PRINTS_KEPT = 1500;

/**
 * Prints labels once and keeps them: setting text for a hundred sections in each frame of a pan
 * would cost more than all their seats.
 */
export class LabelPress {
  readonly #font: string;
  readonly #prints = new Map<string, LabelPrint>();
  #inks: Inks | null = null;

  constructor(font: string) {
    this.#font = font;
  }

  setInks(inks: Inks): void {
    this.#inks = inks;
    this.#prints.clear();
  }

  print(name: string, detail: string, density: number): LabelPrint {
    const key = `${density} ${name}\n${detail}`;
    const known = this.#prints.get(key);
    if (known) return known;
    if (this.#prints.size > PRINTS_KEPT) this.#prints.clear();
    const print = this.#make(name, detail, density);
    this.#prints.set(key, print);
    return print;
  }

  #make(name: string, detail: string, density: number): LabelPrint {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    const nameFont = `600 ${NAME_SIZE}px ${this.#font}`;
    const detailFont = `400 ${DETAIL_SIZE}px ${this.#font}`;
    context.font = nameFont;
    let width = context.measureText(name).width;
    context.font = detailFont;
    if (detail !== '') width = Math.max(width, context.measureText(detail).width);
    width = Math.ceil(width) + PAD_X * 2;
    const lines = detail === '' ? NAME_SIZE : NAME_SIZE + LINE_GAP + DETAIL_SIZE;
    const height = Math.ceil(lines * 1.12) + PAD_Y * 2;
    canvas.width = Math.ceil(width * density);
    canvas.height = Math.ceil(height * density);
    context.scale(density, density);
    this.#drawOn(context, width, height, { name, nameFont, detail, detailFont });
    return { canvas, width: canvas.width, height: canvas.height };
  }

  #drawOn(
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
    text: { name: string; nameFont: string; detail: string; detailFont: string },
  ): void {
    const inks = this.#inks!;
    context.beginPath();
    context.roundRect(0, 0, width, height, Math.min(8, height / 2));
    context.fillStyle = css(inks.section, 0.9);
    context.fill();
    context.textAlign = 'center';
    context.textBaseline = 'top';
    context.fillStyle = css(inks.ink);
    context.font = text.nameFont;
    context.fillText(text.name, width / 2, PAD_Y + 1);
    if (text.detail === '') return;
    context.fillStyle = css(inks.inkSoft);
    context.font = text.detailFont;
    context.fillText(text.detail, width / 2, PAD_Y + NAME_SIZE * 1.12 + LINE_GAP + 1);
  }
}
