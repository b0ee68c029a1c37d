import type { ListModel } from '../list/list-model';
import type { Speech } from '../list/seat-name';
import type { HouseModel } from '../model/house-model';
import { Captions } from '../overlay/captions';
import { Labels } from '../overlay/labels';
import { Marks } from '../overlay/marks';
import { MiniMap } from '../overlay/mini-map';
import type { Highlight } from '../paint/highlight';
import { HousePainter } from '../paint/house-painter';
import { css } from '../paint/colour';
import { type Inks, type MapPalette, inksOf } from '../paint/palette';
import { onThemeChange, paletteFromTokens } from '../paint/palette-from-tokens';
import { canvasTextMasks } from '../paint/text-masks';
import { RULERS_FROM, Rulers } from '../overlay/rulers';
import { FrameDoor } from './frame-door';
import { sectionSign } from './furniture';
import { Stage } from './stage';
import { StretchRule, StretchedPicture } from './stretch';
import { Surface } from './surface';
import type { Viewport } from './viewport';

export interface PictureInput {
  readonly model: HouseModel;
  readonly list: ListModel;
  readonly speech: Speech;
  readonly palette: MapPalette | null;
  readonly isStill: () => boolean;
  /** Soon after the view has moved and rests. */
  readonly onViewChange: () => void;
}

/** After so long labels' new counts are shown, although nothing else moves. */
const LABELS_MILLIS = 1100;
const SETTLE_MILLIS = 110;

/** The drawn half of the map: reads the model, decides nothing. */
export class Picture {
  readonly surface: Surface;
  readonly stage: Stage;
  readonly miniMap: MiniMap;
  readonly marks: Marks;
  hovered = -1;
  focused = -1;
  readonly #host: HTMLElement;
  readonly #input: PictureInput;
  readonly #painter: HousePainter;
  readonly #labels: Labels;
  readonly #captions: Captions;
  readonly #rulers: Rulers;
  readonly #sign = sectionSign();
  #section = -1;
  readonly #door = new FrameDoor((now) => this.#draw(now));
  readonly #stretch = new StretchRule();
  readonly #stretchedPicture = new StretchedPicture();
  readonly #stops: (() => void)[] = [];
  #palette: MapPalette | null;
  #inks: Inks;
  #orphans: readonly number[] = [];
  #shownView: unknown = null;
  #labelTimer: ReturnType<typeof setTimeout> | null = null;
  #settleTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: HTMLElement, input: PictureInput) {
    this.#host = host;
    this.#input = input;
    this.#palette = input.palette;
    const { model, speech, list } = input;
    this.#inks = inksOf(this.#palette ?? paletteFromTokens(host));
    const font = getComputedStyle(host).fontFamily || 'sans-serif';
    this.surface = new Surface(host, () => this.#resized());
    this.stage = new Stage(this.surface, model, input.isStill);
    this.#painter = new HousePainter(model, this.#inks, canvasTextMasks(font));
    this.#labels = new Labels(model, list, speech.words, speech.locale, font);
    this.#captions = new Captions(model.plan, speech.words, font);
    this.#rulers = new Rulers(model.plan, font);
    this.marks = new Marks(model);
    this.miniMap = new MiniMap(
      model.plan.bounds,
      (view) => this.#painter.pictureOf(view, performance.now()),
      (x, y) => {
        this.stage.moveTo(x, y);
        this.redraw();
      },
    );
    host.append(this.miniMap.element, this.#sign);
    this.#applyInks();
    this.#resize();
    this.#stops.push(onThemeChange(() => this.#readTokens()));
    this.#stops.push(model.events.on('change', (change) => this.#change(change)));
  }

  redraw(): void {
    this.#door.request();
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.#inks = inksOf(palette);
    this.#applyInks();
  }

  setHighlight(highlight: Highlight | null): void {
    if (!this.#painter.setHighlight(highlight)) return;
    this.#labels.setHovered(highlight?.kind === 'section' ? highlight.section : -1);
    this.redraw();
  }

  remove(): void {
    this.#door.close();
    clearTimeout(this.#labelTimer ?? undefined);
    clearTimeout(this.#settleTimer ?? undefined);
    for (const stop of this.#stops) stop();
    this.miniMap.element.remove();
    this.#sign.remove();
    this.surface.remove();
  }

  #readTokens(): void {
    if (this.#palette) return;
    this.#inks = inksOf(paletteFromTokens(this.#host));
    this.#applyInks();
  }

  #applyInks(): void {
    this.#painter.setInks(this.#inks);
    this.#labels.setInks(this.#inks);
    this.#rulers.setInks(this.#inks);
    this.miniMap.resize(this.surface.density);
    this.redraw();
  }

  #resize(): void {
    this.stage.resize();
    this.#painter.setDensity(this.surface.density);
    this.miniMap.resize(this.surface.density);
    this.redraw();
  }

  /** A resized canvas is empty at once; waiting for the next frame would show that. */
  #resized(): void {
    this.#resize();
    this.#draw(performance.now());
  }

  #change({ seats, isLive }: { seats: Iterable<number> | null; isLive: boolean }): void {
    if (seats === null) {
      this.#painter.changeAll();
    } else {
      const fadeFrom = isLive && !this.#input.isStill() ? performance.now() : null;
      this.#painter.changeSeats(seats, fadeFrom);
    }
    this.#orphans = this.#input.model.orphans();
    this.miniMap.change();
    this.#labels.change(!isLive && seats === null);
    this.redraw();
  }

  #draw(now: number): boolean {
    const { camera } = this.stage;
    const isMoving = camera.step(now);
    const { view } = camera;
    const { context, density } = this.surface;
    const { plan } = this.#input.model;
    this.#show(view, now);
    // What is drawn over the picture stands on the same whole pixels.
    const still = { ...view, x: Math.round(view.x), y: Math.round(view.y) };
    this.#captions.draw(context, still, density, this.#inks);
    this.#lookAt(this.#sectionLookedAt());
    this.#rulers.draw(context, still, density, this.#section, this.stage.clear);
    this.#labels.draw(context, still, density, plan.pitch, now);
    const marks = { hovered: this.hovered, focused: this.focused, orphans: this.#orphans };
    this.marks.draw(context, still, density, this.#inks, marks, now);
    this.miniMap.draw(still, this.stage.wholeScale, density, this.#inks, now);
    if (view !== this.#shownView) this.#settleLater();
    this.#shownView = view;
    if (this.#labels.isDue(view.scale)) this.#refreshLater(LABELS_MILLIS);
    return isMoving || this.#painter.isFading || this.marks.isMoving;
  }

  /** The section of the seat that the keyboard or the pointer is on, else the one in the middle; -1 while seats are small. */
  #sectionLookedAt(): number {
    if (this.stage.seatWidth < RULERS_FROM) return -1;
    const seat = this.focused >= 0 ? this.focused : this.hovered;
    return seat >= 0 ? this.#input.model.plan.section[seat]! : this.stage.sectionInView();
  }

  #lookAt(section: number): void {
    if (section === this.#section) return;
    this.#section = section;
    const { sections } = this.#input.model.plan;
    const isNamed = section >= 0 && sections.length > 1;
    this.#sign.hidden = !isNamed;
    if (isNamed) this.#sign.textContent = sections[section]!.name;
    this.#labels.setPinned(isNamed ? section : -1);
  }

  #show(view: Viewport, now: number): void {
    const from = this.#stretch.painted;
    if (from && this.#stretch.mayStretch(view)) {
      if (this.#stretch.isFirst) this.#stretchedPicture.keep(this.surface.imageOf(this.#painter.pixels));
      this.#stretch.stretched();
      this.#stretchedPicture.draw(this.surface.context, from, view, css(this.#inks.ground));
      return;
    }
    const start = performance.now();
    this.#painter.update(view, now);
    this.#stretch.paintedIn(view, performance.now() - start);
    this.surface.show(this.#painter.pixels);
  }

  /** Told once the view rests for a moment: nobody follows each frame of a zoom. */
  #settleLater(): void {
    this.#stretch.move();
    if (this.#settleTimer !== null) clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => {
      this.#settleTimer = null;
      this.#stretch.rest();
      this.#input.onViewChange();
      this.redraw();
    }, SETTLE_MILLIS);
  }

  #refreshLater(millis: number): void {
    if (this.#labelTimer !== null) return;
    this.#labelTimer = setTimeout(() => {
      this.#labelTimer = null;
      this.redraw();
    }, millis);
  }
}
