import { ANGLE_STEPS } from '../plan/seat-angles';
import { LOOKS, type Look } from './look';
import type { Inks } from './palette';
import { seatLayers } from './seat-layers';
import { type Sprite, drawSprite } from './sprite';

/** Below this half width seats are placed to a quarter of a pixel, else moving rows would flicker. */
const PHASES_BELOW = 8;
/** From this half width one can see how a seat is turned. */
const ANGLES_FROM = 4;
const PHASE_STEPS = 4;
const SHEETS_KEPT = 12;

/** The sprites of one size, each drawn when first needed. */
export class SpriteSheet {
  readonly half: number;
  /** Steps of a pixel that a seat's place is rounded to; 1 = whole pixels. */
  readonly phases: number;
  readonly angles: number;
  readonly #sprites: (Sprite | undefined)[];
  readonly #inks: Inks;

  constructor(half: number, inks: Inks) {
    this.half = half;
    this.phases = half < PHASES_BELOW ? PHASE_STEPS : 1;
    this.angles = half >= ANGLES_FROM ? ANGLE_STEPS : 1;
    this.#inks = inks;
    this.#sprites = Array.from({ length: LOOKS * this.phases * this.phases * this.angles });
  }

  /** `phaseX`, `phaseY`: below {@link phases}. `angle`: any step; taken as 0 where it can't be seen. */
  get(look: Look, phaseX: number, phaseY: number, angle: number): Sprite {
    const turned = this.angles === 1 ? 0 : angle;
    const at = ((look * this.phases + phaseY) * this.phases + phaseX) * this.angles + turned;
    return (this.#sprites[at] ??= this.#draw(look, phaseX, phaseY, turned));
  }

  #draw(look: Look, phaseX: number, phaseY: number, angle: number): Sprite {
    const radians = (angle / ANGLE_STEPS) * (Math.PI / 2);
    const inPixel = (phase: number): number => (this.phases === 1 ? 0 : (phase + 0.5) / this.phases);
    return drawSprite(seatLayers(look, this.#inks, this.half, radians), {
      half: this.half,
      phaseX: inPixel(phaseX),
      phaseY: inPixel(phaseY),
    });
  }
}

/** The sheets of the sizes used last: a zoom comes by many sizes and returns to few. */
export class SeatSprites {
  readonly #sheets = new Map<number, SpriteSheet>();
  readonly #inks: Inks;

  constructor(inks: Inks) {
    this.#inks = inks;
  }

  sized(half: number): SpriteSheet {
    const step = half < PHASES_BELOW ? 8 : 2;
    const rounded = Math.max(0.5, Math.round(half * step) / step);
    const known = this.#sheets.get(rounded);
    const sheet = known ?? new SpriteSheet(rounded, this.#inks);
    this.#sheets.delete(rounded);
    this.#sheets.set(rounded, sheet);
    if (this.#sheets.size > SHEETS_KEPT) this.#sheets.delete(this.#sheets.keys().next().value!);
    return sheet;
  }
}
