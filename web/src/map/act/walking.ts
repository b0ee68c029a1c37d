import type { HouseModel } from '../model/house-model';
import type { ListModel } from '../list/list-model';
import type { Picture } from '../view/picture';
import type { Direction } from '../walk/walk';
import type { KeyTarget } from './keys';
import type { Voice } from './voice';

/** Seats narrower than this, in CSS pixels, are zoomed to when the keyboard comes to them. */
const SEEN_FROM = 14;

/** The keyboard's way through the house. */
export class Walking implements KeyTarget {
  readonly #model: HouseModel;
  readonly #list: ListModel;
  readonly #picture: Picture;
  readonly #voice: Voice;
  readonly #outcome: { choose: (seat: number) => void; leave: () => void };

  constructor(
    model: HouseModel,
    list: ListModel,
    picture: Picture,
    voice: Voice,
    outcome: { choose: (seat: number) => void; leave: () => void },
  ) {
    this.#model = model;
    this.#list = list;
    this.#picture = picture;
    this.#voice = voice;
    this.#outcome = outcome;
  }

  /** The first step leads to the best seat. */
  walk(direction: Direction): void {
    const { focused, stage } = this.#picture;
    const seat = focused < 0 ? this.#list.first() : this.#list.walk(focused, direction);
    if (seat < 0) return;
    if (stage.seatWidth < SEEN_FROM) stage.flyTo([seat]);
    this.standAt(seat);
  }

  /** -1 takes the ring away. */
  standAt(seat: number): void {
    this.#picture.focused = seat;
    if (seat >= 0) this.#picture.stage.reveal(seat);
    this.#voice.standAt(seat);
    this.#picture.redraw();
  }

  pan(dx: number, dy: number): void {
    this.#picture.stage.pan(dx, dy);
    this.#picture.redraw();
  }

  choose(): void {
    if (this.#picture.focused >= 0) this.#outcome.choose(this.#picture.focused);
    else this.walk('right');
  }

  zoom(factor: number): void {
    const { focused, stage } = this.#picture;
    const { plan } = this.#model;
    const spot = focused < 0 ? undefined : stage.toScreen(plan.x[focused]!, plan.y[focused]!);
    stage.notch(factor, spot?.x, spot?.y);
    this.#picture.redraw();
  }

  showAll(): void {
    this.#picture.stage.showAll();
    this.#picture.redraw();
  }

  leave(): void {
    this.#outcome.leave();
  }
}
