import type { Plan } from '../plan/plan';
import type { Grid } from '../view/grid';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How much a sideways step costs compared with one straight on. */
const SIDEWAYS = 2.5;

/**
 * The nearest seat in that direction, or `from` when there is none. Straight on counts less than
 * sideways, so that rows and columns are kept, also where rows curve; every seat is walked, taken
 * ones too, because a reader who cannot see the house learns it by walking.
 */
export function walk(plan: Plan, grid: Grid, from: number, direction: Direction): number {
  const [stepX, stepY] = STEPS[direction];
  const x = plan.x[from]!;
  const y = plan.y[from]!;
  const reach = Math.max(plan.bounds.right - plan.bounds.left, plan.bounds.bottom - plan.bounds.top);
  for (let radius = plan.pitch * 2.5; ; radius *= 2.5) {
    const found = nearestAhead(plan, grid, from, { x, y, stepX, stepY, radius });
    // Whatever lies outside the searched square is at least `radius` away.
    if (found.seat >= 0 && found.cost <= radius) return found.seat;
    if (radius > reach) return found.seat >= 0 ? found.seat : from;
  }
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly radius: number;
}

function nearestAhead(plan: Plan, grid: Grid, from: number, look: Look): { seat: number; cost: number } {
  const { x, y, stepX, stepY, radius } = look;
  const closest = plan.pitch * 0.2;
  let seat = -1;
  let best = Infinity;
  grid.within({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }, (other) => {
    if (other === from) return;
    const dx = plan.x[other]! - x;
    const dy = plan.y[other]! - y;
    const ahead = dx * stepX + dy * stepY;
    const aside = Math.abs(dx * stepY - dy * stepX);
    if (ahead < closest || aside > ahead * 2) return;
    const cost = ahead + aside * SIDEWAYS;
    if (cost < best) {
      best = cost;
      seat = other;
    }
  });
  return { seat, cost: best };
}

/** Where a walk begins: the best free seat, else the first. */
export function firstStep(plan: Plan, isOpen: (seat: number) => boolean): number {
  let best = -1;
  for (let seat = 0; seat < plan.seatCount; seat++) {
    if (isOpen(seat) && (best < 0 || plan.quality[seat]! > plan.quality[best]!)) best = seat;
  }
  return best < 0 && plan.seatCount > 0 ? 0 : best;
}
