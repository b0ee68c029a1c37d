import type { Plan } from '../plan/plan';
import { type AreaCounts, type Delta, type Snapshot, SeatMapFormatError } from './seat-map-bytes';

/**
 * What became of a delta: taken in; already known and passed over; or it starts from a version that
 * is not here, so something was missed and only a snapshot helps.
 */
export type DeltaOutcome = 'applied' | 'stale' | 'gap';

/** `seats` is null when every seat may have changed. */
export interface HouseChange {
  readonly seats: Uint32Array | null;
  /** States before the change, in the order of `seats`; null when all changed. */
  readonly before: Uint8Array | null;
  readonly areas: boolean;
}

/** Every seat's state as of a version. Knows bytes' meaning, but neither prices nor pictures. */
export class HouseState {
  readonly states: Uint8Array;
  readonly #plan: Plan;
  #version: bigint | null = null;
  #planDigest: string | null = null;
  #areas: AreaCounts[];

  constructor(plan: Plan) {
    this.#plan = plan;
    this.states = new Uint8Array(plan.seatCount);
    this.#areas = plan.areas.map(({ capacity }) => ({ capacity, held: 0, sold: 0, blocked: 0 }));
  }

  /** Null until the first snapshot: until then no state is to be believed. */
  get version(): bigint | null {
    return this.#version;
  }

  get planDigest(): string | null {
    return this.#planDigest;
  }

  areaCounts(area: number): AreaCounts {
    return this.#areas[area]!;
  }

  areaFree(area: number): number {
    const { capacity, held, sold, blocked } = this.areaCounts(area);
    return Math.max(0, capacity - held - sold - blocked);
  }

  /** An older snapshot than what is here is passed over: states never go back. */
  applySnapshot(snapshot: Snapshot): HouseChange | null {
    if (snapshot.states.length !== this.#plan.seatCount) {
      throw new SeatMapFormatError(
        `snapshot of ${snapshot.states.length} seats for a plan of ${this.#plan.seatCount}`,
      );
    }
    if (snapshot.areas.length !== this.#areas.length) {
      throw new SeatMapFormatError(
        `snapshot of ${snapshot.areas.length} areas for a plan of ${this.#areas.length}`,
      );
    }
    if (this.#version !== null && snapshot.version < this.#version) return null;
    this.states.set(snapshot.states);
    this.#areas = [...snapshot.areas];
    this.#version = snapshot.version;
    this.#planDigest = snapshot.planDigest;
    return { seats: null, before: null, areas: true };
  }

  applyDelta(delta: Delta): { outcome: DeltaOutcome; change: HouseChange | null } {
    if (this.#version === null) return { outcome: 'gap', change: null };
    if (delta.version <= this.#version) return { outcome: 'stale', change: null };
    if (delta.fromVersion !== this.#version) return { outcome: 'gap', change: null };
    this.#refuseStrangers(delta);
    const seats = new Uint32Array(delta.changes.length);
    const before = new Uint8Array(delta.changes.length);
    delta.changes.forEach((change, index) => {
      const seat = change >>> 2;
      seats[index] = seat;
      before[index] = this.states[seat]!;
      this.states[seat] = change & 3;
    });
    for (const { area, held, sold, blocked } of delta.areas) {
      this.#areas[area] = { capacity: this.#areas[area]!.capacity, held, sold, blocked };
    }
    this.#version = delta.version;
    return { outcome: 'applied', change: { seats, before, areas: delta.areas.length > 0 } };
  }

  /** Checked before anything is written, so that a bad delta leaves no half of itself. */
  #refuseStrangers(delta: Delta): void {
    const seat = delta.changes.find((change) => change >>> 2 >= this.#plan.seatCount);
    if (seat !== undefined) throw new SeatMapFormatError(`seat ${seat >>> 2} is not in the plan`);
    const area = delta.areas.find((change) => change.area >= this.#areas.length);
    if (area) throw new SeatMapFormatError(`area ${area.area} is not in the plan`);
  }
}
