import type { FittingSection } from '../choose/fitting';
import { shortPrice } from '../choose/price';
import type { ListModel } from '../list/list-model';
import type { MapWords } from '../list/words';
import type { HouseModel } from '../model/house-model';
import type { Plan } from '../plan/plan';
import { centreOf } from '../view/rect';

/** Where a section's or an area's label belongs, and what it says. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Just above the section, there where its middle is; null where no seats could be covered. */
  readonly top: number | null;
  /** Of the section, in square plan units. */
  readonly size: number;
  /** `fitting`: what the filter leaves of each section, or null while there is none. */
  readonly text: (fitting: readonly FittingSection[] | null) => LabelText;
}

/** A label's second line, long and short; the shortest form is the name alone. */
export interface LabelText {
  readonly name: string;
  readonly detail: string;
  readonly brief: string;
}

export function sectionAnchors(model: HouseModel, list: ListModel, words: MapWords, locale: string): Anchor[] {
  return model.plan.sections.map(({ name, outline, firstSeat, endSeat }, index) => {
    let [x, y] = [0, 0];
    for (let seat = firstSeat; seat < endSeat; seat++) {
      x += model.plan.x[seat]!;
      y += model.plan.y[seat]!;
    }
    const seats = Math.max(1, endSeat - firstSeat);
    const text = (fitting: readonly FittingSection[] | null): LabelText => {
      if (model.house.version === null) return { name, detail: '', brief: '' };
      const { free, priceFrom } = fitting?.[index] ?? list.section(index);
      if (free === 0 && fitting) return { name, detail: '', brief: '' };
      if (free === 0) return { name, detail: words.soldOut, brief: words.soldOut };
      const brief = priceFrom ? words.from(shortPrice(priceFrom, locale)) : '';
      const count = words.countFree(free);
      return { name, detail: brief === '' ? count : `${brief} · ${count}`, brief };
    };
    const size = outline.length > 0 ? areaOf(outline) : seats * model.plan.pitch ** 2;
    const middle = { x: x / seats, y: y / seats };
    return { ...middle, top: topOf(model.plan, index, middle.x), size, text };
  });
}

export function areaAnchors(model: HouseModel, words: MapWords, locale: string): Anchor[] {
  return model.plan.areas.map(({ name, bounds, zone, outline }, index) => ({
    ...centreOf(bounds),
    top: null,
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

/** Just above the section's seats around `x`; where rows curve, that is not its upper edge. */
function topOf({ sections, pitch, x: seatX, y: seatY }: Plan, section: number, x: number): number {
  const { firstSeat, endSeat, bounds } = sections[section]!;
  let top = Infinity;
  for (let seat = firstSeat; seat < endSeat; seat++) {
    if (Math.abs(seatX[seat]! - x) <= pitch * 2) top = Math.min(top, seatY[seat]!);
  }
  return (top === Infinity ? bounds.top : top) - pitch * 0.6;
}

/** Of a polygon, in square plan units. */
function areaOf(outline: Float32Array): number {
  let sum = 0;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    sum += outline[j]! * outline[i + 1]! - outline[i]! * outline[j + 1]!;
  }
  return Math.abs(sum) / 2;
}
