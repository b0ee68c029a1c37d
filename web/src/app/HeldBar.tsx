import { useEffect } from 'react';
import { Icon } from '../parts/Icon';
import { count } from '../words/seats';
import { countdown } from '../words/when';
import { dropHeld, useHeld } from './heldSeats';
import { useNow } from './loading';
import { Link } from './navigation';
import { to } from './routes';

/** Whoever wanders off with seats in hand finds the way back on every page. */
export function HeldBar() {
  const held = useHeld();
  const now = useNow();
  const left = held ? new Date(held.expiresAt).getTime() - now : 0;
  const over = held !== null && left <= 0;
  useEffect(() => {
    if (over) dropHeld();
  }, [over]);
  if (!held || over) return null;
  const places = held.area ? held.area.quantity : held.seats.length;
  return (
    <aside className="held" aria-label="Your held seats">
      <p>
        <Icon name="clock" />
        <span>
          <strong>{count(places, held.area ? 'place' : 'seat')}</strong> for {held.eventName} held for you,{' '}
          <strong className="num">{countdown(left)}</strong> left
        </span>
      </p>
      <Link className="button main" href={to.checkout(held.holdId, held.eventId)}>
        Go on to pay
      </Link>
    </aside>
  );
}
