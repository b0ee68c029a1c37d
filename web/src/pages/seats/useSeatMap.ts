import { useEffect, useRef, useState } from 'react';
import { askBytes } from '../../api/http';
import type { EventDetail } from '../../api/types';
import { createSeatMap } from '../../map';
import type { LiveStatus, Plan, Price, SeatCard, SeatMap } from '../../map';
import { LOCALE } from '../../words/locale';

/** Counts and lists follow the live map, but not more often than this. */
const REDRAW_MILLIS = 250;
/** How often the whole map is fetched while no live connection stands. */
const FALLBACK_MILLIS = 3000;

export interface SeatMapState {
  map: SeatMap | null;
  live: LiveStatus;
  /** Grows when anything that is shown beside the map may have changed. */
  round: number;
  card: SeatCard | null;
  isLimitReached: boolean;
  /** Seats that were chosen and that others took, until the reader has seen it. */
  lost: readonly number[];
  /** Said while more was asked for than one may have. */
  limitWords: string | null;
  area: string | null;
  closeCard: () => void;
  show: (card: SeatCard) => void;
  clearLost: () => void;
}

/** A seat map in `host`, fed by the event's live connection, as state of the page. */
export function useSeatMap(event: EventDetail, plan: Plan, prices: readonly (Price | null)[], canBuy: boolean) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<SeatMap | null>(null);
  const [live, setLive] = useState<LiveStatus>('connecting');
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<{ card: SeatCard | null; isLimitReached: boolean }>({ card: null, isLimitReached: false });
  const [lost, setLost] = useState<readonly number[]>([]);
  const [limitWords, setLimitWords] = useState<string | null>(null);
  const [area, setArea] = useState<string | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const maxSeats = event.rules.maxSeatsPerBuyer ?? 10;
    const made = createSeatMap(host.current, { plan, prices, maxSeats, isReadOnly: true, locale: LOCALE });
    const redraw = throttled(() => setRound((before) => before + 1));
    const stops = [
      made.on('select', setShown),
      made.on('dismiss', () => setShown({ card: null, isLimitReached: false })),
      made.on('area', ({ id }) => setArea(id)),
      made.on('selection', () => {
        setRound((before) => before + 1);
        setLimitWords(null);
      }),
      made.on('change', redraw.ask),
      made.on('seatTaken', (seats) => setLost((before) => [...new Set([...before, ...seats.map(({ seat }) => seat.seat)])])),
      made.on('limit', ({ words }) => setLimitWords(words)),
    ];
    const connection = made.connectLive(liveAddress(event.id), { onStatus: setLive });
    const fallback = setInterval(() => {
      if (connection.status !== 'live') void fetchSnapshot(event.id, made);
    }, FALLBACK_MILLIS);
    setMap(made);
    return () => {
      clearInterval(fallback);
      for (const stop of stops) stop();
      redraw.stop();
      made.destroy();
    };
  }, [event.id, plan]);
  // The sale may open or close while one looks: the view stays, and what was found in it.
  useEffect(() => map?.setReadOnly(!canBuy), [map, canBuy]);
  const state: SeatMapState = {
    map, live, round, lost, limitWords, area,
    ...shown,
    // What stands on the card may have changed since it was tapped.
    card: shown.card && map ? map.card(shown.card.seat) : null,
    closeCard: () => setShown({ card: null, isLimitReached: false }),
    show: (card) => setShown({ card, isLimitReached: false }),
    clearLost: () => setLost([]),
  };
  return { host, state };
}

const liveAddress = (eventId: string): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/events/${encodeURIComponent(eventId)}/live`;

async function fetchSnapshot(eventId: string, map: SeatMap): Promise<void> {
  try {
    const accept = 'application/vnd.cavea.seatmap';
    map.applySnapshot(await askBytes(`/events/${encodeURIComponent(eventId)}/seats`, { accept }));
  } catch {
    // The next try, or the live connection, will bring it.
  }
}

function throttled(work: () => void): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = null;
        work();
      }, REDRAW_MILLIS);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
