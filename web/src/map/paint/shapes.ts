import type { Shape } from './sprite';

/** Math.hypot guards against overflow, which is not to be feared here, at five times the price. */
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** A square with round corners, `size` from the middle to its sides, turned by `angle`. */
export function roundedSquare(size: number, radius: number, angle = 0): Shape {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const inner = size - radius;
  return (x, y) => {
    const dx = Math.abs(x * cos + y * sin) - inner;
    const dy = Math.abs(y * cos - x * sin) - inner;
    const outside = length(Math.max(dx, 0), Math.max(dy, 0));
    return outside + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

export function disc(radius: number, centreX = 0, centreY = 0): Shape {
  return (x, y) => length(x - centreX, y - centreY) - radius;
}

/** Only the rim of a shape, `width` wide, inside its edge. */
export function rim(shape: Shape, width: number): Shape {
  return (x, y) => {
    const distance = shape(x, y);
    return Math.max(distance, -distance - width);
  };
}

export function anyOf(...shapes: readonly Shape[]): Shape {
  return (x, y) => {
    let nearest = Infinity;
    for (const shape of shapes) nearest = Math.min(nearest, shape(x, y));
    return nearest;
  };
}

/** Three corners cut off or not: eight shapes that an eye tells apart where colours say nothing. The middle stays free for the number. */
export function notched(shape: Shape, pattern: number): Shape {
  const cuts = NOTCHES.filter((_, corner) => (pattern >> corner) & 1);
  return (x, y) => {
    let distance = shape(x, y);
    for (const cut of cuts) distance = Math.max(distance, -cut(x, y));
    return distance;
  };
}

/** A line with round ends, through points x, y, x, y, … */
export function stroke(width: number, ...points: readonly number[]): Shape {
  return (x, y) => {
    let nearest = Infinity;
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [fromX, fromY] = [points[i]!, points[i + 1]!];
      const dx = points[i + 2]! - fromX;
      const dy = points[i + 3]! - fromY;
      const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
      const share = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, length(x - fromX - dx * share, y - fromY - dy * share));
    }
    return nearest - width / 2;
  };
}

const NOTCHES = [disc(0.62, -1, -1), disc(0.62, 1, -1), disc(0.62, 1, 1)];

export const CHECK = stroke(0.24, -0.42, 0.02, -0.12, 0.34, 0.44, -0.32);
export const CROSS = anyOf(stroke(0.2, -0.34, -0.34, 0.34, 0.34), stroke(0.2, -0.34, 0.34, 0.34, -0.34));

const WHEEL = rim(disc(0.5, -0.06, 0.24), 0.16);

/** A person in a wheelchair: head, back, seat and leg, and the wheel open where the person sits. */
export const WHEELCHAIR_SIGN = anyOf(
  disc(0.15, -0.14, -0.62),
  stroke(0.18, -0.12, -0.36, -0.08, 0.1, 0.32, 0.1, 0.5, 0.56),
  (x, y) => Math.max(WHEEL(x, y), Math.min(x + 0.1, 0.28 - y)),
);
