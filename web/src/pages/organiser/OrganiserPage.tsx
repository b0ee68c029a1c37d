import { myEvents } from '../../api/calls';
import { isAdmin } from '../../api/session';
import type { EventSummary } from '../../api/types';
import { useSession } from '../../api/useSession';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Icon } from '../../parts/Icon';
import { Empty, Ghost } from '../../parts/parts';
import { NotLoaded } from '../NotLoaded';
import { placeWords } from '../../words/place';
import { availability } from '../../words/sale';
import { clock, day, relative } from '../../words/when';
import { Bar } from './Bar';
import { Gate } from './Gate';
import './organiser.css';
import { all, standingOf } from './standing';

export function OrganiserPage() {
  useTitle('My events');
  const who = useSession();
  return (
    <Gate>
      <div className="page stack loose">
        <header className="row apart">
          <h1>My events</h1>
          <span className="row">
            {isAdmin(who) && (
              <Link className="button" href={to.money()}>
                Money that needs you
              </Link>
            )}
            {isAdmin(who) && (
              <Link className="button" href={to.audit()}>
                Audit trail
              </Link>
            )}
            <Link className="button main" href={to.newEvent()}>
              <Icon name="plus" />
              New event
            </Link>
          </span>
        </header>
        <Events />
      </div>
    </Gate>
  );
}

function Events() {
  const loaded = useLoaded('my events', () => myEvents());
  if (loaded.state === 'failed') return <NotLoaded problem={loaded.problem} again={loaded.again} />;
  if (!loaded.value) return <Shape />;
  if (loaded.value.length === 0) {
    return (
      <Empty icon="house" title="Your events will be here">
        <p>Drop a seating plan or let us draw one, give each zone a price, and the sale can open within a minute.</p>
        <Link className="button main" href={to.newEvent()}>
          Make the first
        </Link>
      </Empty>
    );
  }
  return (
    <ul className="my-events">
      {loaded.value.map((event) => (
        <li key={event.id}>
          <EventLine event={event} />
        </li>
      ))}
    </ul>
  );
}

function EventLine({ event }: { event: EventSummary }) {
  const standing = useLoaded(`standing ${event.id}`, () => standingOf(event.id));
  const left = availability(event);
  const zone = event.venue.timeZone;
  const places = standing.value ? all(standing.value) : 0;
  return (
    <Link className="my-event" href={to.cockpit(event.id)}>
      <span className="my-event-name">
        <strong>{event.name}</strong>
        <span className="small soft">
          {day(event.startsAt, zone)}, {clock(event.startsAt, zone)} ({relative(event.startsAt, zone)}) · {placeWords(event.venue)}
        </span>
        {event.problem && <span className="small">{event.problem}</span>}
      </span>
      <span className={`badge ${event.problem ? 'warn' : left.tone}`}>{event.problem ? 'Cannot be sold' : left.words}</span>
      <span className="my-event-sold">
        {standing.value ? (
          <>
            <span className="num">
              <strong>{standing.value.sold.toLocaleString('en')}</strong>
              <span className="soft"> of {places.toLocaleString('en')} sold</span>
            </span>
            <Bar standing={standing.value} />
          </>
        ) : event.problem ? null : (
          <Ghost width="8rem" />
        )}
      </span>
      <Icon name="on" />
    </Link>
  );
}

function Shape() {
  return (
    <div className="stack tight" aria-busy="true">
      {[0, 1, 2, 3].map((key) => (
        <Ghost key={key} height="5rem" />
      ))}
    </div>
  );
}
