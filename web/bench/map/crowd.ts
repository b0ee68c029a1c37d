/** Live messages made up by the bench: the same seed makes the same crowd. */
export class Crowd {
  readonly states: Uint8Array;
  readonly #areas: readonly number[];
  #version = 1000n;
  #seed: number;

  constructor(seatCount: number, areaCapacities: readonly number[], seed = 7) {
    this.states = new Uint8Array(seatCount);
    this.#areas = areaCapacities;
    this.#seed = seed;
  }

  random(): number {
    // Mulberry32.
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Takes about that share of the house, in parties of one to six side by side. */
  fill(share: number): void {
    let taken = 0;
    while (taken < this.states.length * share) {
      const party = 1 + Math.floor(this.random() * 6);
      const first = Math.floor(this.random() * (this.states.length - party));
      const fate = this.random();
      const state = fate < 0.85 ? 2 : fate < 0.96 ? 1 : 3;
      for (let seat = first; seat < first + party; seat++) {
        if (this.states[seat] === 0) taken++;
        this.states[seat] = state;
      }
    }
  }

  snapshot(): ArrayBuffer {
    const stateBytes = Math.ceil(this.states.length / 16) * 4;
    const buffer = new ArrayBuffer(40 + stateBytes + this.#areas.length * 16);
    const view = this.#header(buffer, 1, this.#areas.length, this.states.length);
    this.states.forEach((state, seat) => {
      const at = 40 + (seat >> 2);
      view.setUint8(at, view.getUint8(at) | (state << ((seat & 3) * 2)));
    });
    this.#areas.forEach((capacity, area) => {
      view.setUint32(40 + stateBytes + area * 16, capacity, true);
      view.setUint32(40 + stateBytes + area * 16 + 8, Math.floor(capacity * 0.4), true);
    });
    return buffer;
  }

  /** `count` seats change: free ones are held, held ones sold or let go. */
  delta(count: number): ArrayBuffer {
    const changes = new Map<number, number>();
    while (changes.size < count) {
      const seat = Math.floor(this.random() * this.states.length);
      const state = this.states[seat]!;
      if (state === 0) changes.set(seat, 1);
      else if (state === 1) changes.set(seat, this.random() < 0.7 ? 2 : 0);
      else if (state === 2 && this.random() < 0.3) changes.set(seat, 0);
    }
    const from = this.#version;
    this.#version += BigInt(count);
    const buffer = new ArrayBuffer(40 + count * 4);
    const view = this.#header(buffer, 2, 0, count);
    view.setBigUint64(24, from, true);
    let at = 40;
    for (const [seat, state] of changes) {
      this.states[seat] = state;
      view.setUint32(at, ((seat << 2) | state) >>> 0, true);
      at += 4;
    }
    return buffer;
  }

  #header(buffer: ArrayBuffer, kind: number, areas: number, count: number): DataView {
    const view = new DataView(buffer);
    view.setUint32(0, 0x4d535643, true);
    view.setUint8(4, 1);
    view.setUint8(5, kind);
    view.setUint16(6, areas, true);
    view.setBigUint64(8, 1n, true);
    view.setBigUint64(16, this.#version, true);
    view.setUint32(32, count, true);
    return view;
  }
}
