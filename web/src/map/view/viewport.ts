import { type Rect, centreOf } from './rect';

/**
 * Which part of the plan is on the canvas: device = plan × scale + (x, y). Sizes are device pixels.
 * `x` and `y` keep their fraction, so that a long zoom does not drift; painting rounds them.
 */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const NO_INSETS: Insets = { left: 0, top: 0, right: 0, bottom: 0 };

export function toPlanX(view: Viewport, deviceX: number): number {
  return (deviceX - view.x) / view.scale;
}

export function toPlanY(view: Viewport, deviceY: number): number {
  return (deviceY - view.y) / view.scale;
}

/** The part of the plan that is visible. */
export function visiblePlan(view: Viewport): Rect {
  return {
    left: toPlanX(view, 0),
    top: toPlanY(view, 0),
    right: toPlanX(view, view.width),
    bottom: toPlanY(view, view.height),
  };
}

/** The viewport in which `rect` fills the canvas but for the insets. */
export function fit(view: Viewport, rect: Rect, insets: Insets = NO_INSETS): Viewport {
  const width = Math.max(1, view.width - insets.left - insets.right);
  const height = Math.max(1, view.height - insets.top - insets.bottom);
  const scale = Math.min(width / (rect.right - rect.left), height / (rect.bottom - rect.top));
  return centred(view, centreOf(rect), scale, insets);
}

/** The viewport of that scale with a point of the plan in the middle of what the insets leave. */
export function centred(
  view: Viewport,
  point: { readonly x: number; readonly y: number },
  scale: number,
  insets: Insets = NO_INSETS,
): Viewport {
  const middleX = (insets.left + view.width - insets.right) / 2;
  const middleY = (insets.top + view.height - insets.bottom) / 2;
  return { ...view, scale, x: middleX - point.x * scale, y: middleY - point.y * scale };
}

/** Zooms so that the point of the plan under (deviceX, deviceY) stays there. */
export function zoomAt(view: Viewport, scale: number, deviceX: number, deviceY: number): Viewport {
  const factor = scale / view.scale;
  return {
    ...view,
    scale,
    x: deviceX - (deviceX - view.x) * factor,
    y: deviceY - (deviceY - view.y) * factor,
  };
}

export function panBy(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Keeps the middle of what the insets leave over the house, so that nobody gets lost in emptiness. */
export function keepOver(view: Viewport, bounds: Rect, insets: Insets = NO_INSETS): Viewport {
  const middleX = (insets.left + view.width - insets.right) / 2;
  const middleY = (insets.top + view.height - insets.bottom) / 2;
  return {
    ...view,
    x: Math.min(middleX - bounds.left * view.scale, Math.max(middleX - bounds.right * view.scale, view.x)),
    y: Math.min(middleY - bounds.top * view.scale, Math.max(middleY - bounds.bottom * view.scale, view.y)),
  };
}
