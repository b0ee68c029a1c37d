import { useEffect, useState } from 'react';
import { atServerTime } from '../../app/clock';
import { timeLeft, useAllHeld } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';

/** What this reader holds of the event, or held until its time was over. */
export function useHeldHere(eventId: string): { mine: HeldSeats | null; lapsed: HeldSeats | null } {
  const held = useAllHeld().find((each) => each.eventId === eventId) ?? null;
  const [, setRound] = useState(0);
  const end = held ? new Date(held.expiresAt).getTime() : null;
  useEffect(() => {
    if (end !== null && held && timeLeft(held) > 0) return atServerTime(end, () => setRound((round) => round + 1));
    return undefined;
  }, [end]);
  if (!held) return { mine: null, lapsed: null };
  // A payment under way keeps the seats beyond their time.
  const isOver = timeLeft(held) <= 0 && !held.attempt;
  return isOver ? { mine: null, lapsed: held } : { mine: held, lapsed: null };
}
