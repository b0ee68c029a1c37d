import { useEffect, useState } from 'react';
import type { Booking, Ticket } from '../../api/types';
import { Poster } from '../../parts/Poster';
import { Dialog } from '../../parts/parts';
import { money } from '../../words/money';
import { clock, longDay } from '../../words/when';
import { eventOf, holderOf, priceOfTicket, seatOfTicket } from './facts';

interface TicketCardProps {
  ticket: Ticket;
  picture: string;
  booking: Booking;
  /** `2 of 3`; empty when there is one. */
  place: string;
}

/** One ticket, with everything that the door asks for: a picture of it is as good as a print. */
export function TicketCard({ ticket, picture, booking, place }: TicketCardProps) {
  const seat = seatOfTicket(ticket);
  const event = eventOf(booking);
  const name = [seat.section, seat.row && `row ${seat.row}`, seat.number && `seat ${seat.number}`].filter(Boolean).join(', ') || 'General admission';
  const holder = holderOf(ticket, booking);
  const price = priceOfTicket(ticket, booking);
  return (
    <article className="ticket" aria-label={`Ticket ${place}: ${name}`}>
      <div className="ticket-head">
        <Poster id={event.id} category={event.category} />
      </div>
      <div className="ticket-body">
        <div className="ticket-what">
          <strong>{event.name}</strong>
          {event.startsAt && (
            <span>
              {longDay(event.startsAt, event.timeZone)}, {clock(event.startsAt, event.timeZone)}
            </span>
          )}
          {event.venue && <span>{event.venue}</span>}
        </div>
        <dl className="ticket-seat">
          <div className="ticket-section">
            <dt>{seat.section || !seat.row ? 'Section' : 'Seat'}</dt>
            <dd>{seat.section ?? (seat.row ? seat.id : 'General admission')}</dd>
          </div>
          {seat.row && (
            <div>
              <dt>Row</dt>
              <dd>{seat.row}</dd>
            </div>
          )}
          {seat.number && (
            <div>
              <dt>Seat</dt>
              <dd>{seat.number}</dd>
            </div>
          )}
        </dl>
        {picture && <Code picture={picture} name={name} event={event.name} />}
        <p className="ticket-foot small soft">
          {[holder, price && money(price), place ? `Ticket ${place}` : ''].filter(Boolean).join(' · ')}
        </p>
      </div>
    </article>
  );
}

/** The code that the gate reads: a tap shows it as large and bright as the screen allows. */
function Code({ picture, name, event }: { picture: string; name: string; event: string }) {
  const [isLarge, setLarge] = useState(false);
  useStayAwake(isLarge);
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  return (
    <>
      <button type="button" className="ticket-code" aria-label={`Code of the ticket for ${name}: show it large`} onClick={() => setLarge(true)}>
        <img src={source} alt={`Code of the ticket for ${name}`} />
      </button>
      <Dialog className="code-large" title={event} open={isLarge} onClose={() => setLarge(false)}>
        <img src={source} alt={`Code of the ticket for ${name}`} />
        <p>{name}</p>
        <button type="button" className="button" onClick={() => setLarge(false)}>
          Close
        </button>
      </Dialog>
    </>
  );
}

/** At the gate the screen must not go dark; where the browser cannot promise that, nothing is lost. */
function useStayAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return;
    const lock = navigator.wakeLock.request('screen').catch(() => null);
    return () => void lock.then((held) => held?.release());
  }, [isOn]);
}
