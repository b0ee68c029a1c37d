import { type Hovered, Hovering } from './act/hovering';
import { pressKey } from './act/keys';
import { Pointing } from './act/pointing';
import { Voice } from './act/voice';
import { Walking } from './act/walking';
import type { SeatFilter } from './choose/filter';
import type { Offer } from './choose/similar';
import type { DeltaOutcome } from './house/house-state';
import { Gestures } from './input/gestures';
import { listen } from './input/listen';
import { ListModel } from './list/list-model';
import { type SeatCard, seatCard } from './list/seat-card';
import type { Speech } from './list/seat-name';
import { ENGLISH } from './list/words';
import { LiveConnection, type LiveOptions } from './live/live-connection';
import { Emitter } from './model/emitter';
import { HouseModel } from './model/house-model';
import type { Highlight } from './paint/highlight';
import type { MapPalette } from './paint/palette';
import type { Plan } from './plan/plan';
import type { PlanDocument } from './plan/plan-document';
import { loadPlan } from './plan/load-plan';
import type { SeatMap, SeatMapEvents, SeatMapOptions } from './seat-map';
import { zoomButtons } from './view/furniture';
import { Picture } from './view/picture';
import type { Insets } from './view/viewport';

/** Joins the model, the picture and the input to the published {@link SeatMap}. */
export class LiveSeatMap implements SeatMap {
  readonly model: HouseModel;
  readonly list: ListModel;
  readonly #events = new Emitter<SeatMapEvents>();
  readonly #root = document.createElement('div');
  readonly #speech: Speech;
  readonly #picture: Picture;
  readonly #pointing: Pointing;
  readonly #gestures: Gestures;
  readonly #hovering: Hovering;
  readonly #walking: Walking;
  readonly #voice: Voice;
  #isReadOnly: boolean;
  readonly #connections = new Set<LiveConnection>();
  readonly #stops: (() => void)[] = [];

  constructor(host: HTMLElement, options: SeatMapOptions) {
    const plan = 'seatCount' in options.plan ? options.plan : loadPlan(options.plan as PlanDocument);
    const words = { ...ENGLISH, ...options.words };
    this.#speech = { words, locale: options.locale ?? 'en' };
    this.#isReadOnly = options.isReadOnly ?? false;
    this.model = new HouseModel({ plan: plan as Plan, prices: options.prices, maxSeats: options.maxSeats ?? 10 });
    this.list = new ListModel(this.model, this.#speech);
    this.#root.className = 'seat-map';
    host.append(this.#root);
    const query = matchMedia('(prefers-reduced-motion: reduce)');
    this.#picture = new Picture(this.#root, {
      model: this.model,
      list: this.list,
      speech: this.#speech,
      palette: options.palette ?? null,
      isStill: () => options.isMotionReduced ?? query.matches,
      onViewChange: () => this.#tellView(),
    });
    this.#voice = new Voice(this.#root, this.model, this.#speech);
    this.#pointing = new Pointing(this.model, this.#picture.stage, {
      redraw: () => this.#picture.redraw(),
      seat: (seat) => this.#choose(seat),
      area: (area) => this.#tellArea(area),
      nothing: () => this.#events.emit('dismiss', null),
    });
    this.#gestures = new Gestures(this.#pointing);
    this.#hovering = new Hovering(this.model, this.#picture, this.#pointing, (hovered) => this.#tellHover(hovered));
    this.#walking = new Walking(this.model, this.list, this.#picture, this.#voice, {
      choose: (seat) => this.#choose(seat),
      leave: () => this.#events.emit('dismiss', null),
    });
    if (options.insets) this.setInsets(options.insets);
    this.#furnish(options.hasZoomButtons ?? true);
    this.#listen();
  }

  get filter(): SeatFilter {
    return this.model.filter;
  }

  applySnapshot(buffer: ArrayBuffer): void {
    this.model.applySnapshot(buffer);
  }

  applyDelta(buffer: ArrayBuffer): DeltaOutcome {
    return this.model.applyDelta(buffer);
  }

  connectLive(url: string, options: LiveOptions = {}): LiveConnection {
    const connection = new LiveConnection(url, this.model, options);
    this.#connections.add(connection);
    return connection;
  }

  seat(id: string): number {
    return this.model.index.find(id);
  }

  card(seat: number): SeatCard {
    return seatCard(this.model, seat, this.#speech);
  }

  togglePick(seat: number): boolean {
    const isPicked = this.model.togglePick(seat);
    if (isPicked) this.#picture.marks.pop(seat, performance.now());
    return isPicked;
  }

  setPicks(seats: Iterable<number>): void {
    this.model.setPicks(seats);
  }

  pickOnceFree(seats: Iterable<number>): void {
    this.model.pickOnceFree(seats);
  }

  giveUpAwaited(): void {
    this.model.giveUpAwaited();
  }

  giveUp(seats: Iterable<number>): void {
    this.model.giveUp(seats);
  }

  insteadOf(lost: readonly number[]): Offer {
    return this.model.insteadOf(lost);
  }

  beginHold(seats: Iterable<number>): void {
    this.model.beginHold(seats);
  }

  refuseHold(): void {
    this.model.refuseHold();
  }

  setMine(seats: Iterable<number>): void {
    this.model.setMine(seats);
  }

  setReadOnly(isReadOnly: boolean): void {
    this.#isReadOnly = isReadOnly;
  }

  setFilter(filter: SeatFilter): void {
    this.model.setFilter(filter);
  }

  setHighlight(highlight: Highlight | null): void {
    this.#hovering.setLegend(highlight);
  }

  setPalette(palette: MapPalette): void {
    this.#picture.setPalette(palette);
  }

  setInsets(insets: Insets): void {
    this.#root.style.setProperty('--map-inset-right', `${insets.right}px`);
    this.#root.style.setProperty('--map-inset-bottom', `${insets.bottom}px`);
    this.#picture.stage.setInsets(insets);
    this.#picture.redraw();
  }

  flyTo(seats: readonly number[]): void {
    this.#picture.stage.flyTo(seats);
    this.#picture.redraw();
  }

  reveal(seats: readonly number[]): void {
    this.#picture.stage.reveal(...seats);
    this.#picture.redraw();
  }

  showAll(): void {
    this.#walking.showAll();
  }

  zoomBy(factor: number): void {
    this.#picture.stage.notch(factor);
    this.#picture.redraw();
  }

  focusSeat(seat: number): void {
    this.#walking.standAt(seat);
  }

  announce(message: string): void {
    this.#voice.announce('page', message);
  }

  on<Name extends keyof SeatMapEvents>(
    name: Name,
    listener: (payload: SeatMapEvents[Name]) => void,
  ): () => void {
    return this.#events.on(name, listener);
  }

  destroy(): void {
    for (const connection of this.#connections) connection.close();
    for (const stop of this.#stops) stop();
    this.#voice.stop();
    this.#picture.remove();
    this.#root.remove();
  }

  #furnish(hasZoomButtons: boolean): void {
    const { canvas } = this.#picture.surface;
    const { words } = this.#speech;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-roledescription', words.map);
    canvas.setAttribute('aria-label', `${this.model.plan.name}. ${words.mapHelp}`);
    if (!hasZoomButtons) return;
    this.#root.append(
      zoomButtons(words, { zoom: (factor) => this.zoomBy(factor), showAll: () => this.showAll() }),
    );
  }

  #listen(): void {
    const { canvas } = this.#picture.surface;
    this.#stops.push(
      listen(canvas, this.#gestures, {
        wheel: (delta, x, y, isPinch) => {
          this.#picture.stage.wheel(delta, x, y, isPinch);
          this.#picture.redraw();
        },
        hover: (x, y) => this.#hovering.move(x, y),
        leave: () => this.#hovering.leave(),
        key: (event) => pressKey(event, this.#walking),
      }),
    );
    canvas.addEventListener('blur', () => this.focusSeat(-1));
    this.model.events.on('change', () => this.#events.emit('change', null));
    this.model.events.on('selection', (selection) => this.#events.emit('selection', selection));
    this.model.events.on('limit', (most) => this.#events.emit('limit', { most, words: this.#speech.words.limit(most) }));
    this.model.events.on('taken', (taken) => {
      const told = taken.map(({ seat, nearest }) => ({ seat: this.card(seat), nearest }));
      this.#events.emit('seatTaken', told);
    });
  }

  #choose(seat: number): void {
    let isLimitReached = false;
    if (!this.#isReadOnly) {
      const { picked } = this.model.selection;
      if (picked.has(seat) || this.model.isPickable(seat)) {
        const wasPicked = picked.has(seat);
        isLimitReached = !this.togglePick(seat) && !wasPicked;
      }
    }
    this.#events.emit('select', { card: this.card(seat), isLimitReached });
  }

  #tellArea(area: number): void {
    const { id, name } = this.model.plan.areas[area]!;
    this.#events.emit('area', { area, id, name, free: this.model.house.areaFree(area) });
  }

  #tellView(): void {
    const { stage } = this.#picture;
    this.#events.emit('view', {
      isWhole: stage.camera.view.scale <= stage.wholeScale * 1.05,
      section: stage.sectionInView(),
      seatWidth: stage.seatWidth,
    });
    if (!this.#gestures.isDown) this.#hovering.again();
  }

  #tellHover(hovered: Hovered | null): void {
    const seat = hovered && hovered.seat >= 0 ? this.card(hovered.seat) : null;
    this.#events.emit('hover', hovered && { ...hovered, seat });
  }
}
