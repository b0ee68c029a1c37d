import type { MapWords } from '../list/words';
import { css } from '../paint/colour';
import type { Inks } from '../paint/palette';
import type { Plan } from '../plan/plan';
import type { Viewport } from '../view/viewport';

interface Caption {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly height: number;
  readonly text: string;
}

const LARGEST = 22;
const SMALLEST = 9;

/** What is written on the stage or the field, and the plan's own texts. */
export class Captions {
  readonly #captions: readonly Caption[];
  readonly #font: string;

  constructor(plan: Plan, words: MapWords, font: string) {
    this.#font = font;
    const own = plan.shapes.flatMap(({ text, x, y, points }) => {
      if (!text) return [];
      const middle = middleOf(points ?? []);
      const room = plan.pitch * 6;
      return [{ x: x ?? middle.x, y: y ?? middle.y, room, height: plan.pitch * 2, text }];
    });
    const { focus } = plan;
    const onFocus = focus
      ? [{ x: focus.x, y: focus.y, room: focus.width, height: focus.height * (focus.kind === 'stage' ? 0.8 : 0.3), text: words.focus[focus.kind] }]
      : [];
    this.#captions = [...onFocus, ...own];
  }

  draw(context: CanvasRenderingContext2D, view: Viewport, density: number, inks: Inks): void {
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = css(inks.inkSoft);
    for (const { x, y, room, height, text } of this.#captions) {
      const widest = (room * view.scale * 0.8) / (text.length * 0.62);
      const size = Math.min(LARGEST * density, widest, height * view.scale * 0.5);
      if (size < SMALLEST * density) continue;
      context.font = `600 ${Math.round(size)}px ${this.#font}`;
      context.fillText(text, Math.round(x * view.scale + view.x), Math.round(y * view.scale + view.y));
    }
  }
}

function middleOf(points: readonly (readonly [number, number])[]): { x: number; y: number } {
  const sum = points.reduce((total, [x, y]) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const count = Math.max(1, points.length);
  return { x: sum.x / count, y: sum.y / count };
}
