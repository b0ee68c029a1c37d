import { useEffect, useState } from 'react';
import { cancelBooking } from '../../api/calls';
import type { Booking } from '../../api/types';
import { dropHeld, keepHeld, useAllHeld } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';
import { useLoaded } from '../../app/loading';
import { Link, useQuery, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Icon } from '../../parts/Icon';
import { Dialog, Ghost, Notice, Sorry } from '../../parts/parts';
import { money } from '../../words/money';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';
import { count } from '../../words/seats';
import { clock, longDay, readersTime, relative } from '../../words/when';
import { Unshown } from '../Unshown';
import { Download } from './Download';
import { STATUS_WORDS, eventOf } from './facts';
import { keyOf, rememberKey, withKey } from './keys';
import { fetchBooking, shelved } from './shelf';
import type { Shelved } from './shelf';
import { TicketCard } from './TicketCard';
import './tickets.css';

const POLL_MILLIS = 1500;

export function BookingPage({ id }: { id: string }) {
  useKeyOfLink(id);
  const loaded = useLoaded(`booking ${id}`, () => fetchBooking(id));
  const found = loaded.value ?? shelved(id);
  useTitle(found ? eventOf(found.booking).name : 'Your tickets');
  const waits = found?.booking.status === 'pending_payment' || (found?.booking.status === 'confirmed' && found.tickets.length === 0);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(loaded.again, POLL_MILLIS);
    return () => clearInterval(timer);
  }, [waits, loaded.again]);
  if (found) return <View found={found} reload={loaded.again} />;
  if (loaded.state === 'failed') {
    return <Unshown what="This booking" problem={loaded.problem} again={loaded.again} onward={['Your tickets', to.tickets()]} />;
  }
  return (
    <div className="page narrow stack" aria-busy="true">
      <Ghost width="60%" height="2.4rem" />
      <Ghost width="40%" />
      <Ghost height="22rem" />
    </div>
  );
}

/** A link from a letter brings the booking's key: kept in this browser, and taken out of the address, which readers share. */
function useKeyOfLink(id: string): void {
  const [query, change] = useQuery();
  const key = query.get('key');
  // Before the booking is asked for with this drawing of the page.
  if (key) rememberKey(id, key);
  useEffect(() => {
    if (key) change({ key: null });
  }, [key]);
}

/** The held seats that this booking is paying for, if it was begun in this browser. */
function useSeatsBeingPaid(booking: Booking): HeldSeats | null {
  const ours = useAllHeld().find((held) => held.holdId === booking.holdId || held.attempt?.bookingId === booking.id) ?? null;
  const bought = booking.status !== 'pending_payment' && booking.status !== 'payment_failed';
  useEffect(() => {
    if (!ours) return;
    if (bought) dropHeld(ours.holdId);
    else if (booking.status === 'payment_failed' && ours.attempt) keepHeld({ ...ours, attempt: null });
  }, [ours?.holdId, booking.status]);
  return bought ? null : ours;
}

function View({ found, reload }: { found: Shelved; reload: () => void }) {
  const { booking, tickets, pictures } = found;
  const held = useSeatsBeingPaid(booking);
  const event = eventOf(booking);
  const status = STATUS_WORDS[booking.status];
  return (
    <div className="page narrow stack loose">
      <header className="stack tight">
        <p className="row">
          <span className={`badge ${status.tone}`}>{status.words}</span>
          <span className="small faint">Booking {booking.id}</span>
        </p>
        <h1>{tickets.length > 0 ? `Your ${tickets.length === 1 ? 'ticket' : 'tickets'} for ${event.name}` : event.name}</h1>
        <EventTime booking={booking} />
      </header>
      <Standing booking={booking} held={held} />
      {found.isOld && <Notice title="These tickets are as this browser last saw them.">They belong to a guest or an account that is not logged in here.</Notice>}
      {tickets.length > 0 && (
        <ul className="stack">
          {tickets.map((ticket, index) => (
            <li key={ticket.id}>
              <TicketCard ticket={ticket} picture={pictures[ticket.id] ?? ''} booking={booking} place={tickets.length > 1 ? `${index + 1} of ${tickets.length}` : ''} />
            </li>
          ))}
        </ul>
      )}
      {tickets.length > 0 && (
        <div>
          <Download path={withKey(`/bookings/${encodeURIComponent(booking.id)}/calendar.ics`, found.byKey ? keyOf(booking.id) : null)} file={`${event.name}.ics`} type="text/calendar" words="Add to calendar" />
        </div>
      )}
      {tickets.length > 0 && <WhatNext />}
      <footer className="stack">
        <p className="row apart">
          <span className="soft">{booking.buyer ? `${booking.buyer.name}, ${booking.buyer.email}` : ''}</span>
          <span>
            <span className="soft">Total incl. fees </span>
            <strong className="price">{money(booking.total)}</strong>
          </span>
        </p>
        {booking.status === 'confirmed' && !found.byKey && <Cancel booking={booking} onDone={reload} />}
      </footer>
    </div>
  );
}

function EventTime({ booking }: { booking: Booking }) {
  const { startsAt, timeZone, venue } = eventOf(booking);
  if (!startsAt) return null;
  const mine = readersTime(startsAt, timeZone);
  return (
    <p className="soft">
      {longDay(startsAt, timeZone)}, {clock(startsAt, timeZone)}
      {mine && ` at the venue (${mine})`}, {relative(startsAt, timeZone)}
      <br />
      {venue}
    </p>
  );
}

function Standing({ booking, held }: { booking: Booking; held: HeldSeats | null }) {
  if (booking.underReview) {
    return (
      <Notice tone="warn" title="A person at the box office is looking at this booking.">
        It could not be finished by itself. {booking.status === 'pending_payment' ? 'You will get either your tickets or your money.' : 'Your refund will be on its way as soon as that is done.'} You need not do anything.
      </Notice>
    );
  }
  switch (booking.status) {
    case 'confirmed':
      return null;
    case 'pending_payment':
      return (
        <Notice tone="warn" title="Your seats are held for you while the payment is in progress.">
          This page shows the tickets by itself as soon as it is through.
          {booking.paymentAction?.url && (
            <span className="row">
              <a className="button main" href={booking.paymentAction.url}>
                Confirm the payment
              </a>
            </span>
          )}
        </Notice>
      );
    case 'payment_failed':
      return (
        <Notice tone="bad" title="The payment was refused. Nothing was charged.">
          {held ? 'Your seats are still held for you.' : 'Your seats go back on sale when their time runs out.'}
          {held && (
            <span className="row">
              <Link className="button main" href={to.checkout(held.holdId, held.eventId)}>
                Try another card
              </Link>
            </span>
          )}
        </Notice>
      );
    case 'expired':
      return <Notice title="Your seats went back on sale: they were not paid in time.">Nothing was charged.</Notice>;
    case 'cancelled':
      return <Notice title="This booking was cancelled.">Its tickets are no longer valid.</Notice>;
    case 'refunded':
      return <Notice title="This booking was cancelled and refunded.">Its tickets are no longer valid.</Notice>;
    case 'partially_refunded':
      return <Notice title="Part of this booking was refunded.">The tickets below are valid.</Notice>;
  }
}

function WhatNext() {
  return (
    <section className="stack tight" aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      <ol className="next">
        <li>
          <Icon name="mail" />
          <span>
            The tickets also stand under <Link href={to.tickets()}>My tickets</Link>, and stay readable on this device without a network.
          </span>
        </li>
        <li>
          <Icon name="clock" />
          Be there half an hour before it starts.
        </li>
        <li>
          <Icon name="ticket" />
          Show the code at the gate, on the screen or printed. Each code lets one person in, once.
        </li>
      </ol>
    </section>
  );
}

function Cancel({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  const cancel = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await cancelBooking(booking.id);
      setOpen(false);
      onDone();
    } catch (failure) {
      setProblem(said(failure));
    } finally {
      setBusy(false);
    }
  };
  const seats = booking.seats?.length || (booking.lines?.length ?? 0);
  return (
    <>
      <button type="button" className="button plain" onClick={() => setOpen(true)}>
        Return these tickets
      </button>
      <Dialog title="Return the tickets?" open={open} onClose={() => setOpen(false)}>
        <p>
          {seats > 0 ? count(seats, 'seat') : 'Your places'} for {eventOf(booking).name} {seats === 1 ? 'goes' : 'go'} back on sale at once, the codes stop working
          {booking.total.amountMinor > 0 && `, and ${money(booking.total)} ${booking.total.amountMinor === 1 ? 'is' : 'are'} returned to your card`}. This cannot be undone.
        </p>
        {problem && <Sorry words={problem} />}
        <div className="row">
          <button type="button" className="button danger" disabled={busy} onClick={() => void cancel()}>
            Return them
          </button>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            Keep them
          </button>
        </div>
      </Dialog>
    </>
  );
}
