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
const WORD_GAP = 6;
const PRINTS_KEPT = 1500;

/** The detail under the name, or after it. */
export type LabelForm = 'stacked' | 'line';

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly nameWidth: number;
  readonly detailWidth: number;
}

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

  print(name: string, detail: string, density: number, form: LabelForm = 'stacked'): LabelPrint {
    const key = `${density} ${form} ${name}\n${detail}`;
    const known = this.#prints.get(key);
    if (known) return known;
    if (this.#prints.size > PRINTS_KEPT) this.#prints.clear();
    const print = this.#make(name, detail, density, form);
    this.#prints.set(key, print);
    return print;
  }

  #make(name: string, detail: string, density: number, form: LabelForm): LabelPrint {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    const size = this.#measure(context, name, detail, form);
    canvas.width = Math.ceil(size.width * density);
    canvas.height = Math.ceil(size.height * density);
    context.scale(density, density);
    this.#pill(context, size);
    const isLine = form === 'line';
    const nameX = isLine ? PAD_X : (size.width - size.nameWidth) / 2;
    this.#write(context, name, nameX, PAD_Y + 1, true);
    if (detail !== '') {
      const detailX = isLine ? PAD_X + size.nameWidth + WORD_GAP : (size.width - size.detailWidth) / 2;
      const detailY = isLine ? PAD_Y + 1.5 : PAD_Y + NAME_SIZE * 1.12 + LINE_GAP + 1;
      this.#write(context, detail, detailX, detailY, false);
    }
    return { canvas, width: canvas.width, height: canvas.height };
  }

  #measure(context: CanvasRenderingContext2D, name: string, detail: string, form: LabelForm): Measured {
    context.font = this.#fontOf(true);
    const nameWidth = context.measureText(name).width;
    context.font = this.#fontOf(false);
    const detailWidth = detail === '' ? 0 : context.measureText(detail).width;
    const isStacked = form === 'stacked' && detail !== '';
    const inLine = nameWidth + (detail === '' ? 0 : WORD_GAP + detailWidth);
    const width = form === 'line' ? inLine : Math.max(nameWidth, detailWidth);
    const lines = isStacked ? NAME_SIZE + LINE_GAP + DETAIL_SIZE : NAME_SIZE;
    return {
      width: Math.ceil(width) + PAD_X * 2,
      height: Math.ceil(lines * 1.12) + PAD_Y * 2,
      nameWidth,
      detailWidth,
    };
  }

  #pill(context: CanvasRenderingContext2D, { width, height }: Measured): void {
    context.beginPath();
    context.roundRect(0, 0, width, height, Math.min(8, height / 2));
    context.fillStyle = css(this.#inks!.section, 0.9);
    context.fill();
  }

  #write(context: CanvasRenderingContext2D, text: string, x: number, y: number, isName: boolean): void {
    context.textBaseline = 'top';
    context.font = this.#fontOf(isName);
    context.fillStyle = css(isName ? this.#inks!.ink : this.#inks!.inkSoft);
    context.fillText(text, x, y);
  }

  #fontOf(isName: boolean): string {
    return isName ? `600 ${NAME_SIZE}px ${this.#font}` : `400 ${DETAIL_SIZE}px ${this.#font}`;
  }
}
