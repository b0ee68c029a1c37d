import { useEffect } from 'react';
import { eventBookings } from '../../api/calls';
import type { Booking } from '../../api/types';
import { useLoaded } from '../../app/loading';
import { Ghost } from '../../parts/parts';
import { NotLoaded } from '../NotLoaded';
import { money } from '../../words/money';
import { relative } from '../../words/when';
import { STATUS_WORDS, seatsInWords } from '../tickets/facts';

const LOOK_AGAIN_MILLIS = 5000;

/** The latest bookings, as they come. */
export function Bookings({ eventId }: { eventId: string }) {
  const loaded = useLoaded(`bookings of ${eventId}`, () => eventBookings(eventId));
  useEffect(() => {
    if (loaded.state === 'failed') return;
    const timer = setInterval(loaded.again, LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [loaded.again, loaded.state === 'failed']);
  if ((loaded.problem as { status?: number } | null)?.status === 404) return null;
  return (
    <section className="stack tight" aria-labelledby="bookings">
      <h2 id="bookings">Latest bookings</h2>
      {loaded.state === 'failed' && <NotLoaded problem={loaded.problem} again={loaded.again} />}
      {!loaded.value && loaded.state === 'loading' && <Ghost height="8rem" />}
      {loaded.value && loaded.value.length === 0 && <p className="soft">The first booking appears here as soon as it is made.</p>}
      {loaded.value && loaded.value.length > 0 && <Table bookings={loaded.value} />}
    </section>
  );
}

function Table({ bookings }: { bookings: Booking[] }) {
  return (
    // A table that may be wider than the screen: the keyboard must be able to scroll it, too.
    <div className="card scroll" tabIndex={0} role="region" aria-label="Latest bookings">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Buyer</th>
            <th scope="col">Seats</th>
            <th scope="col">Standing</th>
            <th scope="col" className="right">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => (
            <tr key={booking.id}>
              <td>{booking.createdAt ? relative(booking.createdAt) : ''}</td>
              <td>{booking.buyer?.name || booking.buyer?.email || ''}</td>
              <td>{seatsInWords(booking)}</td>
              <td>
                <span className={`badge ${STATUS_WORDS[booking.status]?.tone ?? ''}`}>{STATUS_WORDS[booking.status]?.words ?? booking.status}</span>
              </td>
              <td className="right num strong">{money(booking.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
