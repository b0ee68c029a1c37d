import { type Plan, rowOf, seatNumber } from '../plan/plan';
import type { Grid } from '../view/grid';
import type { Rect } from '../view/rect';
import type { Placement } from './backdrop';
import { mix } from './colour';
import { FREE_SEAT, type Look, UNFIT_SEAT, hueOf, isWheelchair, kindOf } from './look';
import type { Inks } from './palette';
import type { Pixels } from './pixels';
import { inkOn } from './seat-layers';
import { type TextMasks, print } from './text-masks';

/** From this half width, in CSS pixels, rows have their labels, and from that, seats their numbers. */
const LABELS_FROM = 7;
const NUMBERS_FROM = 10.5;
/** No text is smaller, in CSS pixels. */
const SMALLEST = 9.5;
const LONG_ROW = 24;

interface Printing {
  readonly looks: Uint16Array;
  readonly grid: Grid;
  readonly inks: Inks;
  readonly half: number;
  readonly density: number;
  readonly isDimmed: (seat: number) => boolean;
}

/** Seat numbers on the seats and row labels beside the rows, once there is room. */
export class SeatTexts {
  readonly #plan: Plan;
  readonly #masks: TextMasks;

  constructor(plan: Plan, masks: TextMasks) {
    this.#plan = plan;
    this.#masks = masks;
  }

  paint(pixels: Pixels, clip: Rect, place: Placement, printing: Printing): void {
    if (printing.half < LABELS_FROM * printing.density) return;
    const hasNumbers = printing.half >= NUMBERS_FROM * printing.density;
    const { scale } = place;
    const margin = this.#plan.pitch * 2.2;
    const area = {
      left: (clip.left - place.x) / scale - margin,
      top: (clip.top - place.y) / scale - margin,
      right: (clip.right - place.x) / scale + margin,
      bottom: (clip.bottom - place.y) / scale + margin,
    };
    printing.grid.within(area, (seat) => {
      if (printing.isDimmed(seat)) return;
      if (hasNumbers) this.#number(pixels, clip, place, printing, seat);
      this.#rowLabels(pixels, clip, place, printing, seat);
    });
  }

  #number(pixels: Pixels, clip: Rect, place: Placement, printing: Printing, seat: number): void {
    const look: Look = printing.looks[seat]!;
    const kind = kindOf(look);
    if (kind !== FREE_SEAT && kind !== UNFIT_SEAT) return;
    if (kind === FREE_SEAT && isWheelchair(look)) return;
    const { inks, half } = printing;
    const zone = inks.zones[hueOf(look) % inks.zones.length]!;
    const ink = kind === FREE_SEAT ? inkOn(zone) : mix(inks.inkSoft, inks.section, 0.4);
    const text = seatNumber(this.#plan, seat);
    const size = half * (text.length > 2 ? 0.72 : 0.95);
    this.#print(pixels, clip, place, { text, size, ink, x: this.#plan.x[seat]!, y: this.#plan.y[seat]! });
  }

  /** At the row's start, and at the end of a long one too: at both, two sections' labels would mingle. */
  #rowLabels(pixels: Pixels, clip: Rect, place: Placement, printing: Printing, seat: number): void {
    const { firstSeat, endSeat } = rowOf(this.#plan, seat);
    const isLong = endSeat - firstSeat >= LONG_ROW;
    if (seat === firstSeat) this.#rowLabel(pixels, clip, place, printing, seat, seat + 1);
    if (seat === endSeat - 1 && isLong) this.#rowLabel(pixels, clip, place, printing, seat, seat - 1);
  }

  /** Beyond the row's end, on the line through its last two seats. */
  #rowLabel(
    pixels: Pixels,
    clip: Rect,
    place: Placement,
    printing: Printing,
    end: number,
    next: number,
  ): void {
    const { x, y, pitch } = this.#plan;
    const row = rowOf(this.#plan, end);
    const isAlone = row.endSeat - row.firstSeat === 1;
    const dx = isAlone ? -1 : x[end]! - x[next]!;
    const dy = isAlone ? 0 : y[end]! - y[next]!;
    const length = Math.hypot(dx, dy) || 1;
    this.#print(pixels, clip, place, {
      text: row.label,
      size: Math.max(printing.half * 0.85, SMALLEST * printing.density),
      ink: printing.inks.inkSoft,
      x: x[end]! + (dx / length) * pitch * 0.9,
      y: y[end]! + (dy / length) * pitch * 0.9,
    });
  }

  #print(pixels: Pixels, clip: Rect, place: Placement, word: Word): void {
    const mask = this.#masks(word.text, Math.round(word.size));
    if (!mask) return;
    const x = Math.round(word.x * place.scale + place.x);
    const y = Math.round(word.y * place.scale + place.y);
    print(pixels, clip, mask, x, y, word.ink);
  }
}

interface Word {
  readonly text: string;
  readonly size: number;
  readonly ink: number;
  readonly x: number;
  readonly y: number;
}
