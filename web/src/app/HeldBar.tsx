import { Icon } from '../parts/Icon';
import { count } from '../words/seats';
import { countdown } from '../words/when';
import { useNow } from './clock';
import { timeLeft, useAllHeld } from './heldSeats';
import type { HeldSeats } from './heldSeats';
import { Link } from './navigation';
import { to } from './routes';

/** Whoever wanders off with seats in hand finds the way back on every page, from another event's seats too. */
export function HeldBar({ butNotOf = null }: { butNotOf?: string | null }) {
  const now = useNow();
  const held = useAllHeld().filter((each) => each.eventId !== butNotOf && timeLeft(each, now) > 0);
  if (held.length === 0) return null;
  return (
    <aside className="held" aria-label="Your held seats">
      {held.map((each) => (
        <HeldLine key={each.holdId} held={each} left={timeLeft(each, now)} />
      ))}
    </aside>
  );
}

function HeldLine({ held, left }: { held: HeldSeats; left: number }) {
  const places = held.area ? held.area.quantity : held.seats.length;
  return (
    <div className="held-line">
      <p>
        <Icon name="clock" />
        <span>
          <strong>{count(places, held.area ? 'place' : 'seat')}</strong> for {held.eventName} held for you,{' '}
          <strong className="num">{countdown(left)}</strong> left
        </span>
      </p>
      <Link className="button main" href={to.checkout(held.holdId, held.eventId)}>
        Continue to payment
      </Link>
    </div>
  );
}
