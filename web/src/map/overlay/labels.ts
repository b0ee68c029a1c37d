import type { ListModel } from '../list/list-model';
import type { MapWords } from '../list/words';
import { shortPrice } from '../choose/price';
import type { HouseModel } from '../model/house-model';
import { type Rect, centreOf, overlaps } from '../view/rect';
import type { Viewport } from '../view/viewport';
import type { Inks } from '../paint/palette';
import { type LabelPrint, LabelPress } from './label-press';

/** Section labels go once seats are this wide, in CSS pixels: then rows and numbers speak. */
const HIDE_FROM_SEAT_WIDTH = 13;
/** Counts on labels are read anew only so often: nobody reads faster. */
const REFRESH_MILLIS = 1000;
const SETTLE_MILLIS = 100;
const GAP = 3;

/** A label may cover this much of its section: the seats are what matters. */
const MOST_COVER = 0.26;

interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Of the section, in square plan units. */
  readonly size: number;
  readonly text: () => LabelText;
}

/** A label's second line, long and short; the shortest form is the name alone. */
interface LabelText {
  readonly name: string;
  readonly detail: string;
  readonly brief: string;
}

interface Placed {
  readonly print: LabelPrint;
  readonly x: number;
  readonly y: number;
}

/** The names of sections and areas, with their lowest price and what is free. */
export class Labels {
  readonly #anchors: readonly Anchor[];
  readonly #press: LabelPress;
  #placed: readonly Placed[] = [];
  #scale = 0;
  #placedAt = -Infinity;
  #hovered = -1;
  #isStale = true;

  constructor(model: HouseModel, list: ListModel, words: MapWords, locale: string, font: string) {
    this.#press = new LabelPress(font);
    this.#anchors = [...sectionAnchors(model, list, words, locale), ...areaAnchors(model, words, locale)];
  }

  setInks(inks: Inks): void {
    this.#press.setInks(inks);
    this.#scale = 0;
  }

  /** That section's label is always shown whole. -1 for none. */
  setHovered(section: number): void {
    if (section === this.#hovered) return;
    this.#hovered = section;
    this.#scale = 0;
  }

  /** They should be placed anew, but it is too soon. */
  isDue(scale: number): boolean {
    return this.#isStale || scale !== this.#scale;
  }

  change(): void {
    this.#isStale = true;
  }

  draw(context: CanvasRenderingContext2D, view: Viewport, density: number, pitch: number, now: number): void {
    if ((pitch * view.scale) / density > HIDE_FROM_SEAT_WIDTH) return;
    const age = now - this.#placedAt;
    const isZoomed = view.scale !== this.#scale;
    // In a zoom the labels keep their places for a moment: sorting them out anew costs half a frame.
    if (this.#scale === 0 || (isZoomed && age > SETTLE_MILLIS) || (this.#isStale && age > REFRESH_MILLIS)) {
      this.#place(view.scale, density);
      this.#scale = view.scale;
      this.#placedAt = now;
      this.#isStale = false;
    }
    for (const { print, x, y } of this.#placed) {
      const left = Math.round(x * view.scale + view.x - print.width / 2);
      const top = Math.round(y * view.scale + view.y - print.height / 2);
      if (left > view.width || top > view.height || left + print.width < 0 || top + print.height < 0) continue;
      context.drawImage(print.canvas, left, top);
    }
  }

  /** Largest first; a label that would cover another gives way to its short form, or goes. */
  #place(scale: number, density: number): void {
    const taken: Rect[] = [];
    const placed: Placed[] = [];
    const order = this.#anchors.map((_, index) => index).sort((a, b) => this.#rank(b) - this.#rank(a));
    for (const index of order) {
      const anchor = this.#anchors[index]!;
      const { name, detail, brief } = anchor.text();
      const isHovered = index === this.#hovered;
      const size = anchor.size * scale * scale;
      for (const line of new Set([detail, brief, ''])) {
        const print = this.#press.print(name, line, density);
        const rect = around(anchor.x * scale, anchor.y * scale, print, GAP * density);
        const fits = covers(print, size, line === '') && !taken.some((other) => overlaps(other, rect));
        if (!isHovered && !fits) continue;
        taken.push(rect);
        placed.push({ print, x: anchor.x, y: anchor.y });
        break;
      }
    }
    this.#placed = placed;
  }

  #rank(index: number): number {
    return index === this.#hovered ? Infinity : this.#anchors[index]!.size;
  }
}

/** A name alone may cover more, else small sections would have none. */
function covers(print: LabelPrint, size: number, isAlone: boolean): boolean {
  const isNarrow = print.width <= Math.sqrt(size);
  return isNarrow && print.width * print.height <= size * (isAlone ? MOST_COVER * 2 : MOST_COVER);
}

function around(x: number, y: number, print: LabelPrint, gap: number): Rect {
  return {
    left: x - print.width / 2 - gap,
    top: y - print.height / 2 - gap,
    right: x + print.width / 2 + gap,
    bottom: y + print.height / 2 + gap,
  };
}

function sectionAnchors(model: HouseModel, list: ListModel, words: MapWords, locale: string): Anchor[] {
  return model.plan.sections.map(({ name, outline, firstSeat, endSeat }, index) => {
    let [x, y] = [0, 0];
    for (let seat = firstSeat; seat < endSeat; seat++) {
      x += model.plan.x[seat]!;
      y += model.plan.y[seat]!;
    }
    const seats = Math.max(1, endSeat - firstSeat);
    const text = (): LabelText => {
      if (model.house.version === null) return { name, detail: '', brief: '' };
      const { free, priceFrom } = list.section(index);
      if (free === 0) return { name, detail: words.soldOut, brief: words.soldOut };
      const brief = priceFrom ? words.from(shortPrice(priceFrom, locale)) : '';
      const count = words.countFree(free);
      return { name, detail: brief === '' ? count : `${brief} · ${count}`, brief };
    };
    const size = outline.length > 0 ? areaOf(outline) : seats * model.plan.pitch ** 2;
    return { x: x / seats, y: y / seats, size, text };
  });
}

function areaAnchors(model: HouseModel, words: MapWords, locale: string): Anchor[] {
  return model.plan.areas.map(({ name, bounds, zone, outline }, index) => ({
    ...centreOf(bounds),
    size: areaOf(outline),
    text: () => {
      const free = model.house.areaFree(index);
      if (free === 0) return { name, detail: words.soldOut, brief: words.soldOut };
      const price = model.prices[zone];
      const brief = price ? shortPrice(price, locale) : '';
      const count = words.countFree(free);
      return { name, detail: brief === '' ? count : `${brief} · ${count}`, brief };
    },
  }));
}

/** Of a polygon, in square plan units. */
function areaOf(outline: Float32Array): number {
  let sum = 0;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    sum += outline[j]! * outline[i + 1]! - outline[i]! * outline[j + 1]!;
  }
  return Math.abs(sum) / 2;
}
