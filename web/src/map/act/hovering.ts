import type { HouseModel } from '../model/house-model';
import type { Highlight } from '../paint/highlight';
import type { Picture } from '../view/picture';
import type { Pointing } from './pointing';

/** Above this seat width, in CSS pixels, the pointer is over seats; below, over sections. */
const SEATS_FROM = 9;

export interface Hovered {
  /** -1 for none, also while seats are too small to be told apart. */
  readonly seat: number;
  readonly section: number;
  readonly x: number;
  readonly y: number;
}

/** What the resting pointer is over, and what stands out because of it. */
export class Hovering {
  readonly #model: HouseModel;
  readonly #picture: Picture;
  readonly #pointing: Pointing;
  readonly #tell: (hovered: Hovered | null) => void;
  #pointer: { readonly x: number; readonly y: number } | null = null;
  #legend: Highlight | null = null;

  constructor(
    model: HouseModel,
    picture: Picture,
    pointing: Pointing,
    tell: (hovered: Hovered | null) => void,
  ) {
    this.#model = model;
    this.#picture = picture;
    this.#pointing = pointing;
    this.#tell = tell;
  }

  /** What the page's legend points at goes before what the pointer is over. */
  setLegend(highlight: Highlight | null): void {
    this.#legend = highlight;
    this.#picture.setHighlight(highlight);
  }

  move(x: number, y: number): void {
    this.#pointer = { x, y };
    const isOverSeats = this.#picture.stage.seatWidth >= SEATS_FROM;
    const seat = isOverSeats ? this.#pointing.seatAt({ x, y, isTouch: false }) : -1;
    const section = this.#pointing.sectionAt({ x, y });
    this.#show(seat, isOverSeats ? -1 : section);
    this.#tell({ seat, section, x, y });
  }

  /** The pointer rests, but what is under it may have moved. */
  again(): void {
    if (this.#pointer) this.move(this.#pointer.x, this.#pointer.y);
  }

  leave(): void {
    this.#pointer = null;
    this.#show(-1, -1);
    this.#tell(null);
  }

  #show(seat: number, section: number): void {
    const { canvas } = this.#picture.surface;
    canvas.dataset['over'] = seat >= 0 || section >= 0 ? 'seat' : 'none';
    const isOneOfMany = section >= 0 && this.#model.plan.sections.length > 1;
    this.#picture.setHighlight(this.#legend ?? (isOneOfMany ? { kind: 'section', section } : null));
    if (this.#picture.hovered === seat) return;
    this.#picture.hovered = seat;
    this.#picture.redraw();
  }
}
