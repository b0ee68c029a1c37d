import { type Price, shortPrice } from '../choose/price';
import type { HouseModel } from '../model/house-model';
import { type Direction, firstStep, walk } from '../walk/walk';
import { type Speech, seatName } from './seat-name';

export interface ListedSection {
  readonly section: number;
  readonly name: string;
  readonly free: number;
  readonly total: number;
  /** The lowest price of a free seat; null when none is free or on sale. */
  readonly priceFrom: Price | null;
  /** "Stalls, from €45, 312 free". */
  readonly label: string;
}

export interface ListedRow {
  readonly row: number;
  readonly label: string;
  readonly free: number;
  readonly total: number;
}

/** A checkbox: full name, whether it is ticked, and whether ticking can do anything. */
export interface ListedSeat {
  readonly seat: number;
  readonly name: string;
  readonly isChecked: boolean;
  readonly isDisabled: boolean;
}

/**
 * The house as a list, section → row → seats, for who cannot use the picture. Nothing is built
 * before it is asked for, so that a page can show 200,000 seats through a window of thirty.
 */
export class ListModel {
  readonly #model: HouseModel;
  readonly #speech: Speech;

  constructor(model: HouseModel, speech: Speech) {
    this.#model = model;
    this.#speech = speech;
  }

  sections(): ListedSection[] {
    return this.#model.plan.sections.map((_, index) => this.section(index));
  }

  section(section: number): ListedSection {
    const { plan, tally } = this.#model;
    const { words, locale } = this.#speech;
    const { name, firstSeat, endSeat } = plan.sections[section]!;
    const free = tally.freeInSection(section);
    const priceFrom = this.#priceFrom(section);
    const parts = [
      name,
      priceFrom ? words.from(shortPrice(priceFrom, locale)) : '',
      free > 0 ? words.countFree(free) : words.soldOut,
    ];
    const label = parts.filter((part) => part !== '').join(', ');
    return { section, name, free, total: endSeat - firstSeat, priceFrom, label };
  }

  rows(section: number): ListedRow[] {
    const { plan } = this.#model;
    const { firstRow, endRow } = plan.sections[section]!;
    return Array.from({ length: endRow - firstRow }, (_, place) => {
      const row = firstRow + place;
      const { label, firstSeat, endSeat } = plan.rows[row]!;
      return { row, label, free: this.#freeBetween(firstSeat, endSeat), total: endSeat - firstSeat };
    });
  }

  seats(row: number): ListedSeat[] {
    const { firstSeat, endSeat } = this.#model.plan.rows[row]!;
    return Array.from({ length: endSeat - firstSeat }, (_, place) => this.seat(firstSeat + place));
  }

  seat(seat: number): ListedSeat {
    const ownership = this.#model.selection.ownership(seat);
    return {
      seat,
      name: seatName(this.#model, seat, this.#speech),
      isChecked: ownership !== 'none',
      isDisabled: ownership === 'none' ? !this.#model.isPickable(seat) : ownership !== 'picked',
    };
  }

  /** The seat that an arrow key leads to. */
  walk(from: number, direction: Direction): number {
    return walk(this.#model.plan, this.#model.grid, from, direction);
  }

  /** Where walking begins: the best free seat that fits. */
  first(): number {
    return firstStep(this.#model.plan, (seat) => this.#model.isPickable(seat));
  }

  #freeBetween(firstSeat: number, endSeat: number): number {
    let free = 0;
    for (let seat = firstSeat; seat < endSeat; seat++) if (this.#model.isFree(seat)) free++;
    return free;
  }

  #priceFrom(section: number): Price | null {
    let lowest: Price | null = null;
    this.#model.prices.forEach((price, zone) => {
      if (!price || zone >= this.#model.plan.zoneNames.length) return;
      if (this.#model.tally.freeIn(section, zone) === 0) return;
      if (lowest === null || price.amountMinor < lowest.amountMinor) lowest = price;
    });
    return lowest;
  }
}
