import type { HouseModel } from '../model/house-model';
import { css } from '../paint/colour';
import type { Inks } from '../paint/palette';
import type { Viewport } from '../view/viewport';

/** Below this width, in CSS pixels, the reader's own seats get a mark that can be found. */
const PIN_BELOW = 12;
const POP_MILLIS = 260;

export interface MarkState {
  /** The seat under the pointer, or -1. */
  readonly hovered: number;
  /** The seat that the keyboard is on, or -1. */
  readonly focused: number;
  readonly orphans: readonly number[];
}

/** What lies over the seats: the reader's own seats from afar, hover, focus, seats left single. */
export class Marks {
  readonly #model: HouseModel;
  readonly #pops = new Map<number, number>();

  constructor(model: HouseModel) {
    this.#model = model;
  }

  pop(seat: number, now: number): void {
    this.#pops.set(seat, now);
  }

  get isMoving(): boolean {
    return this.#pops.size > 0;
  }

  draw(
    context: CanvasRenderingContext2D,
    view: Viewport,
    density: number,
    inks: Inks,
    state: MarkState,
    now: number,
  ): void {
    const width = this.#model.plan.pitch * view.scale;
    const at = (seat: number): { x: number; y: number } => ({
      x: this.#model.plan.x[seat]! * view.scale + view.x,
      y: this.#model.plan.y[seat]! * view.scale + view.y,
    });
    this.#drawPops(context, at, width, inks, now);
    if (width < PIN_BELOW * density) this.#drawPins(context, at, density, inks);
    for (const seat of state.orphans) {
      box(context, at(seat), width, density, css(inks.warn), [3 * density, 3 * density]);
    }
    if (state.hovered >= 0) box(context, at(state.hovered), width, density, css(inks.ink), []);
    if (state.focused >= 0) {
      box(context, at(state.focused), Math.max(width, 14 * density) + 5 * density, density * 1.6, css(inks.section), []);
      box(context, at(state.focused), Math.max(width, 14 * density) + 2 * density, density * 1.6, css(inks.mine), []);
    }
  }

  #drawPops(
    context: CanvasRenderingContext2D,
    at: (seat: number) => { x: number; y: number },
    width: number,
    inks: Inks,
    now: number,
  ): void {
    for (const [seat, start] of this.#pops) {
      const time = (now - start) / POP_MILLIS;
      if (time >= 1) {
        this.#pops.delete(seat);
        continue;
      }
      const swell = 1 + 0.7 * Math.sin(Math.PI * Math.max(0, time));
      const { x, y } = at(seat);
      const side = width * 0.9 * swell;
      context.beginPath();
      context.roundRect(x - side / 2, y - side / 2, side, side, side * 0.22);
      context.fillStyle = css(inks.mine, 0.35 * (1 - time));
      context.fill();
    }
  }

  #drawPins(
    context: CanvasRenderingContext2D,
    at: (seat: number) => { x: number; y: number },
    density: number,
    inks: Inks,
  ): void {
    const { picked, pending, mine } = this.#model.selection;
    for (const seats of [picked, pending, mine]) {
      for (const seat of seats) {
        const { x, y } = at(seat);
        context.beginPath();
        context.arc(x, y, 6 * density, 0, Math.PI * 2);
        context.fillStyle = css(inks.mine);
        context.fill();
        context.lineWidth = 2 * density;
        context.strokeStyle = css(inks.section);
        context.stroke();
      }
    }
  }
}

function box(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  width: number,
  density: number,
  colour: string,
  dash: number[],
): void {
  const side = Math.max(width, 8 * density);
  context.beginPath();
  context.roundRect(x - side / 2, y - side / 2, side, side, side * 0.26);
  context.setLineDash(dash);
  context.lineWidth = 2 * density;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}
