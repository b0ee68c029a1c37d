import { event as loadEvent } from '../../api/calls';
import { ask } from '../../api/http';
import type { EventDetail } from '../../api/types';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { loadPlan } from '../../map';
import type { Plan, PlanDocument } from '../../map';
import { Icon } from '../../parts/Icon';
import { Ghost } from '../../parts/parts';
import { clock, day } from '../../words/when';
import { Unshown } from '../Unshown';
import { House } from './House';
import './seats.css';

/** The house and everything about choosing in it. */
export function SeatsPage({ id }: { id: string }) {
  const event = useLoaded(`event ${id}`, () => loadEvent(id));
  const plan = useLoaded(`plan ${id}`, (signal) => readPlan(id, signal));
  useTitle(event.value ? `Seats for ${event.value.name}` : 'Choose your seats');
  const problem = event.problem ?? plan.problem;
  const failed = (event.state === 'failed' && !event.value) || (plan.state === 'failed' && !plan.value);
  if (failed) {
    const again = () => [event, plan].forEach((each) => each.again());
    return <Unshown what="This event" problem={problem} again={again} onward={['Find an event', to.find()]} />;
  }
  return (
    <div className="seats-page">
      <SeatsHead id={id} event={event.value} />
      {event.value && plan.value ? (
        <House event={event.value} plan={plan.value} />
      ) : (
        <Shape />
      )}
    </div>
  );
}

async function readPlan(id: string, signal: AbortSignal): Promise<Plan> {
  return loadPlan(await ask<PlanDocument>(`/events/${encodeURIComponent(id)}/plan`, { signal }));
}

function SeatsHead({ id, event }: { id: string; event: EventDetail | null }) {
  return (
    <header className="seats-head">
      <Link href={to.event(id)} className="button plain icon-only" aria-label="Back to the event">
        <Icon name="back" />
      </Link>
      <div>
        <h1>{event ? event.name : <Ghost width="12rem" height="1.2em" />}</h1>
        {event && (
          <p className="small soft">
            {day(event.startsAt, event.venue.timeZone)}, {clock(event.startsAt, event.venue.timeZone)} · {event.venue.name}
          </p>
        )}
      </div>
    </header>
  );
}

function Shape() {
  return (
    <div className="house" aria-busy="true">
      <div className="house-view">
        <Ghost height="100%" />
      </div>
      <div className="drawer">
        <div className="drawer-inside">
          <Ghost width="60%" height="1.4em" />
          <Ghost height="3rem" />
          <Ghost height="8rem" />
        </div>
      </div>
    </div>
  );
}
