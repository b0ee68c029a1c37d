/** Which seats are whose, as far as this reader is concerned. */
export type Ownership = 'none' | 'picked' | 'pending' | 'mine';

/**
 * The reader's seats. *Picked* is chosen on this page only; *pending* is on its way to the server,
 * so that its turning to held is not mistaken for somebody else's; *mine* is held or bought.
 */
export class Selection {
  readonly #picked = new Set<number>();
  readonly #pending = new Set<number>();
  readonly #mine = new Set<number>();
  /** At most so many of all three kinds. */
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get picked(): ReadonlySet<number> {
    return this.#picked;
  }

  get pending(): ReadonlySet<number> {
    return this.#pending;
  }

  get mine(): ReadonlySet<number> {
    return this.#mine;
  }

  /** Of all three kinds. */
  get count(): number {
    return this.#picked.size + this.#pending.size + this.#mine.size;
  }

  ownership(seat: number): Ownership {
    // Asked for each of 200,000 seats, mostly before anything is chosen.
    if (this.count === 0) return 'none';
    if (this.#mine.has(seat)) return 'mine';
    if (this.#pending.has(seat)) return 'pending';
    return this.#picked.has(seat) ? 'picked' : 'none';
  }

  isOwn(seat: number): boolean {
    return this.ownership(seat) !== 'none';
  }

  /** False when the limit is reached. */
  pick(seat: number): boolean {
    if (this.isOwn(seat)) return true;
    if (this.count >= this.limit) return false;
    this.#picked.add(seat);
    return true;
  }

  unpick(seat: number): boolean {
    return this.#picked.delete(seat);
  }

  clearPicks(): number[] {
    const seats = [...this.#picked];
    this.#picked.clear();
    return seats;
  }

  /** The seats go to the server; picked ones become pending. */
  beginHold(seats: Iterable<number>): void {
    for (const seat of seats) {
      this.#picked.delete(seat);
      if (!this.#mine.has(seat)) this.#pending.add(seat);
    }
  }

  /** The server refused; pending seats are picked again. */
  refuseHold(): number[] {
    const seats = [...this.#pending];
    this.#pending.clear();
    for (const seat of seats) this.#picked.add(seat);
    return seats;
  }

  /** What the server says is held or bought by the reader; ends what was pending. */
  setMine(seats: Iterable<number>): number[] {
    const touched = new Set([...this.#mine, ...this.#pending]);
    this.#mine.clear();
    this.#pending.clear();
    for (const seat of seats) {
      this.#mine.add(seat);
      this.#picked.delete(seat);
      touched.add(seat);
    }
    return [...touched];
  }
}
