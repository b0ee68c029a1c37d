import { type SeatFilter, NO_FILTER, isOpen, markFitting } from '../choose/filter';
import { orphansLeftBy } from '../choose/orphans';
import type { ZonePrices } from '../choose/price';
import { Selection } from '../choose/selection';
import { type Offer, nearestLike, nearestTogether, sitTogether } from '../choose/similar';
import { type DeltaOutcome, type HouseChange, HouseState } from '../house/house-state';
import { SeatMapFormatError, parseSeatMap } from '../house/seat-map-bytes';
import { FREE } from '../house/seat-state';
import { Tally } from '../house/tally';
import type { Plan } from '../plan/plan';
import { SeatIndex } from '../plan/seat-index';
import { Grid } from '../view/grid';
import { Emitter } from './emitter';

export interface ModelOptions {
  readonly plan: Plan;
  readonly prices: ZonePrices;
  /** At most this many seats picked, pending and mine together; 10 when left out. */
  readonly maxSeats?: number;
}

export interface ModelEvents {
  /** Seats that may look different now; null when all may. */
  change: { readonly seats: Iterable<number> | null; readonly isLive: boolean };
  /** The reader's picks, or what is held for them, changed. */
  selection: Selection;
  /** Another seat was asked for than the reader may have: at most so many. */
  limit: number;
  /** Picked seats that somebody else took, and for each the nearest like it, or -1. */
  taken: readonly { readonly seat: number; readonly nearest: number }[];
}

/**
 * The whole state of a seat map apart from its view: plan, live states, prices, filter, selection.
 * Everything that draws or lists it listens to `change` and reads it again.
 */
export class HouseModel {
  readonly plan: Plan;
  readonly prices: ZonePrices;
  readonly house: HouseState;
  readonly tally: Tally;
  readonly grid: Grid;
  readonly index: SeatIndex;
  readonly selection: Selection;
  readonly events = new Emitter<ModelEvents>();
  /** 1 for each seat that is on sale, free or the reader's own, and fits the filter. */
  readonly fits: Uint8Array;
  /** Seats that were just given back and are wanted again as soon as the house says so. */
  readonly #awaited = new Set<number>();
  #filter: SeatFilter = NO_FILTER;

  constructor({ plan, prices, maxSeats = 10 }: ModelOptions) {
    this.plan = plan;
    this.prices = prices;
    this.house = new HouseState(plan);
    this.tally = new Tally(plan);
    this.grid = new Grid(plan.x, plan.y, plan.bounds, plan.pitch * 4);
    this.index = new SeatIndex(plan);
    this.selection = new Selection(maxSeats);
    this.fits = new Uint8Array(plan.seatCount);
  }

  get filter(): SeatFilter {
    return this.#filter;
  }

  /** Whether a filter greys something out. */
  get isFiltered(): boolean {
    return !isOpen(this.#filter);
  }

  isFree(seat: number): boolean {
    return this.house.version !== null && this.house.states[seat] === FREE;
  }

  /** Free, on sale, and let through by the filter. */
  isPickable(seat: number): boolean {
    return this.isFree(seat) && this.fits[seat] === 1 && !this.selection.isOwn(seat);
  }

  setFilter(filter: SeatFilter): void {
    this.#filter = filter;
    this.#markAll();
    this.events.emit('change', { seats: null, isLive: false });
  }

  applySnapshot(buffer: ArrayBuffer): void {
    const message = parseSeatMap(buffer);
    if (message.kind !== 'snapshot') throw new SeatMapFormatError('a delta where a snapshot belongs');
    const change = this.house.applySnapshot(message);
    if (change) this.#take(change);
  }

  applyDelta(buffer: ArrayBuffer): DeltaOutcome {
    const message = parseSeatMap(buffer);
    if (message.kind !== 'delta') throw new SeatMapFormatError('a snapshot where a delta belongs');
    const { outcome, change } = this.house.applyDelta(message);
    if (change) this.#take(change);
    return outcome;
  }

  /** Whether the seat is picked now; false also when the limit is reached, which is told as an event. */
  togglePick(seat: number): boolean {
    const isPicked = this.selection.picked.has(seat);
    this.#awaited.clear();
    if (isPicked) this.selection.unpick(seat);
    else if (!this.isFree(seat)) return false;
    else if (!this.selection.pick(seat)) {
      this.events.emit('limit', this.selection.limit);
      return false;
    }
    this.#selectionChanged([seat]);
    return !isPicked;
  }

  /** Replaces the picks, as when the best available seats are proposed. */
  setPicks(seats: Iterable<number>): void {
    this.#awaited.clear();
    const touched = new Set(this.selection.clearPicks());
    for (const seat of seats) {
      if (this.isFree(seat) && this.selection.pick(seat)) touched.add(seat);
    }
    this.#selectionChanged(touched);
  }

  /** Picks these seats: those that are free now, and the others once they are. Asking for anything else ends the wait. */
  pickOnceFree(seats: Iterable<number>): void {
    const all = [...seats];
    this.setPicks(all);
    for (const seat of all) if (!this.isFree(seat)) this.#awaited.add(seat);
  }

  /** Ends that wait: what has not come back by now, somebody else has. */
  giveUpAwaited(): void {
    const gone = [...this.#awaited];
    this.#awaited.clear();
    this.#tellTaken(gone);
  }

  /** The server says that others have these of the reader's seats, which the live map may not show yet. */
  giveUp(seats: Iterable<number>): void {
    const gone = [...seats].filter((seat) => this.selection.unpick(seat));
    if (gone.length > 0) this.#selectionChanged(gone);
    this.#tellTaken(gone);
  }

  beginHold(seats: Iterable<number>): void {
    this.#awaited.clear();
    const list = [...seats];
    this.selection.beginHold(list);
    this.#selectionChanged(list);
  }

  /** Ends a hold that was refused; what others took meanwhile is reported as taken. */
  refuseHold(): void {
    const seats = this.selection.refuseHold();
    this.#selectionChanged(seats);
    this.#giveUpTaken(seats);
  }

  setMine(seats: Iterable<number>): void {
    this.#selectionChanged(this.selection.setMine(seats));
  }

  /** Seats that the picks would leave single. */
  orphans(): number[] {
    const isFree = (seat: number): boolean => this.isFree(seat);
    return orphansLeftBy(this.plan, isFree, this.selection.picked);
  }

  nearestLike(seat: number): number {
    return nearestLike(this.plan, seat, (other) => this.isPickable(other));
  }

  /**
   * What a party that lost these of its seats could have instead: as many seats side by side as it had, if it sat side by side, and the
   * nearest like each of the lost.
   */
  insteadOf(lost: readonly number[]): Offer {
    const { picked } = this.selection;
    const party = [...new Set([...picked, ...lost])];
    const isOpen = (seat: number): boolean => this.isPickable(seat) || picked.has(seat);
    const together = sitTogether(this.plan, party) ? nearestTogether(this.plan, party, isOpen) : [];
    const singles: number[] = [];
    for (const seat of lost) {
      const other = nearestLike(this.plan, seat, (each) => this.isPickable(each) && !singles.includes(each));
      if (other >= 0) singles.push(other);
    }
    return { together, singles };
  }

  #take(change: HouseChange): void {
    this.tally.take(this.house, change);
    if (change.seats === null) this.#markAll();
    else this.#markRowsOf(change.seats);
    this.events.emit('change', { seats: this.#touchedBy(change), isLive: true });
    this.#giveUpTaken(change.seats ?? this.selection.picked);
    this.#pickAwaited();
  }

  #pickAwaited(): void {
    const back = [...this.#awaited].filter((seat) => this.isFree(seat));
    if (back.length === 0) return;
    for (const seat of back) this.#awaited.delete(seat);
    this.#selectionChanged(back.filter((seat) => this.selection.pick(seat)));
  }

  /** With "together" a seat's going changes which of its row's others fit. */
  #touchedBy({ seats }: HouseChange): Iterable<number> | null {
    if (seats === null || (this.#filter.together ?? 1) <= 1) return seats;
    const rows = new Set(Array.from(seats, (seat) => this.plan.row[seat]!));
    return [...rows].flatMap((row) => {
      const { firstSeat, endSeat } = this.plan.rows[row]!;
      return Array.from({ length: endSeat - firstSeat }, (_, place) => firstSeat + place);
    });
  }

  #giveUpTaken(seats: Iterable<number>): void {
    const taken = [...seats].filter((seat) => this.selection.picked.has(seat) && !this.isFree(seat));
    if (taken.length === 0) return;
    for (const seat of taken) this.selection.unpick(seat);
    this.#selectionChanged(taken);
    this.#tellTaken(taken);
  }

  #tellTaken(seats: readonly number[]): void {
    if (seats.length === 0) return;
    this.events.emit(
      'taken',
      seats.map((seat) => ({ seat, nearest: this.nearestLike(seat) })),
    );
  }

  #selectionChanged(seats: Iterable<number>): void {
    this.#markRowsOf(seats);
    this.events.emit('change', { seats, isLive: false });
    this.events.emit('selection', this.selection);
  }

  #markAll(): void {
    this.#mark(0, this.plan.rows.length);
  }

  #markRowsOf(seats: Iterable<number>): void {
    const rows = new Set<number>();
    for (const seat of seats) rows.add(this.plan.row[seat]!);
    for (const row of rows) this.#mark(row, row + 1);
  }

  #mark(firstRow: number, endRow: number): void {
    const input = {
      plan: this.plan,
      states: this.house.states,
      prices: this.prices,
      isOwn: (seat: number) => this.selection.isOwn(seat),
    };
    markFitting(this.#filter, input, this.fits, firstRow, endRow);
  }
}
