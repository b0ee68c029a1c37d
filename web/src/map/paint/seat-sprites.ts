import { ANGLE_STEPS } from '../plan/seat-angles';
import { LOOKS, type Look } from './look';
import type { Inks } from './palette';
import { seatLayers } from './seat-layers';
import { type Sprite, drawSprite } from './sprite';

/** From this half width one can see how a seat is turned. */
const ANGLES_FROM = 4;
/** Sizes this close, one to the next, are drawn alike: a zoom passes some ninety, not a new one each frame. */
const SIZE_STEP = 1.04;
const SMALLEST = 0.5;
/** In pixels of all sprites together, six bytes each. */
const MOST_KEPT = 5_000_000;

/** The sprites of one size, each drawn when first needed. */
export class SpriteSheet {
  readonly half: number;
  /** Steps of a pixel that a seat's place is rounded to; 1 = whole pixels. */
  readonly phases: number;
  readonly angles: number;
  readonly #byLook: (Sprite[] | undefined)[] = Array.from({ length: LOOKS });
  readonly #inks: Inks;
  /** Pixels of the sprites drawn so far. */
  weight = 0;

  constructor(half: number, inks: Inks) {
    this.half = half;
    this.phases = phaseSteps(half);
    this.angles = half >= ANGLES_FROM ? ANGLE_STEPS : 1;
    this.#inks = inks;
  }

  /** `phaseX`, `phaseY`: below {@link phases}. `angle`: any step; taken as 0 where it can't be seen. */
  get(look: Look, phaseX: number, phaseY: number, angle: number): Sprite {
    const turned = this.angles === 1 ? 0 : angle;
    const at = (phaseY * this.phases + phaseX) * this.angles + turned;
    const sprites = (this.#byLook[look] ??= []);
    return (sprites[at] ??= this.#draw(look, phaseX, phaseY, turned));
  }

  #draw(look: Look, phaseX: number, phaseY: number, angle: number): Sprite {
    const radians = (angle / ANGLE_STEPS) * (Math.PI / 2);
    const inPixel = (phase: number): number => (this.phases === 1 ? 0 : (phase + 0.5) / this.phases);
    const sprite = drawSprite(seatLayers(look, this.#inks, this.half, radians), {
      half: this.half,
      phaseX: inPixel(phaseX),
      phaseY: inPixel(phaseY),
    });
    this.weight += sprite.colours.length;
    return sprite;
  }
}

/** The smaller a seat, the more a jump by part of its width would show. */
function phaseSteps(half: number): number {
  if (half < 4) return 4;
  return half < 8 ? 2 : 1;
}

/** The sheets of the sizes used last. */
export class SeatSprites {
  readonly #sheets = new Map<number, SpriteSheet>();
  readonly #inks: Inks;

  constructor(inks: Inks) {
    this.#inks = inks;
  }

  sized(half: number): SpriteSheet {
    const step = Math.max(0, Math.round(Math.log(half / SMALLEST) / Math.log(SIZE_STEP)));
    const sheet = this.#sheets.get(step) ?? new SpriteSheet(SMALLEST * SIZE_STEP ** step, this.#inks);
    this.#sheets.delete(step);
    this.#sheets.set(step, sheet);
    this.#forget();
    return sheet;
  }

  /** The sheets not used for longest go first; the one in use stays. */
  #forget(): void {
    let weight = 0;
    for (const sheet of this.#sheets.values()) weight += sheet.weight;
    for (const [step, sheet] of this.#sheets) {
      if (weight <= MOST_KEPT || this.#sheets.size === 1) return;
      weight -= sheet.weight;
      this.#sheets.delete(step);
    }
  }
}
