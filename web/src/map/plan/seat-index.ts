import { type Plan, type Section, seatId } from './plan';

/**
 * Finds seats by id. Sections are indexed only when first asked for: a buyer's few seats lie in one
 * or two of them, and indexing 200,000 strings at once would cost the first paint 50 ms.
 */
export class SeatIndex {
  readonly #plan: Plan;
  readonly #seats = new Map<string, number>();
  readonly #indexed: boolean[];

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#indexed = plan.sections.map(() => false);
  }

  /** The seat of that id, or -1. */
  find(id: string): number {
    const known = this.#seats.get(id);
    if (known !== undefined) return known;
    return this.#findIn(id, (section) => id.startsWith(section.id)) ?? this.#findIn(id, () => true) ?? -1;
  }

  #findIn(id: string, isLikely: (section: Section) => boolean): number | undefined {
    for (const [index, section] of this.#plan.sections.entries()) {
      if (this.#indexed[index] || !isLikely(section)) continue;
      this.#indexed[index] = true;
      for (let seat = section.firstSeat; seat < section.endSeat; seat++) {
        this.#seats.set(seatId(this.#plan, seat), seat);
      }
      const found = this.#seats.get(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
