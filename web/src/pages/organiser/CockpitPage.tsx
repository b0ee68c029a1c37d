import { useEffect, useRef, useState } from 'react';
import { closeSale, event as loadEvent } from '../../api/calls';
import { ask } from '../../api/http';
import type { EventDetail } from '../../api/types';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { usePayWays } from '../../app/payWays';
import { to } from '../../app/routes';
import { loadPlan } from '../../map';
import type { Plan, PlanDocument } from '../../map';
import { Icon } from '../../parts/Icon';
import { Dialog, Ghost, Sorry } from '../../parts/parts';
import { sandboxOf } from '../../words/paying';
import { placeWords } from '../../words/place';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';
import { count } from '../../words/seats';
import { availability, saleState } from '../../words/sale';
import { clock, day, relative } from '../../words/when';
import { Unshown } from '../Unshown';
import { zonesOf } from '../seats/holding';
import { LiveSign } from '../seats/LiveSign';
import { useSeatMap } from '../seats/useSeatMap';
import '../seats/seats.css';
import { Bookings } from './Bookings';
import { CrowdSwitch } from './CrowdSwitch';
import { Figures } from './Figures';
import { Gate } from './Gate';
import './organiser.css';
import { SalesChart } from './SalesChart';
import { standingOnMap } from './standing';
import type { Sample } from './SalesChart';

/** One event while it sells: the house, the figures, the buttons that matter. */
export function CockpitPage({ id }: { id: string }) {
  const event = useLoaded(`event ${id}`, () => loadEvent(id));
  const plan = useLoaded(`plan ${id}`, async (signal) => loadPlan(await ask<PlanDocument>(`/events/${encodeURIComponent(id)}/plan`, { signal })));
  useTitle(event.value ? `${event.value.name}, cockpit` : 'Cockpit');
  const problem = event.problem ?? plan.problem;
  const again = () => [event, plan].forEach((each) => each.again());
  return (
    <Gate>
      {event.value && plan.value ? (
        <Cockpit event={event.value} plan={plan.value} reload={event.again} />
      ) : problem ? (
        <Unshown what="This event" problem={problem} again={again} onward={['Your events', to.organiser()]} />
      ) : (
        <div className="page stack" aria-busy="true">
          <Shape />
        </div>
      )}
    </Gate>
  );
}

const SAMPLE_MILLIS = 1000;
const SAMPLES_KEPT = 900;

function Cockpit({ event, plan, reload }: { event: EventDetail; plan: Plan; reload: () => void }) {
  const prices = zonesOf(event, plan).map((zone) => zone?.total ?? null);
  const { host, state } = useSeatMap(event, plan, prices, false);
  const { map } = state;
  const [samples, setSamples] = useState<Sample[]>([]);
  const standing = map && state.live === 'live' ? standingOnMap(map, event) : null;
  const latest = useRef(standing);
  latest.current = standing;
  useEffect(() => {
    const timer = setInterval(() => {
      const now = latest.current;
      if (now) setSamples((before) => [...before.slice(-SAMPLES_KEPT), { at: Date.now(), sold: now.sold, held: now.held, free: now.free }]);
    }, SAMPLE_MILLIS);
    return () => clearInterval(timer);
  }, []);
  // Simulated fans pay with play money alone.
  const canPlay = sandboxOf(usePayWays());
  const left = availability(event);
  const zone = event.venue.timeZone;
  return (
    <div className="page cockpit">
      <header className="cockpit-head">
        <div>
          <Link className="small" href={to.organiser()}>
            My events
          </Link>
          <h1>{event.name}</h1>
          <p className="soft">
            {day(event.startsAt, zone)}, {clock(event.startsAt, zone)} ({relative(event.startsAt, zone)}) · {placeWords(event.venue)}
          </p>
        </div>
        <div className="row">
          <span className={`badge ${left.tone}`}>{left.words}</span>
          <Link className="button" href={to.event(event.id)}>
            As fans see it
          </Link>
          <Stop event={event} sold={standing?.sold ?? 0} held={standing?.held ?? 0} onDone={reload} />
        </div>
      </header>
      <Figures standing={standing} />
      <div className="cockpit-body">
        <section className="card cockpit-house" aria-labelledby="live-house">
          <div className="row apart cockpit-title">
            <h2 id="live-house">The seats right now</h2>
            <LiveSign live={state.live} />
          </div>
          <div className="cockpit-map" ref={host} />
        </section>
        <div className="stack">
          {canPlay && <CrowdSwitch eventId={event.id} />}
          <SalesChart samples={samples} />
        </div>
      </div>
      <Bookings eventId={event.id} />
    </div>
  );
}

interface StopProps {
  event: EventDetail;
  sold: number;
  held: number;
  onDone: () => void;
}

function Stop({ event, sold, held, onDone }: StopProps) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  const state = saleState(event);
  if (state === 'past' || state === 'cancelled') return null;
  const close = async (closesAt: string | null) => {
    setBusy(true);
    setProblem(null);
    try {
      await closeSale(event.id, closesAt);
      setOpen(false);
      onDone();
    } catch (failure) {
      setProblem(said(failure));
    } finally {
      setBusy(false);
    }
  };
  if (state === 'closed') {
    return (
      <>
        <button type="button" className="button" disabled={busy} onClick={() => void close(null)}>
          <Icon name="undo" />
          Open the sale again
        </button>
        {problem && <Sorry words={problem} />}
      </>
    );
  }
  return (
    <>
      <button type="button" className="button danger" onClick={() => setOpen(true)}>
        <Icon name="stop" />
        Stop the sale
      </button>
      <Dialog title={`Stop the sale of ${event.name}?`} open={open} onClose={() => setOpen(false)}>
        <ul className="stop-list">
          <li>From that moment on, nobody can hold a seat.</li>
          <li>
            {held > 0 ? `${count(held, 'seat is', 'seats are')} held just now: whoever is paying can finish, the rest go back.` : 'No seats are held right now.'}
          </li>
          <li>{sold > 0 ? `The ${count(sold, 'sold seat')} and their tickets stay valid.` : 'No seats have been sold so far.'}</li>
          <li>You can open the sale again here, as long as the event has not started.</li>
        </ul>
        {problem && <Sorry words={problem} />}
        <div className="row">
          <button type="button" className="button danger" disabled={busy} onClick={() => void close(new Date().toISOString())}>
            Stop the sale
          </button>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            Keep selling
          </button>
        </div>
      </Dialog>
    </>
  );
}

function Shape() {
  return (
    <>
      <Ghost width="40%" height="2.4rem" />
      <Ghost height="5rem" />
      <Ghost height="24rem" />
    </>
  );
}
