import { type Plan, COMPANION, WHEELCHAIR } from '../plan/plan';

/**
 * The nearest seat like `seat` among those that `isOpen`: the same price zone and the same kind of
 * place if there is one, else another zone. Nearness is distance plus what quality is lost, where 100
 * points of quality weigh like five seats' width.
 */
export function nearestLike(plan: Plan, seat: number, isOpen: (seat: number) => boolean): number {
  const kind = plan.flags[seat]! & (WHEELCHAIR | COMPANION);
  const penaltyPerPoint = (plan.pitch * 5) / 100;
  let best = -1;
  let bestCost = Infinity;
  for (let other = 0; other < plan.seatCount; other++) {
    if (other === seat || !isOpen(other)) continue;
    if ((plan.flags[other]! & (WHEELCHAIR | COMPANION)) !== kind) continue;
    const loss = Math.max(0, plan.quality[seat]! - plan.quality[other]!);
    const distance = Math.hypot(plan.x[other]! - plan.x[seat]!, plan.y[other]! - plan.y[seat]!);
    const otherZone = plan.zone[other] === plan.zone[seat] ? 0 : 1e6;
    const cost = distance + loss * penaltyPerPoint + otherZone;
    if (cost < bestCost) {
      best = other;
      bestCost = cost;
    }
  }
  return best;
}
