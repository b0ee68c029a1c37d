/**
 * The server's time, as its answers tell it in their `Date`. That names whole seconds, so one answer leaves a second of doubt; each further
 * one narrows it. The reader's own clock is believed as far as no answer contradicts it.
 */
export class ServerClock {
  /** How far the server's clock is ahead of this one: not less, and not more. */
  #least = -Infinity;
  #most = Infinity;

  /** An answer that was asked for and came at these times of the own clock. */
  hear(date: string | null, asked: number, answered: number): void {
    const second = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(second)) return;
    const least = second - answered;
    const most = second + 1000 - asked;
    const isContradiction = least > this.#most || most < this.#least;
    // One of the clocks was set meanwhile: only what is newest counts.
    this.#least = isContradiction ? least : Math.max(least, this.#least);
    this.#most = isContradiction ? most : Math.min(most, this.#most);
  }

  /** Milliseconds to add to the own clock. */
  get ahead(): number {
    return Math.min(this.#most, Math.max(this.#least, 0));
  }
}

export const serverClock = new ServerClock();

/** What time it is where seats are sold: the one clock for openings and for held seats. */
export const serverNow = (): number => Date.now() + serverClock.ahead;
