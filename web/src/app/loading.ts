import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';

export type Loaded<T> =
  | { state: 'loading'; value: T | null; problem: null }
  | { state: 'ready'; value: T; problem: null }
  | { state: 'failed'; value: T | null; problem: unknown };

/** What was loaded lately, so that coming back to a page shows it at once while it is asked for again. */
const remembered = new Map<string, unknown>();
const REMEMBERED_AT_MOST = 60;
/** What could not be loaded is asked for again after this time, for as long as the page is open. */
export const AGAIN_SECONDS = 5;

/**
 * Loads what `key` names; loads again when the key changes or on `again`. An answer to an earlier key is dropped.
 * With a null key nothing is asked. Where the network or the server failed, it loads again by itself.
 */
export function useLoaded<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Loaded<T> & { again: () => void } {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ key: string | null; loaded: Loaded<T> }>({ key: null, loaded: loading(key) });
  const work = useRef(load);
  work.current = load;
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    work.current(stop.signal).then(
      (value) => {
        if (stop.signal.aborted) return;
        remember(key, value);
        setAnswer({ key, loaded: { state: 'ready', value, problem: null } });
      },
      (problem: unknown) => {
        if (stop.signal.aborted) return;
        setAnswer({ key, loaded: { state: 'failed', value: (remembered.get(key) as T) ?? null, problem } });
      },
    );
    return () => stop.abort();
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const wait = answer.key === key && answer.loaded.state === 'failed' ? healsAfter(answer.loaded.problem) : null;
    return wait === null ? undefined : afterOrOnline(wait * 1000, again);
  }, [answer, key]);
  const current = answer.key === key ? answer.loaded : loading<T>(key);
  return { ...current, again };
}

/** Seconds until another try is worth it; null where it would bring the same answer. */
export function healsAfter(problem: unknown): number | null {
  return problem instanceof Problem && problem.isPassing ? Math.max(AGAIN_SECONDS, problem.retryAfterSeconds ?? 0) : null;
}

/** Calls back then, or as soon as the browser has a network again; gives the way to stop. */
function afterOrOnline(millis: number, work: () => void): () => void {
  const timer = setTimeout(work, millis);
  window.addEventListener('online', work);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('online', work);
  };
}

function loading<T>(key: string | null): Loaded<T> {
  const value = key === null ? null : ((remembered.get(key) as T | undefined) ?? null);
  return { state: 'loading', value, problem: null };
}

function remember(key: string, value: unknown) {
  remembered.delete(key);
  remembered.set(key, value);
  const oldest = remembered.keys().next().value;
  if (remembered.size > REMEMBERED_AT_MOST && oldest !== undefined) remembered.delete(oldest);
}
