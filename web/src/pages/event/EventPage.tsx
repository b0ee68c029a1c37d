import { event as loadEvent } from '../../api/calls';
import type { EventDetail, Zone } from '../../api/types';
import { useNow, useSaleState } from '../../app/clock';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { calendarLink } from '../../parts/ics';
import { Icon } from '../../parts/Icon';
import { Poster } from '../../parts/Poster';
import { Ghost, Notice } from '../../parts/parts';
import { money } from '../../words/money';
import { availability } from '../../words/sale';
import { clock, longDay, readersTime, relative } from '../../words/when';
import { Unshown } from '../Unshown';
import { Countdown } from './Countdown';
import './event.css';

export function EventPage({ id }: { id: string }) {
  const loaded = useLoaded(`event ${id}`, () => loadEvent(id));
  useTitle(loaded.value?.name ?? null);
  if (loaded.value) return <EventView event={loaded.value} />;
  if (loaded.state === 'failed') {
    return <Unshown what="This event" problem={loaded.problem} again={loaded.again} onward={['Find an event', to.find()]} />;
  }
  return <EventShape />;
}

function EventView({ event }: { event: EventDetail }) {
  return (
    <article className="event">
      <div className="event-poster">
        <Poster id={event.id} category={event.category} large />
      </div>
      <div className="page event-body">
        <div className="event-what stack">
          <header className="stack tight">
            {event.category && <p className="event-kind">{event.category}</p>}
            <h1>{event.name}</h1>
            {event.description && <p className="soft">{event.description}</p>}
          </header>
          <dl className="facts">
            <When event={event} />
            <Where event={event} />
          </dl>
        </div>
        <aside className="event-buy" aria-label="Buy">
          <Buy event={event} />
        </aside>
        <div className="event-prices">
          <Prices zones={event.zones} />
        </div>
      </div>
    </article>
  );
}

function When({ event }: { event: EventDetail }) {
  const zone = event.venue.timeZone;
  const mine = readersTime(event.startsAt, zone);
  return (
    <div>
      <dt>
        <Icon name="calendar" />
        <span className="quiet">When</span>
      </dt>
      <dd>
        <strong>{longDay(event.startsAt, zone)}</strong>
        <span>
          {clock(event.startsAt, zone)}
          {mine && ` at the venue; ${mine}`}
          <span className="soft"> · {relative(event.startsAt, zone)}</span>
        </span>
      </dd>
    </div>
  );
}

function Where({ event }: { event: EventDetail }) {
  return (
    <div>
      <dt>
        <Icon name="pin" />
        <span className="quiet">Where</span>
      </dt>
      <dd>
        <strong>{event.venue.name}</strong>
        <span>{[event.venue.address, event.venue.city].filter(Boolean).join(', ')}</span>
      </dd>
    </div>
  );
}

function Prices({ zones }: { zones: Zone[] }) {
  const withFees = zones.some((zone) => zone.fee.amountMinor > 0);
  return (
    <section className="stack tight" aria-labelledby="prices">
      <h2 id="prices">Prices</h2>
      <ul className="prices">
        {zones.map((zone) => (
          <li key={zone.index} className={`hue-${zone.index % 8}`}>
            <span className="dot" />
            <span>{zone.name}</span>
            <span className="price">{money(zone.total)}</span>
            {withFees && (
              <span className="small soft prices-fee">
                {money(zone.price)} + {money(zone.fee)} fees
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Buy({ event }: { event: EventDetail }) {
  const state = useSaleState(event);
  switch (state) {
    case 'upcoming':
      return <Upcoming event={event} />;
    case 'open':
      return <Open event={event} />;
    case 'soldOut':
      return (
        <>
          <h2>Sold out</h2>
          <p className="soft">Every seat is sold or held. Seats come back when a payment is not completed, so it can be worth looking at the map.</p>
          <Link className="button wide" href={to.seats(event.id)}>
            Look at the map
          </Link>
        </>
      );
    case 'closed':
    case 'past':
    case 'cancelled':
      return <Over state={state} />;
  }
}

function Upcoming({ event }: { event: EventDetail }) {
  const now = useNow();
  const zone = event.venue.timeZone;
  const at = event.onSaleAt ?? event.startsAt;
  const mine = readersTime(at, zone);
  return (
    <>
      <h2>On sale {relative(at, zone, now)}</h2>
      <Countdown until={at} now={now} />
      <p className="soft">
        The sale opens on {longDay(at, zone)} at {clock(at, zone)}
        {mine && ` (${mine})`}. This page opens by itself then.
      </p>
      <a className="button wide" download="on-sale.ics" href={calendarLink({ id: `on-sale-${event.id}`, title: `On sale: ${event.name}`, at, minutes: 15, place: location.href })}>
        <Icon name="calendar" />
        Remind me
      </a>
      <Link className="button plain wide" href={to.seats(event.id)}>
        Preview the seats
      </Link>
    </>
  );
}

function Open({ event }: { event: EventDetail }) {
  const left = availability(event);
  const limit = event.rules.maxSeatsPerBuyer;
  const minutes = Math.round((event.rules.holdSeconds ?? 600) / 60);
  return (
    <>
      <p className="row apart">
        {event.priceFrom && (
          <span>
            <span className="soft">from </span>
            <span className="price big">{money(event.priceFrom)}</span>
          </span>
        )}
        <span className={`badge ${left.tone}`}>{left.words}</span>
      </p>
      <Link className="button main wide" href={to.seats(event.id)}>
        Choose your seats
      </Link>
      <ul className="small soft ticks">
        <li>
          <Icon name="check" />
          Prices include all fees
        </li>
        <li>
          <Icon name="check" />
          Your seats wait {minutes} minutes for you while you pay
        </li>
        {limit && (
          <li>
            <Icon name="check" />
            Up to {limit} seats a person
          </li>
        )}
      </ul>
    </>
  );
}

function Over({ state }: { state: 'closed' | 'past' | 'cancelled' }) {
  const words = {
    closed: ['The sale is closed', 'Seats for this event are no longer on sale. Tickets already bought stay valid.'],
    past: ['This event is over', 'Your tickets are still in My tickets.'],
    cancelled: ['This event was cancelled', 'Everyone with a ticket gets an e-mail about their refund.'],
  }[state] as [string, string];
  return (
    <Notice tone={state === 'cancelled' ? 'warn' : 'info'} title={words[0]}>
      {words[1]}
    </Notice>
  );
}

function EventShape() {
  return (
    <div className="event" aria-busy="true">
      <div className="event-poster">
        <Ghost height="100%" />
      </div>
      <div className="page event-body">
        <div className="stack">
          <Ghost width="70%" height="2.6rem" />
          <Ghost width="45%" />
          <Ghost width="50%" />
          <Ghost height="10rem" />
        </div>
        <div className="event-buy">
          <Ghost height="2rem" width="50%" />
          <Ghost height="2.75rem" />
        </div>
      </div>
    </div>
  );
}
