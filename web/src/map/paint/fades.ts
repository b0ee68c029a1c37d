import type { Look } from './look';

export const FADE_MILLIS = 150;
/** More changes at once than this are shown at once: no eye follows them, and frames would suffer. */
const MOST = 1500;

/** Seats that pass from one look to another. */
export class Fades {
  readonly #from = new Map<number, { readonly look: Look; readonly start: number }>();

  get isEmpty(): boolean {
    return this.#from.size === 0;
  }

  start(seat: number, look: Look, now: number): void {
    if (this.#from.size < MOST) this.#from.set(seat, { look, start: now });
  }

  has(seat: number): boolean {
    return this.#from.has(seat);
  }

  seats(): Iterable<number> {
    return this.#from.keys();
  }

  /** The look that the seat comes from, and how much of it is still to be seen. */
  of(seat: number, now: number): { look: Look; rest: number } | null {
    const fade = this.#from.get(seat);
    if (!fade) return null;
    return { look: fade.look, rest: Math.max(0, 1 - (now - fade.start) / FADE_MILLIS) };
  }

  /** Forgets the fades that are over; to be called once they have been painted a last time. */
  prune(now: number): void {
    for (const [seat, { start }] of this.#from) {
      if (now - start >= FADE_MILLIS) this.#from.delete(seat);
    }
  }

  clear(): void {
    this.#from.clear();
  }
}
