import type { Plan } from '../plan/plan';
import { FREE } from './seat-state';
import type { HouseChange, HouseState } from './house-state';

/** Free seats by section and zone, kept by each change instead of counted at each look. */
export class Tally {
  readonly #plan: Plan;
  readonly #zoneCount: number;
  readonly #free: Int32Array;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#zoneCount = Math.max(1, plan.zoneNames.length);
    this.#free = new Int32Array(plan.sections.length * this.#zoneCount);
  }

  take(house: HouseState, change: HouseChange): void {
    if (change.seats === null || change.before === null) {
      this.#recount(house);
      return;
    }
    const { before } = change;
    change.seats.forEach((seat, index) => {
      const wasFree = before[index] === FREE ? 1 : 0;
      const isFree = house.states[seat] === FREE ? 1 : 0;
      this.#free[this.#slot(seat)]! += isFree - wasFree;
    });
  }

  freeIn(section: number, zone: number): number {
    return this.#free[section * this.#zoneCount + zone]!;
  }

  freeInSection(section: number): number {
    let sum = 0;
    for (let zone = 0; zone < this.#zoneCount; zone++) sum += this.freeIn(section, zone);
    return sum;
  }

  freeInZone(zone: number): number {
    let sum = 0;
    for (let section = 0; section < this.#plan.sections.length; section++) {
      sum += this.freeIn(section, zone);
    }
    return sum;
  }

  #recount(house: HouseState): void {
    this.#free.fill(0);
    for (let seat = 0; seat < this.#plan.seatCount; seat++) {
      if (house.states[seat] === FREE) this.#free[this.#slot(seat)]!++;
    }
  }

  #slot(seat: number): number {
    return this.#plan.section[seat]! * this.#zoneCount + this.#plan.zone[seat]!;
  }
}
