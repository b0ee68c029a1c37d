import { useEffect, useState } from 'react';

/** Longer than a double click takes, shorter than it takes to see what is on a page. */
const ARRIVING_MILLIS = 500;

/** Whether the reader has only just come to this page and a press still means the last one. */
export function useArrival(): boolean {
  const [isArriving, setArriving] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setArriving(false), ARRIVING_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return isArriving;
}
