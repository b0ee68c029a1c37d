import { type Plan, seatNumber } from '../plan/plan';
import type { Grid } from '../view/grid';
import type { Rect } from '../view/rect';
import type { Placement } from './backdrop';
import { mix } from './colour';
import { FREE_SEAT, type Look, UNFIT_SEAT, hueOf, isWheelchair, kindOf } from './look';
import type { Inks } from './palette';
import type { Pixels } from './pixels';
import { inkOn } from './seat-layers';
import { type TextMasks, print } from './text-masks';

/** From this half width, in CSS pixels, seats have their numbers. */
const NUMBERS_FROM = 10.5;

interface Printing {
  readonly looks: Uint16Array;
  readonly grid: Grid;
  readonly inks: Inks;
  readonly half: number;
  readonly density: number;
  readonly isDimmed: (seat: number) => boolean;
}

/** Seat numbers on the seats, once there is room. */
export class SeatTexts {
  readonly #plan: Plan;
  readonly #masks: TextMasks;

  constructor(plan: Plan, masks: TextMasks) {
    this.#plan = plan;
    this.#masks = masks;
  }

  paint(pixels: Pixels, clip: Rect, place: Placement, printing: Printing): void {
    if (printing.half < NUMBERS_FROM * printing.density) return;
    const { scale } = place;
    const margin = this.#plan.pitch;
    const area = {
      left: (clip.left - place.x) / scale - margin,
      top: (clip.top - place.y) / scale - margin,
      right: (clip.right - place.x) / scale + margin,
      bottom: (clip.bottom - place.y) / scale + margin,
    };
    printing.grid.within(area, (seat) => {
      if (!printing.isDimmed(seat)) this.#number(pixels, clip, place, printing, seat);
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
