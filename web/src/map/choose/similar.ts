import { type Plan, COMPANION, WHEELCHAIR, areNeighbours } from '../plan/plan';

/** What others took, and what could be had instead. Both may be empty. */
export interface Offer {
  /** As many seats side by side as the whole party needs; some may be seats that it has. */
  readonly together: readonly number[];
  /** For the lost seats only, the nearest like each. */
  readonly singles: readonly number[];
}

/** Farther than any distance in a house. */
const OTHER_ZONE = 1e6;

/** What a point of quality that is lost weighs, as distance. */
const pricePerPoint = ({ pitch }: Plan): number => (pitch * 5) / 100;

/**
 * The nearest seat like `seat` among those that `isOpen`: the same price zone and the same kind of
 * place if there is one, else another zone. Nearness is distance plus what quality is lost, where 100
 * points of quality weigh like five seats' width.
 */
export function nearestLike(plan: Plan, seat: number, isOpen: (seat: number) => boolean): number {
  const kind = plan.flags[seat]! & (WHEELCHAIR | COMPANION);
  const penaltyPerPoint = pricePerPoint(plan);
  let best = -1;
  let bestCost = Infinity;
  for (let other = 0; other < plan.seatCount; other++) {
    if (other === seat || !isOpen(other)) continue;
    if ((plan.flags[other]! & (WHEELCHAIR | COMPANION)) !== kind) continue;
    const loss = Math.max(0, plan.quality[seat]! - plan.quality[other]!);
    const distance = Math.hypot(plan.x[other]! - plan.x[seat]!, plan.y[other]! - plan.y[seat]!);
    const otherZone = plan.zone[other] === plan.zone[seat] ? 0 : OTHER_ZONE;
    const cost = distance + loss * penaltyPerPoint + otherZone;
    if (cost < bestCost) {
      best = other;
      bestCost = cost;
    }
  }
  return best;
}

/** Whether more than one seat, all side by side. */
export function sitTogether(plan: Plan, seats: readonly number[]): boolean {
  const inOrder = [...seats].sort((a, b) => a - b);
  return inOrder.length > 1 && inOrder.every((seat, at) => at === 0 || (inOrder[at - 1] === seat - 1 && areNeighbours(plan, seat - 1)));
}

/** As many seats side by side as `party` has, nearest to where it sat and most like it; empty when there are none. */
export function nearestTogether(plan: Plan, party: readonly number[], isOpen: (seat: number) => boolean): number[] {
  const had = summaryOf(plan, party);
  let run = 0;
  let best = -1;
  let bestCost = Infinity;
  for (let seat = 0; seat < plan.seatCount; seat++) {
    const goesOn = run > 0 && areNeighbours(plan, seat - 1);
    run = isOpen(seat) ? (goesOn ? run + 1 : 1) : 0;
    if (run < party.length) continue;
    // Most runs are too far away to be worth adding up.
    if (Math.hypot(plan.x[seat]! - had.x, plan.y[seat]! - had.y) - party.length * plan.pitch > bestCost) continue;
    const first = seat + 1 - party.length;
    const cost = costOf(plan, had, summaryOf(plan, range(first, party.length)));
    if (cost < bestCost) [best, bestCost] = [first, cost];
  }
  return best < 0 ? [] : range(best, party.length);
}

interface Summary {
  readonly x: number;
  readonly y: number;
  readonly quality: number;
  readonly zone: number;
  /** How many wheelchair and companions' places. */
  readonly special: number;
}

function summaryOf(plan: Plan, seats: readonly number[]): Summary {
  const mean = (values: ArrayLike<number>): number => seats.reduce((sum, seat) => sum + values[seat]!, 0) / seats.length;
  const special = seats.filter((seat) => (plan.flags[seat]! & (WHEELCHAIR | COMPANION)) !== 0).length;
  return { x: mean(plan.x), y: mean(plan.y), quality: mean(plan.quality), zone: mean(plan.zone), special };
}

function costOf(plan: Plan, had: Summary, other: Summary): number {
  if (other.special !== had.special) return Infinity;
  const distance = Math.hypot(other.x - had.x, other.y - had.y);
  return distance + Math.max(0, had.quality - other.quality) * pricePerPoint(plan) + (other.zone === had.zone ? 0 : OTHER_ZONE);
}

const range = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);
