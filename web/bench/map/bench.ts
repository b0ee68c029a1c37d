import '../../src/design/tokens.css';
import '../../src/design/base.css';
import { type PlanDocument, type SeatMap, createSeatMap } from '../../src/map';
import { PRICES } from './houses/prices';

/** The page that the bench measures: plan over HTTP, states over the live WebSocket, as in the shop. */
interface Frames {
  readonly perSecond: number;
  /** Milliseconds between frames that 19 of 20 do not exceed. */
  readonly p95: number;
  readonly longest: number;
}

class Bench {
  readonly map: SeatMap;
  usableAt: number | null = null;
  deltas = 0;
  readonly #interactions: number[] = [];
  #stamps: number[] | null = null;

  constructor(map: SeatMap) {
    this.map = map;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#interactions.push(duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  }

  startFrames(): void {
    const stamps: number[] = [];
    this.#stamps = stamps;
    const tick = (now: number): void => {
      if (this.#stamps !== stamps) return;
      stamps.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  stopFrames(): Frames {
    const stamps = this.#stamps ?? [];
    this.#stamps = null;
    const gaps = stamps.slice(1).map((stamp, index) => stamp - stamps[index]!);
    const sorted = gaps.toSorted((a, b) => a - b);
    const seconds = (stamps.at(-1)! - stamps[0]!) / 1000;
    return {
      perSecond: gaps.length / seconds,
      p95: sorted[Math.floor(sorted.length * 0.95)]!,
      longest: sorted.at(-1)!,
    };
  }

  /** Microseconds for finding the seat at a point. */
  hitTest(count: number): number {
    const { plan, grid } = this.map.model;
    const { left, top, right, bottom } = plan.bounds;
    let seed = 1;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const points = Array.from({ length: count * 2 }, next);
    let found = 0;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const x = left + points[i * 2]! * (right - left);
      const y = top + points[i * 2 + 1]! * (bottom - top);
      if (grid.nearest(x, y, plan.pitch * 0.55) >= 0) found++;
    }
    const micros = ((performance.now() - start) * 1000) / count;
    if (found === 0) throw new Error('no point met a seat');
    return micros;
  }

  /** The slowest answer to a press or key since the last call, in milliseconds; 16 or less is 16. */
  slowestInteraction(): number {
    const slowest = Math.max(16, ...this.#interactions);
    this.#interactions.length = 0;
    return slowest;
  }
}

const response = fetch('plan');
const host = document.querySelector<HTMLElement>('#map')!;
const plan = (await (await response).json()) as PlanDocument;
const map = createSeatMap(host, { plan, prices: plan.zones.map((_, zone) => PRICES[zone % PRICES.length]!) });
const bench = new Bench(map);

declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;

map.connectLive(`ws://${location.host}/live`, {
  onStatus: (status) => {
    if (status !== 'live' || bench.usableAt !== null) return;
    // The frame in which the states are painted, and the one that begins once it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (bench.usableAt = performance.now())));
  },
});
map.on('change', () => bench.deltas++);
