import { myBookings } from '../../api/calls';
import { Problem } from '../../api/problem';
import { isGuest } from '../../api/session';
import type { Booking } from '../../api/types';
import { useSession } from '../../api/useSession';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Icon } from '../../parts/Icon';
import { Poster } from '../../parts/Poster';
import { Empty, Ghost, Notice } from '../../parts/parts';
import { NotLoaded } from '../NotLoaded';
import { clock, day } from '../../words/when';
import { STATUS_WORDS, eventOf, seatsInWords } from './facts';
import { allShelved, withEvent, withShelved } from './shelf';
import './tickets.css';

export function TicketsPage() {
  useTitle('My tickets');
  const who = useSession();
  const loaded = useLoaded(`bookings ${who?.role ?? ''} ${who?.email ?? ''}`, async () => Promise.all((await myBookings()).map(withEvent)));
  const offline = loaded.state === 'failed' && loaded.problem instanceof Problem && loaded.problem.isPassing;
  const isOurs = offline && (loaded.problem as Problem).slug !== 'offline';
  const bookings = offline ? allShelved().map(({ booking }) => booking) : loaded.value && withShelved(loaded.value);
  return (
    <div className="page stack loose tickets">
      <h1>My tickets</h1>
      {offline && (
        <Notice title={`${isOurs ? 'Our server is not answering' : 'You are offline'}. These are the tickets that this device has opened before.`}>They are valid at the gate as they are.</Notice>
      )}
      {loaded.state === 'failed' && !offline && <NotLoaded problem={loaded.problem} again={loaded.again} />}
      {!bookings && loaded.state === 'loading' && <Shapes />}
      {bookings && bookings.length === 0 && (
        <Empty icon="ticket" title="Your tickets will be here">
          <p>As soon as a payment goes through, its tickets are on this page, and you can open them without a network.</p>
          <Link className="button main" href={to.find()}>
            Find an event
          </Link>
        </Empty>
      )}
      {bookings && bookings.length > 0 && <Groups bookings={bookings} />}
      {isGuest(who) && bookings && bookings.length > 0 && (
        <p className="soft small">
          These tickets belong to a guest in this browser. <Link href={to.account(to.tickets())}>Log in</Link> to see an account’s tickets.
        </p>
      )}
    </div>
  );
}

function Groups({ bookings }: { bookings: Booking[] }) {
  const now = new Date().toISOString();
  const isAhead = (booking: Booking) => (eventOf(booking).startsAt ?? now) >= now && STATUS_WORDS[booking.status].tone !== '' && booking.status !== 'payment_failed';
  const ahead = bookings.filter(isAhead);
  const rest = bookings.filter((booking) => !isAhead(booking));
  return (
    <>
      {ahead.length > 0 && <Group title="Coming up" bookings={ahead} />}
      {rest.length > 0 && <Group title="Past and cancelled" bookings={rest} />}
    </>
  );
}

function Group({ title, bookings }: { title: string; bookings: Booking[] }) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className="stack tight">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingLine booking={booking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BookingLine({ booking }: { booking: Booking }) {
  const event = eventOf(booking);
  const status = STATUS_WORDS[booking.status];
  return (
    <Link className="booking-line" href={to.booking(booking.id)}>
      <span className="booking-thumb">
        <Poster id={event.id} category={event.category} />
      </span>
      <span>
        <strong>{event.name}</strong>
        <span className="soft small">
          {event.startsAt && `${day(event.startsAt, event.timeZone)}, ${clock(event.startsAt, event.timeZone)} · `}
          {event.venue}
        </span>
        <span className="small">{seatsInWords(booking)}</span>
      </span>
      <span className={`badge ${status.tone}`}>{status.words}</span>
      <Icon name="on" />
    </Link>
  );
}

function Shapes() {
  return (
    <div className="stack tight" aria-busy="true">
      {[0, 1, 2].map((key) => (
        <Ghost key={key} height="5.5rem" />
      ))}
    </div>
  );
}
