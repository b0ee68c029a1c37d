import { type Colour, mix, readableOn, rgb } from './colour';
import {
  BLOCKED_SEAT,
  FREE_SEAT,
  HELD_SEAT,
  type Look,
  MINE_SEAT,
  PENDING_SEAT,
  PICKED_SEAT,
  SOLD_SEAT,
  UNFIT_SEAT,
  UNKNOWN_SEAT,
  hueOf,
  isDimmed,
  isWheelchair,
  kindOf,
} from './look';
import type { Inks } from './palette';
import { CHECK, CROSS, WHEELCHAIR_SIGN, disc, notched, rim, roundedSquare } from './shapes';
import type { Layer } from './sprite';

const CORNER = 0.42;
/** From this half width, in pixels, signs inside a seat can be told apart. */
const SIGNS_FROM = 5;
/** From this half width, in pixels, a hollow seat can be told from a full one. */
const RIMS_FROM = 3;

/**
 * What a seat is made of. No state is told by colour alone: free is full and large, held a small
 * frame, sold a dot, blocked a cross, mine has a check mark, picked a dot in its middle.
 */
export function seatLayers(look: Look, inks: Inks, half: number, angle: number): Layer[] {
  const dim = (colour: Colour): Colour => (isDimmed(look) ? mix(colour, inks.section, 0.72) : colour);
  const zone = inks.zones[hueOf(look) % inks.zones.length]!;
  const full = roundedSquare(1, CORNER, angle);
  const signs = half >= SIGNS_FROM;
  const taken = dim(inks.taken);
  switch (kindOf(look)) {
    case UNKNOWN_SEAT:
      return [{ shape: full, colour: dim(mix(inks.taken, inks.section, 0.5)) }];
    case FREE_SEAT:
      return [
        { shape: signs && inks.isForced ? notched(full, hueOf(look)) : full, colour: dim(zone) },
        ...wheelchairSign(look, dim(zone), signs),
      ];
    case UNFIT_SEAT:
      return half < RIMS_FROM
        ? [{ shape: roundedSquare(0.8, CORNER * 0.8, angle), colour: dim(mix(zone, inks.section, 0.75)) }]
        : [{ shape: rim(full, Math.max(0.1, 1 / half)), colour: dim(mix(zone, inks.section, 0.6)) }];
    case HELD_SEAT:
      return half < RIMS_FROM
        ? [{ shape: roundedSquare(0.7, 0.3, angle), colour: taken }]
        : [{ shape: rim(roundedSquare(0.66, 0.28, angle), 0.26), colour: taken }];
    case SOLD_SEAT:
      return [{ shape: disc(half < RIMS_FROM ? 0.7 : 0.52), colour: taken }];
    case BLOCKED_SEAT:
      return [{ shape: half < RIMS_FROM ? disc(0.5) : CROSS, colour: taken }];
    case PICKED_SEAT:
      return [
        { shape: roundedSquare(1.08, CORNER, angle), colour: inks.mine },
        ...(signs ? [{ shape: disc(0.36), colour: inks.onMine }] : []),
      ];
    case PENDING_SEAT:
      return [
        { shape: roundedSquare(1.08, CORNER, angle), colour: inks.mine },
        ...(signs ? [{ shape: roundedSquare(0.72, 0.3, angle), colour: inks.section }] : []),
      ];
    case MINE_SEAT:
      return [
        { shape: roundedSquare(1.08, CORNER, angle), colour: inks.mine },
        ...(signs ? [{ shape: CHECK, colour: inks.onMine }] : []),
      ];
  }
}

function wheelchairSign(look: Look, ground: Colour, signs: boolean): Layer[] {
  if (!signs || !isWheelchair(look)) return [];
  return [{ shape: WHEELCHAIR_SIGN, colour: inkOn(ground) }];
}

const WHITE = rgb(255, 255, 255);
const NEAR_BLACK = rgb(24, 20, 18);

/** What is written on a seat of that colour. */
export function inkOn(ground: Colour): Colour {
  return readableOn(ground, WHITE, NEAR_BLACK);
}
