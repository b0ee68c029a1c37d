import { fittingSections } from '../choose/fitting';
import type { ListModel } from '../list/list-model';
import type { MapWords } from '../list/words';
import type { HouseModel } from '../model/house-model';
import { type Rect, overlaps, widen } from '../view/rect';
import type { Viewport } from '../view/viewport';
import type { Inks } from '../paint/palette';
import { type Anchor, type LabelText, areaAnchors, sectionAnchors } from './anchors';
import { type LabelPrint, LabelPress } from './label-press';

/** Once seats are this wide, in CSS pixels, labels leave them and stand above their section. */
const ASIDE_FROM_SEAT_WIDTH = 13;
/** Counts on labels are read anew only so often: nobody reads faster. */
const REFRESH_MILLIS = 1000;
const SETTLE_MILLIS = 100;
const GAP = 3;

/** A label may cover this much of its section: the seats are what matters. */
const MOST_COVER = 0.26;

interface Placed {
  /** Of its anchor; sections come first. */
  readonly index: number;
  readonly print: LabelPrint;
  readonly x: number;
  readonly y: number;
  /** Which share of its height is above (x, y). */
  readonly lift: number;
}

/** The names of sections and areas, with their lowest price and what is free. */
export class Labels {
  readonly #model: HouseModel;
  readonly #anchors: readonly Anchor[];
  readonly #press: LabelPress;
  #placed: readonly Placed[] = [];
  #scale = 0;
  #placedAt = -Infinity;
  #hovered = -1;
  #pinned = -1;
  #isStale = true;
  #isAside = false;

  constructor(model: HouseModel, list: ListModel, words: MapWords, locale: string, font: string) {
    this.#model = model;
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

  /** That section's name stands at the edge already. -1 for none. */
  setPinned(section: number): void {
    this.#pinned = section;
  }

  /** They should be placed anew, but it is too soon. */
  isDue(scale: number): boolean {
    return this.#isStale || scale !== this.#scale;
  }

  /** What they say has changed; at once when the reader did it, in a while when it happened. */
  change(isAtOnce: boolean): void {
    this.#isStale = true;
    if (isAtOnce) this.#scale = 0;
  }

  draw(context: CanvasRenderingContext2D, view: Viewport, density: number, pitch: number, now: number): void {
    const isAside = (pitch * view.scale) / density > ASIDE_FROM_SEAT_WIDTH;
    if (isAside !== this.#isAside || this.#shouldPlace(view.scale, now - this.#placedAt)) {
      this.#isAside = isAside;
      this.#place(view.scale, density);
      this.#scale = view.scale;
      this.#placedAt = now;
      this.#isStale = false;
    }
    for (const { index, print, x, y, lift } of this.#placed) {
      if (index === this.#pinned) continue;
      const left = Math.round(x * view.scale + view.x - print.width / 2);
      const top = Math.round(y * view.scale + view.y - print.height * lift);
      if (left > view.width || top > view.height || left + print.width < 0 || top + print.height < 0) continue;
      context.drawImage(print.canvas, left, top);
    }
  }

  /** In a zoom labels keep their places for a moment: sorting them out anew costs half a frame. */
  #shouldPlace(scale: number, age: number): boolean {
    if (this.#scale === 0) return true;
    return (scale !== this.#scale && age > SETTLE_MILLIS) || (this.#isStale && age > REFRESH_MILLIS);
  }

  /** Largest first, so that the small give way. */
  #place(scale: number, density: number): void {
    const fitting = this.#model.isFiltered ? fittingSections(this.#model) : null;
    const taken: Rect[] = [];
    const order = this.#anchors.map((_, index) => index).sort((a, b) => this.#rank(b) - this.#rank(a));
    this.#placed = order.flatMap((index) => {
      const text = this.#anchors[index]!.text(fitting);
      const placed = this.#fit(index, text, { scale, density, taken, isForced: index === this.#hovered });
      if (!placed) return [];
      taken.push(boxOf(placed, scale, GAP * density));
      return [placed];
    });
  }

  /** The fullest form that covers neither another label nor too much of its section. */
  #fit(index: number, text: LabelText, room: Room): Placed | null {
    const anchor = this.#anchors[index]!;
    const isAside = this.#isAside && anchor.top !== null;
    const size = anchor.size * room.scale * room.scale;
    for (const line of new Set([text.detail, text.brief, ''])) {
      const print = this.#press.print(text.name, line, room.density, isAside ? 'line' : 'stacked');
      const y = isAside ? anchor.top! : anchor.y;
      const placed = { index, print, x: anchor.x, y, lift: isAside ? 1 : 0.5 };
      if (room.isForced) return placed;
      const box = boxOf(placed, room.scale, GAP * room.density);
      if (covers(print, size, line === '') && !room.taken.some((other) => overlaps(other, box))) return placed;
    }
    return null;
  }

  #rank(index: number): number {
    return index === this.#hovered ? Infinity : this.#anchors[index]!.size;
  }
}

interface Room {
  readonly scale: number;
  readonly density: number;
  readonly taken: readonly Rect[];
  /** Shown whole, whatever it covers. */
  readonly isForced: boolean;
}

/** A name alone may cover more, else small sections would have none. */
function covers(print: LabelPrint, size: number, isAlone: boolean): boolean {
  const isNarrow = print.width <= Math.sqrt(size);
  return isNarrow && print.width * print.height <= size * (isAlone ? MOST_COVER * 2 : MOST_COVER);
}

function boxOf({ print, x, y, lift }: Placed, scale: number, gap: number): Rect {
  const left = x * scale - print.width / 2;
  const top = y * scale - print.height * lift;
  return widen({ left, top, right: left + print.width, bottom: top + print.height }, gap);
}
