import type { EventSummary } from '../../api/types';
import { Link } from '../../app/navigation';
import { to } from '../../app/routes';
import { Poster } from '../../parts/Poster';
import { Ghost } from '../../parts/parts';
import { money } from '../../words/money';
import { placeWords } from '../../words/place';
import { availability, saleState } from '../../words/sale';
import { clock, day, relative } from '../../words/when';

export function EventCard({ event }: { event: EventSummary }) {
  const zone = event.venue.timeZone;
  const left = availability(event);
  const state = saleState(event);
  return (
    <article className="event-card">
      <div className="event-card-poster">
        <Poster id={event.id} category={event.category} />
      </div>
      <div className="event-card-words">
        <p className="event-card-when">
          {day(event.startsAt, zone)}, {clock(event.startsAt, zone)}
        </p>
        <h2>
          <Link href={to.event(event.id)}>{event.name}</Link>
        </h2>
        <p className="soft small">
          {placeWords(event.venue)}
        </p>
        <p className="event-card-end">
          {event.priceFrom && state !== 'soldOut' && state !== 'cancelled' ? (
            <span className="price">
              <span className="small soft">from </span>
              {money(event.priceFrom)}
            </span>
          ) : (
            <span />
          )}
          <span className={`badge ${left.tone}`}>{state === 'upcoming' && event.onSaleAt ? `On sale ${relative(event.onSaleAt, zone)}` : left.words}</span>
        </p>
      </div>
    </article>
  );
}

export function EventCardShape() {
  return (
    <div className="event-card" aria-hidden="true">
      <div className="event-card-poster">
        <Ghost height="100%" />
      </div>
      <div className="event-card-words">
        <Ghost width="55%" height="0.9em" />
        <Ghost width="90%" height="1.4em" />
        <Ghost width="70%" height="0.9em" />
        <Ghost width="40%" height="1.4em" />
      </div>
    </div>
  );
}
