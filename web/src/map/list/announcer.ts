/** Time as the announcer sees it; tests bring their own. */
export interface Timing {
  now(): number;
  /** Calls back once after that many milliseconds; gives back how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const REAL_TIME: Timing = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What to say; a function is asked only when its turn comes, and may then have nothing to say. */
export type Message = string | (() => string);

/**
 * Says changes politely: at most one message in `gapMillis`, later ones of the same topic replace
 * earlier ones that still wait. What the reader must know (a chosen seat was taken) goes first.
 */
export class Announcer {
  readonly #say: (message: string) => void;
  readonly #timing: Timing;
  readonly #gapMillis: number;
  readonly #waiting = new Map<string, { message: Message; isUrgent: boolean }>();
  #lastSaid = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(say: (message: string) => void, timing: Timing = REAL_TIME, gapMillis = 4000) {
    this.#say = say;
    this.#timing = timing;
    this.#gapMillis = gapMillis;
  }

  announce(topic: string, message: Message, isUrgent = false): void {
    // A topic keeps its place in the queue, else one that never rests would never be heard.
    this.#waiting.set(topic, { message, isUrgent });
    this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting.clear();
  }

  #schedule(): void {
    if (this.#cancel !== null || this.#waiting.size === 0) return;
    const wait = Math.max(0, this.#lastSaid + this.#gapMillis - this.#timing.now());
    this.#cancel = this.#timing.after(wait, () => {
      this.#cancel = null;
      this.#sayNext();
      this.#schedule();
    });
  }

  #sayNext(): void {
    const entries = [...this.#waiting];
    const [topic, next] = entries.find(([, { isUrgent }]) => isUrgent) ?? entries[0]!;
    this.#waiting.delete(topic);
    const text = typeof next.message === 'string' ? next.message : next.message();
    if (text === '') return;
    this.#lastSaid = this.#timing.now();
    this.#say(text);
  }
}
