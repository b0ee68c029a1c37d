import type { SeatFilter } from './choose/filter';
import type { ZonePrices } from './choose/price';
import type { Selection } from './choose/selection';
import type { Offer } from './choose/similar';
import type { DeltaOutcome } from './house/house-state';
import type { ListModel } from './list/list-model';
import type { SeatCard } from './list/seat-card';
import type { MapWords } from './list/words';
import type { LiveConnection, LiveOptions } from './live/live-connection';
import type { HouseModel } from './model/house-model';
import type { Highlight } from './paint/highlight';
import type { MapPalette } from './paint/palette';
import type { Plan } from './plan/plan';
import type { PlanDocument } from './plan/plan-document';
import type { Insets } from './view/viewport';

export interface SeatMapOptions {
  readonly plan: PlanDocument | Plan;
  /** By zone index, with all fees; null = not on sale. */
  readonly prices: ZonePrices;
  /** Left out: read from the page's tokens, following dark and light. */
  readonly palette?: MapPalette;
  readonly locale?: string;
  readonly words?: Partial<MapWords>;
  readonly maxSeats?: number;
  /** To look at only: taps tell which seat, and pick none. */
  readonly isReadOnly?: boolean;
  /** Left out: what the reader's system says. */
  readonly isMotionReduced?: boolean;
  /** What the page covers of the host, in CSS pixels. */
  readonly insets?: Insets;
  readonly hasZoomButtons?: boolean;
}

export interface SeatMapEvents {
  /** A seat was tapped, clicked or chosen by key; `card.ownership` says what it is now. */
  select: { readonly card: SeatCard; readonly isLimitReached: boolean };
  /** A general-admission area was. */
  area: { readonly area: number; readonly id: string; readonly name: string; readonly free: number };
  /** Something else was: a card that is open may close. */
  dismiss: null;
  selection: Selection;
  /** Seats that the reader had picked went to somebody else; `nearest` is -1 when none is like it. */
  seatTaken: readonly { readonly seat: SeatCard; readonly nearest: number }[];
  /** What the pointer is over, at CSS pixels of the host; null once it leaves. */
  hover: {
    readonly seat: SeatCard | null;
    readonly section: number;
    readonly x: number;
    readonly y: number;
  } | null;
  /** The view has moved and rests. `section` is the one in its middle, or -1. */
  view: { readonly isWhole: boolean; readonly section: number; readonly seatWidth: number };
  /** Another seat was asked for than one may have; `words` say so. */
  limit: { readonly most: number; readonly words: string };
  /** Live states changed. */
  change: null;
}

/** A seat map in its host. Seats are plan-order indexes; `seat(id)` and `card(seat).id` translate. */
export interface SeatMap {
  readonly model: HouseModel;
  readonly list: ListModel;
  readonly filter: SeatFilter;

  /** Throws SeatMapFormatError on bytes that are not a snapshot of this plan. */
  applySnapshot(buffer: ArrayBuffer): void;
  /** `gap`: something was missed; fetch a snapshot. */
  applyDelta(buffer: ArrayBuffer): DeltaOutcome;
  /** `url` of the live WebSocket; reconnects by itself until closed. */
  connectLive(url: string, options?: LiveOptions): LiveConnection;

  seat(id: string): number;
  card(seat: number): SeatCard;

  togglePick(seat: number): boolean;
  setPicks(seats: Iterable<number>): void;
  /** Picks seats that were just given back, each as soon as it is free. */
  pickOnceFree(seats: Iterable<number>): void;
  /** Of those: what has not come back by now is reported as taken. */
  giveUpAwaited(): void;
  /** The server says that others have these of the reader's picks; reports them as taken. */
  giveUp(seats: Iterable<number>): void;
  /** What a party that lost these seats could have instead. */
  insteadOf(lost: readonly number[]): Offer;
  /** Before the hold is asked for, so that its own coming true is not reported as taken. */
  beginHold(seats: Iterable<number>): void;
  /** The hold was refused; picks come back, without those that are taken. */
  refuseHold(): void;
  /** What is held or owned by the reader now; also ends a hold that was begun. */
  setMine(seats: Iterable<number>): void;

  /** To look at only, or to choose in: a sale opens while one looks. */
  setReadOnly(isReadOnly: boolean): void;
  setFilter(filter: SeatFilter): void;
  setHighlight(highlight: Highlight | null): void;
  setPalette(palette: MapPalette): void;
  setInsets(insets: Insets): void;

  flyTo(seats: readonly number[]): void;
  /** Moves only as far as needed for the seats to be seen, and never zooms. */
  reveal(seats: readonly number[]): void;
  showAll(): void;
  zoomBy(factor: number): void;
  /** Puts the keyboard's ring on a seat and brings it into view; -1 takes it away. */
  focusSeat(seat: number): void;
  /** Says a message to screen readers, politely: not more than one in a few seconds. */
  announce(message: string): void;

  on<Name extends keyof SeatMapEvents>(
    name: Name,
    listener: (payload: SeatMapEvents[Name]) => void,
  ): () => void;
  destroy(): void;
}
