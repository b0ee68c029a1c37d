import { type Plan } from '../plan/plan';
import type { ShapeDocument } from '../plan/plan-document';
import { type Rect, boundsOf, overlaps } from '../view/rect';
import { type Colour, mix, parseColour } from './colour';
import { HUES } from './look';
import type { Highlight } from './highlight';
import type { Inks } from './palette';
import type { Pixels } from './pixels';
import { PolygonFiller, roundCorners } from './polygon';

/** From plan to picture: pixel = plan × scale + (x, y), x and y whole. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Ground {
  readonly points: Float32Array;
  readonly bounds: Rect;
  readonly colour: (inks: Inks, highlight: Highlight | null) => Colour;
}

/** Everything under the seats: what people look at, drawn shapes, areas, sections. */
export class Backdrop {
  readonly #grounds: readonly Ground[];
  readonly #filler = new PolygonFiller();
  #scratch = new Float32Array(256);

  constructor(plan: Plan) {
    this.#grounds = [
      ...plan.sections
        .map((section, index) => ({ outline: section.outline, index }))
        .filter(({ outline }) => outline.length >= 6)
        .map(({ outline, index }) =>
          ground(roundCorners(outline, plan.pitch), (inks, highlight) => {
            const isOther = highlight?.kind === 'section' && highlight.section !== index;
            return isOther ? mix(inks.section, inks.ground, 0.5) : inks.section;
          }),
        ),
      // An outline that the server made is a hull and may lie around the stage: that goes on top.
      ...plan.shapes.flatMap(shapeGround),
      ...focusGrounds(plan),
      ...plan.areas.map((area) =>
        ground(roundCorners(area.outline, plan.pitch), (inks, highlight) => {
          const isDimmed = highlight !== null && !(highlight.kind === 'zone' && highlight.zone === area.zone);
          const zone = inks.zones[(area.zone % HUES) % inks.zones.length]!;
          return mix(inks.section, zone, isDimmed ? 0.12 : 0.4);
        }),
      ),
    ];
  }

  paint(pixels: Pixels, clip: Rect, place: Placement, inks: Inks, highlight: Highlight | null): void {
    pixels.fill(clip, inks.ground);
    const visible = {
      left: (clip.left - place.x) / place.scale,
      top: (clip.top - place.y) / place.scale,
      right: (clip.right - place.x) / place.scale,
      bottom: (clip.bottom - place.y) / place.scale,
    };
    for (const { points, bounds, colour } of this.#grounds) {
      if (!overlaps(bounds, visible)) continue;
      this.#filler.fill(pixels, clip, this.#placed(points, place), colour(inks, highlight));
    }
  }

  /** Good until the next call: a zoom would else leave a thousand arrays a second behind. */
  #placed(points: Float32Array, { scale, x, y }: Placement): Float32Array {
    if (this.#scratch.length < points.length) this.#scratch = new Float32Array(points.length * 2);
    const moved = this.#scratch.subarray(0, points.length);
    for (let i = 0; i < points.length; i += 2) {
      moved[i] = points[i]! * scale + x;
      moved[i + 1] = points[i + 1]! * scale + y;
    }
    return moved;
  }
}

function ground(points: Float32Array, colour: Ground['colour']): Ground {
  return { points, bounds: boundsOf(points), colour };
}

/** The stage is a plate with round corners; a field also has its lines. */
function focusGrounds({ focus, pitch }: Plan): Ground[] {
  if (!focus) return [];
  const { x, y, width, height, kind } = focus;
  const plate = (inset: number, colour: Ground['colour']): Ground => {
    const box = rectangle(x, y, width - inset * 2, height - inset * 2);
    const radius = Math.min(width, height) * (kind === 'ring' ? 0.12 : 0.08);
    return ground(roundCorners(box, radius, 16), colour);
  };
  const line = (inks: Inks): Colour => mix(inks.focus, inks.inkSoft, 0.22);
  const outer = plate(0, (inks) => inks.focus);
  if (kind === 'stage') return [outer];
  const thick = Math.max(pitch * 0.3, Math.min(width, height) * 0.008);
  const margin = Math.min(width, height) * 0.06;
  const frame = [plate(margin, line), plate(margin + thick, (inks) => inks.focus)];
  if (kind === 'ring') return [outer, ...frame];
  const across = width >= height ? rectangle(x, y, thick, height - margin * 2) : rectangle(x, y, width - margin * 2, thick);
  const radius = Math.min(width, height) * 0.14;
  return [
    outer,
    ...frame,
    ground(across, line),
    ground(circle(x, y, radius), line),
    ground(circle(x, y, radius - thick), (inks) => inks.focus),
  ];
}

function shapeGround(shape: ShapeDocument): Ground[] {
  const points =
    shape.kind === 'circle'
      ? circle(shape.x ?? 0, shape.y ?? 0, shape.radius ?? 0)
      : Float32Array.from((shape.points ?? []).flat());
  if (shape.kind === 'text' || points.length < 6) return [];
  return [ground(points, (inks) => mix(inks.ground, softly(shape.fill, inks), 0.35))];
}

/** Drawn shapes keep a hint of the importer's colour, so that they never shout over the seats. */
function softly(fill: string | null | undefined, inks: Inks): Colour {
  try {
    return fill ? mix(inks.line, parseColour(fill), 0.5) : inks.line;
  } catch {
    return inks.line;
  }
}

function rectangle(x: number, y: number, width: number, height: number): Float32Array {
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  return Float32Array.of(left, top, right, top, right, bottom, left, bottom);
}

function circle(x: number, y: number, radius: number): Float32Array {
  const points: number[] = [];
  for (let i = 0; i < 72; i++) {
    const angle = (i / 72) * 2 * Math.PI;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return Float32Array.from(points);
}
