import type { HouseModel } from '../model/house-model';
import { seatAngles } from '../plan/seat-angles';
import { type Rect, intersect, isEmpty } from '../view/rect';
import type { Viewport } from '../view/viewport';
import { Backdrop, type Placement } from './backdrop';
import { Fades } from './fades';
import { type Highlight, isSame, standsOut } from './highlight';
import { DIMMED, PICKED_SEAT, kindOf, lookOf } from './look';
import { type Inks } from './palette';
import { Pixels } from './pixels';
import { SeatSprites, type SpriteSheet } from './seat-sprites';
import { faded, lay } from './sprite';
import { SeatTexts } from './seat-texts';
import type { TextMasks } from './text-masks';

/**
 * A seat's half width, as a share of the distance of neighbours: from afar seats touch, so that a
 * section is a patch of its colour and not a pale veil.
 */
const HALF_SEAT = 0.42;
const HALF_SEAT_AFAR = 0.5;
const AFAR_BELOW = 3;
const NEAR_FROM = 8;
/** Above this many changed seats, painting everything once costs less than each one's surroundings. */
const MOST_SINGLE = 3000;

/**
 * Paints the house into memory and afterwards only what changed: moving shifts the picture and
 * paints the strips that come in, a changed seat paints its own surroundings. Everything passes
 * through {@link #paint}, one rectangle at a time, so that no part can be painted in two ways.
 */
export class HousePainter {
  readonly #model: HouseModel;
  readonly #angles: Uint8Array;
  readonly #backdrop: Backdrop;
  readonly #looks: Uint16Array;
  readonly #fades = new Fades();
  readonly #texts: SeatTexts;
  readonly #changed = new Set<number>();
  #inks: Inks;
  #sprites: SeatSprites;
  #pixels = new Pixels(0, 0);
  #place: Placement = { scale: 1, x: 0, y: 0 };
  #highlight: Highlight | null = null;
  #isAllChanged = true;
  #areLooksStale = true;
  /** Device pixels to a CSS pixel: signs appear by their size on the screen, not in memory. */
  #density = 1;

  constructor(model: HouseModel, inks: Inks, masks: TextMasks = () => null) {
    this.#model = model;
    this.#inks = inks;
    this.#sprites = new SeatSprites(inks);
    this.#angles = seatAngles(model.plan);
    this.#backdrop = new Backdrop(model.plan);
    this.#looks = new Uint16Array(model.plan.seatCount);
    this.#texts = new SeatTexts(model.plan, masks);
  }

  get pixels(): Pixels {
    return this.#pixels;
  }

  get isFading(): boolean {
    return !this.#fades.isEmpty;
  }

  setInks(inks: Inks): void {
    this.#inks = inks;
    this.#sprites = new SeatSprites(inks);
    this.#isAllChanged = true;
  }

  setDensity(density: number): void {
    this.#density = density;
    this.#isAllChanged = true;
  }

  /** False when that was highlighted already. */
  setHighlight(highlight: Highlight | null): boolean {
    if (isSame(this.#highlight, highlight)) return false;
    this.#highlight = highlight;
    this.#isAllChanged = true;
    return true;
  }

  /** All seats may look different. */
  changeAll(): void {
    this.#areLooksStale = true;
    this.#isAllChanged = true;
    this.#fades.clear();
  }

  /** These may; with a time, those that do pass over softly. */
  changeSeats(seats: Iterable<number>, fadeFrom: number | null): void {
    if (this.#areLooksStale) return;
    for (const seat of seats) {
      const before = this.#looks[seat]!;
      const after = lookOf(this.#model, seat);
      if (before === after) continue;
      this.#looks[seat] = after;
      this.#changed.add(seat);
      if (fadeFrom !== null) this.#fades.start(seat, before, fadeFrom);
    }
  }

  /** Brings the picture to that view and moment. */
  update(view: Viewport, now: number): void {
    if (this.#areLooksStale) this.#readLooks();
    const place = { scale: view.scale, x: Math.round(view.x), y: Math.round(view.y) };
    const isNew = view.width !== this.#pixels.width || view.height !== this.#pixels.height;
    if (isNew) this.#pixels = new Pixels(view.width, view.height);
    for (const seat of this.#fades.seats()) this.#changed.add(seat);
    const dx = place.x - this.#place.x;
    const dy = place.y - this.#place.y;
    const isZoomed = place.scale !== this.#place.scale;
    this.#place = place;
    if (isNew || isZoomed || this.#isAllChanged || this.#changed.size > MOST_SINGLE) {
      this.#paint(this.#pixels.rect, now);
    } else {
      this.#move(dx, dy, now);
      for (const seat of this.#changed) this.#paint(this.#surroundings(seat), now);
    }
    this.#isAllChanged = false;
    this.#changed.clear();
    this.#fades.prune(now);
  }

  /** Another picture of the same house, for the mini-map. */
  pictureOf(view: Viewport, now: number): Pixels {
    if (this.#areLooksStale) this.#readLooks();
    const [pixels, place, highlight] = [this.#pixels, this.#place, this.#highlight];
    const picture = new Pixels(view.width, view.height);
    this.#pixels = picture;
    this.#highlight = null;
    this.#place = { scale: view.scale, x: Math.round(view.x), y: Math.round(view.y) };
    this.#paint(picture.rect, now);
    this.#pixels = pixels;
    this.#place = place;
    this.#highlight = highlight;
    return picture;
  }

  #readLooks(): void {
    for (let seat = 0; seat < this.#looks.length; seat++) this.#looks[seat] = lookOf(this.#model, seat);
    this.#areLooksStale = false;
  }

  #move(dx: number, dy: number, now: number): void {
    if (dx === 0 && dy === 0) return;
    this.#pixels.shift(dx, dy);
    for (const strip of this.#pixels.exposedBy(dx, dy)) this.#paint(strip, now);
  }

  #surroundings(seat: number): Rect {
    const { plan } = this.#model;
    const { scale, x, y } = this.#place;
    const reach = Math.ceil(halfSeat(plan.pitch * scale) * 1.2) + 2;
    const middleX = Math.round(plan.x[seat]! * scale + x);
    const middleY = Math.round(plan.y[seat]! * scale + y);
    return {
      left: middleX - reach,
      top: middleY - reach,
      right: middleX + reach,
      bottom: middleY + reach,
    };
  }

  #paint(part: Rect, now: number): void {
    const clip = intersect(part, this.#pixels.rect);
    if (isEmpty(clip)) return;
    this.#backdrop.paint(this.#pixels, clip, this.#place, this.#inks, this.#highlight);
    const half = halfSeat(this.#model.plan.pitch * this.#place.scale);
    const sheet = this.#sprites.sized(half);
    this.#paintSeats(clip, sheet, now);
    this.#texts.paint(this.#pixels, clip, this.#place, {
      looks: this.#looks,
      grid: this.#model.grid,
      inks: this.#inks,
      half,
      density: this.#density,
      isDimmed: (seat) => this.#isDimmed(seat),
    });
  }

  /** The hot loop: a full picture of 200,000 seats passes here for each frame of a zoom. */
  #paintSeats(clip: Rect, sheet: SpriteSheet, now: number): void {
    const { grid, plan } = this.#model;
    const { scale, x: offsetX, y: offsetY } = this.#place;
    const { phases } = sheet;
    const reach = (sheet.half * 1.15 + 2) / scale;
    const area = planPart(clip, this.#place, reach);
    const highlight = this.#highlight;
    const snap = phases === 1 ? 0.5 : 0;
    const hasFades = !this.#fades.isEmpty;
    const [firstColumn, lastColumn] = [grid.column(area.left), grid.column(area.right)];
    const lastRow = grid.row(area.bottom);
    for (let row = grid.row(area.top); row <= lastRow; row++) {
      const end = grid.starts[row * grid.columns + lastColumn + 1]!;
      for (let i = grid.starts[row * grid.columns + firstColumn]!; i < end; i++) {
        const seat = grid.seats[i]!;
        const x = plan.x[seat]!;
        const y = plan.y[seat]!;
        if (x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
        const placeX = x * scale + offsetX + snap;
        const placeY = y * scale + offsetY + snap;
        // "| 0": whole numbers that the engine knows to be whole are passed on without being boxed.
        const pixelX = Math.floor(placeX) | 0;
        const pixelY = Math.floor(placeY) | 0;
        const phaseX = phases === 1 ? 0 : ((placeX - pixelX) * phases) | 0;
        const phaseY = phases === 1 ? 0 : ((placeY - pixelY) * phases) | 0;
        const dim = highlight !== null && this.#isDimmed(seat) ? DIMMED : 0;
        const angle = this.#angles[seat]!;
        lay(this.#pixels, clip, sheet.get(this.#looks[seat]! | dim, phaseX, phaseY, angle), pixelX, pixelY);
        if (!hasFades || !this.#fades.has(seat)) continue;
        const { look, rest } = this.#fades.of(seat, now)!;
        const before = faded(sheet.get(look | dim, phaseX, phaseY, angle), rest);
        lay(this.#pixels, clip, before, pixelX, pixelY);
      }
    }
  }

  /** The reader's own seats are never dimmed. */
  #isDimmed(seat: number): boolean {
    const highlight = this.#highlight;
    if (highlight === null || kindOf(this.#looks[seat]!) >= PICKED_SEAT) return false;
    return !standsOut(highlight, this.#model.plan, seat);
  }
}

/** In pixels, of seats that many pixels apart. */
function halfSeat(pitch: number): number {
  const nearness = Math.min(1, Math.max(0, (pitch - AFAR_BELOW) / (NEAR_FROM - AFAR_BELOW)));
  return pitch * (HALF_SEAT_AFAR + (HALF_SEAT - HALF_SEAT_AFAR) * nearness);
}

function planPart(clip: Rect, { scale, x, y }: Placement, reach: number): Rect {
  return {
    left: (clip.left - x) / scale - reach,
    top: (clip.top - y) / scale - reach,
    right: (clip.right - x) / scale + reach,
    bottom: (clip.bottom - y) / scale + reach,
  };
}
