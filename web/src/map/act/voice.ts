import { Announcer } from '../list/announcer';
import { type Speech, seatName, seatPlace } from '../list/seat-name';
import type { HouseModel } from '../model/house-model';
import { sectionOf } from '../plan/plan';
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
      model.events.on('limit', (most) => this.#announcer.announce('limit', speech.words.limit(most), true)),
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
    if (isLive && this.#seat >= 0) this.#announcer.announce('section', () => this.#sectionNews());
  }

  /** What has changed in the reader's section since it was last told. */
  #sectionNews(): string {
    if (this.#seat < 0) return '';
    const free = this.#countFree();
    const change = free - this.#freeHere;
    this.#freeHere = free;
    if (change === 0) return '';
    const words = this.#speech.words.changed(Math.max(0, change), Math.max(0, -change));
    return `${sectionOf(this.#model.plan, this.#seat).name}: ${words}`;
  }

  #countFree(): number {
    return this.#seat < 0 ? 0 : this.#model.tally.freeInSection(this.#model.plan.section[this.#seat]!);
  }
}
