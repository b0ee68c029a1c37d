import { FREE } from '../house/seat-state';
import { Announcer } from '../list/announcer';
import { type Speech, seatName, seatPlace } from '../list/seat-name';
import type { HouseModel } from '../model/house-model';
import { liveRegion } from '../view/furniture';

/**
 * What the map says aloud. The seat that the keyboard comes to is said at once; what happens by
 * itself is said politely, and only about the section where the reader is.
 */
export class Voice {
  readonly #model: HouseModel;
  readonly #speech: Speech;
  readonly #place = liveRegion();
  readonly #news = liveRegion();
  readonly #announcer: Announcer;
  readonly #stops: (() => void)[];
  #seat = -1;
  #freeHere = 0;

  constructor(root: HTMLElement, model: HouseModel, speech: Speech) {
    this.#model = model;
    this.#speech = speech;
    root.append(this.#place, this.#news);
    this.#announcer = new Announcer((message) => {
      this.#news.textContent = message;
    });
    this.#stops = [
      model.events.on('change', ({ isLive }) => this.#hear(isLive)),
      model.events.on('selection', () => this.#sayPlace()),
      model.events.on('taken', (taken) => {
        const places = taken.map(({ seat }) => seatPlace(model, seat, speech));
        this.#announcer.announce('taken', speech.words.taken(places), true);
      }),
    ];
  }

  standAt(seat: number): void {
    this.#seat = seat;
    this.#freeHere = this.#countFree();
    this.#sayPlace();
  }

  announce(topic: string, message: string): void {
    this.#announcer.announce(topic, message);
  }

  stop(): void {
    this.#announcer.stop();
    for (const stop of this.#stops) stop();
  }

  #sayPlace(): void {
    if (this.#seat >= 0) this.#place.textContent = seatName(this.#model, this.#seat, this.#speech);
  }

  #hear(isLive: boolean): void {
    if (!isLive || this.#seat < 0) return;
    const free = this.#countFree();
    const change = free - this.#freeHere;
    if (change === 0) return;
    const { name } = this.#model.plan.sections[this.#model.plan.section[this.#seat]!]!;
    const words = this.#speech.words.changed(Math.max(0, change), Math.max(0, -change));
    this.#announcer.announce('section', `${name}: ${words}`);
  }

  /** In the row where the reader stands: what happens elsewhere is for the picture. */
  #countFree(): number {
    const { plan, house } = this.#model;
    const section = plan.sections[plan.section[this.#seat]!]!;
    let free = 0;
    for (let seat = section.firstSeat; seat < section.endSeat; seat++) {
      if (house.states[seat] === FREE) free++;
    }
    return free;
  }
}
