import { useEffect, useState } from 'react';
import { serverNow } from '../api/serverClock';
import type { EventSummary, SaleRules } from '../api/types';
import { nextChange, saleState } from '../words/sale';
import type { SaleState } from '../words/sale';

/** A timer is set anew after this long: it may have slept with the machine, and the clock may be known better by then. */
const LONGEST_MILLIS = 60_000;

/** Calls back once the server's clock has come to that moment, never before; gives the way to stop. */
export function atServerTime(moment: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    if (timer !== null) clearTimeout(timer);
    const left = moment - serverNow();
    timer = left <= 0 ? null : setTimeout(look, Math.min(left, LONGEST_MILLIS));
    if (left > 0) return;
    stop();
    work();
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', look);
  };
  // A tab in the background may be woken late, but is right as soon as it is seen.
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', look);
  timer = setTimeout(look, Math.max(0, Math.min(moment - serverNow(), LONGEST_MILLIS)));
  return stop;
}

/** The server's time, told anew every `everyMillis`. */
export function useNow(everyMillis = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}

/** What the event's sale means for a fan, by the server's clock: changes by itself in the moment that it does there. */
export function useSaleState(event: EventSummary & { rules?: SaleRules }): SaleState {
  const [, setRound] = useState(0);
  const now = serverNow();
  const next = nextChange(event, now);
  useEffect(() => (next === null ? undefined : atServerTime(next, () => setRound((round) => round + 1))), [next]);
  return saleState(event, now);
}
