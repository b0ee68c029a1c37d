/**
 * The seat map. It decides how a house is shown and what pointing at it means; it knows no framework,
 * no page, no address of the server. Everything here is the published API; the folders behind it
 * are: `plan` (geometry), `house` (live states), `choose` (filters, picks), `list` and `walk` (the
 * same without the picture), `paint` (pixels in memory), `overlay`, `view`, `input`, `act`, `live`.
 */
export { createSeatMap } from './create-seat-map';
export type { SeatMap, SeatMapEvents, SeatMapOptions } from './seat-map';

export { loadPlan } from './plan/load-plan';
export { PlanFormatError } from './plan/plan-format-error';
export type { PlanDocument } from './plan/plan-document';
export type { Area, Plan, Row, Section } from './plan/plan';
export { seatId } from './plan/plan';

export { BLOCKED, FREE, HELD, SOLD, type SeatState } from './house/seat-state';
export { SeatMapFormatError } from './house/seat-map-bytes';
export type { DeltaOutcome } from './house/house-state';

export { HouseModel } from './model/house-model';
export type { SeatFilter } from './choose/filter';
export type { Price, ZonePrices } from './choose/price';
export { shortPrice, spokenPrice } from './choose/price';
export type { Ownership, Selection } from './choose/selection';
export type { Offer } from './choose/similar';

export { ListModel, type ListedRow, type ListedSeat, type ListedSection } from './list/list-model';
export { type SeatCard, seatCard } from './list/seat-card';
export { Announcer } from './list/announcer';
export { ENGLISH, type MapWords } from './list/words';
export type { Direction } from './walk/walk';

export { LiveConnection, type LiveOptions, type LiveStatus } from './live/live-connection';
export type { Highlight } from './paint/highlight';
export type { MapPalette } from './paint/palette';
export type { Insets } from './view/viewport';
