import { LiveSeatMap } from './live-seat-map';
import type { SeatMap, SeatMapOptions } from './seat-map';
import './seat-map.css';

/** Builds the map into `host`, which must have a size. */
export function createSeatMap(host: HTMLElement, options: SeatMapOptions): SeatMap {
  return new LiveSeatMap(host, options);
}
