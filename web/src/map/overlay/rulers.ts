import { css } from '../paint/colour';
import type { Inks } from '../paint/palette';
import type { Plan, Row } from '../plan/plan';
import { type Rect, contains } from '../view/rect';
import type { Viewport } from '../view/viewport';

/** Once seats are this wide, in CSS pixels, one looks at rows: these have their letters at both ends. */
export const RULERS_FROM = 13;
const TEXT_SIZE = 12;
const HEIGHT = 17;
const PAD = 5;
const PRINTS_KEPT = 500;

/** One row's letter, in device pixels of the picture. */
export interface RulerMark {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The letters of one section's rows, beside each row's first and last seat or, where that is out of sight, pinned at the edge. Only one
 * section's, whose name stands with them: a letter beside a row is never that of the block next to it.
 */
export class Rulers {
  readonly #plan: Plan;
  readonly #font: string;
  readonly #prints = new Map<string, HTMLCanvasElement>();
  #inks: Inks | null = null;

  constructor(plan: Plan, font: string) {
    this.#plan = plan;
    this.#font = font;
  }

  setInks(inks: Inks): void {
    this.#inks = inks;
    this.#prints.clear();
  }

  /** `clear`: what the page leaves of the picture, in device pixels. */
  draw(context: CanvasRenderingContext2D, view: Viewport, density: number, section: number, clear: Rect): void {
    if (section < 0 || (this.#plan.pitch * view.scale) / density < RULERS_FROM) return;
    for (const { label, x, y } of rulerMarks(this.#plan, section, view, clear, density)) {
      const print = this.#print(label, density);
      context.drawImage(print, Math.round(x - print.width / 2), Math.round(y - print.height / 2));
    }
  }

  #print(label: string, density: number): HTMLCanvasElement {
    const key = `${density} ${label}`;
    const known = this.#prints.get(key);
    if (known) return known;
    if (this.#prints.size > PRINTS_KEPT) this.#prints.clear();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    const font = `600 ${TEXT_SIZE}px ${this.#font}`;
    context.font = font;
    const width = Math.max(HEIGHT, Math.ceil(context.measureText(label).width) + PAD * 2);
    canvas.width = Math.ceil(width * density);
    canvas.height = Math.ceil(HEIGHT * density);
    context.scale(density, density);
    context.beginPath();
    context.roundRect(0, 0, width, HEIGHT, HEIGHT / 2);
    // The other way round than a seat: a row called 15 is not to be taken for seat 15.
    context.fillStyle = css(this.#inks!.ink, 0.86);
    context.fill();
    context.font = font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = css(this.#inks!.section);
    context.fillText(label, width / 2, HEIGHT / 2 + 0.5);
    this.#prints.set(key, canvas);
    return canvas;
  }
}

/** Where the letters of a section's rows stand. */
export function rulerMarks(plan: Plan, section: number, view: Viewport, clear: Rect, density: number): RulerMark[] {
  const { firstRow, endRow } = plan.sections[section]!;
  const marks: RulerMark[] = [];
  for (let index = firstRow; index < endRow; index++) marks.push(...marksOf(plan, plan.rows[index]!, view, clear, density));
  return marks;
}

function marksOf(plan: Plan, row: Row, view: Viewport, clear: Rect, density: number): RulerMark[] {
  const at = (seat: number) => ({ x: plan.x[seat]! * view.scale + view.x, y: plan.y[seat]! * view.scale + view.y });
  const [first, last] = [at(row.firstSeat), at(row.endSeat - 1)];
  // A row at the side of a stage runs up and down: its ends are above and below.
  const along = Math.abs(last.x - first.x) >= Math.abs(last.y - first.y) ? 'x' : 'y';
  const [from, to] = along === 'x' ? [clear.left, clear.right] : [clear.top, clear.bottom];
  let low: { x: number; y: number } | null = null;
  let high: { x: number; y: number } | null = null;
  for (let seat = row.firstSeat; seat < row.endSeat; seat++) {
    const spot = at(seat);
    if (!contains(clear, spot.x, spot.y)) continue;
    if (!low || spot[along] < low[along]) low = spot;
    if (!high || spot[along] > high[along]) high = spot;
  }
  if (!low || !high) return [];
  const beside = plan.pitch * view.scale * 0.95;
  const room = (HEIGHT / 2 + 2) * density;
  const start = Math.max(from + room, low[along] - beside);
  const end = Math.min(to - room, high[along] + beside);
  const label = row.label;
  const marks = [{ label, x: low.x, y: low.y, [along]: start }];
  // Of a row that is nearly out of sight, one is enough.
  if (end - start > room * 2) marks.push({ label, x: high.x, y: high.y, [along]: end });
  return marks;
}
