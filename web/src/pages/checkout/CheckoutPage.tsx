import { useEffect, useRef, useState } from 'react';
import { extendHold, releaseHold } from '../../api/calls';
import { useArrival } from '../../app/arrival';
import { bookingOf, giveUp, keepHeld, timeLeft, useAllHeld } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';
import { useNow } from '../../app/clock';
import { useLoaded } from '../../app/loading';
import { Link, navigate, useQuery, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Icon } from '../../parts/Icon';
import { Empty, Ghost, Notice, Sorry } from '../../parts/parts';
import { GIVEN_BACK, TIME_OVER, said } from '../../words/problems';
import type { Said } from '../../words/problems';
import { count } from '../../words/seats';
import { clock, longDay } from '../../words/when';
import { Buyer, useBuyer } from './Buyer';
import './checkout.css';
import { Clock } from './Clock';
import { Lines } from './Lines';
import { Pay } from './Pay';
import { usePayment } from './payment';
import type { PaymentState } from './payment';
import { recall } from './recall';
import { Waiting } from './Waiting';

export function CheckoutPage({ holdId }: { holdId: string }) {
  useTitle('Pay');
  const held = useAllHeld().find((each) => each.holdId === holdId);
  const became = bookingOf(holdId);
  useEffect(() => {
    if (became) navigate(to.booking(became), 'replace');
  }, [became]);
  if (became) return null;
  return held ? <Checkout held={held} /> : <Recall holdId={holdId} />;
}

/** This browser does not remember the hold, from a link or after its memory was cleared: the server does, as long as it lasts. */
function Recall({ holdId }: { holdId: string }) {
  const found = useLoaded(`hold ${holdId}`, () => recall(holdId));
  useEffect(() => {
    if (found.state === 'ready') keepHeld(found.value);
  }, [found.state]);
  if (found.state === 'failed') return <Gone />;
  return (
    <div className="page narrow stack" aria-busy="true">
      <Ghost width="60%" height="2.4rem" />
      <Ghost height="3rem" />
      <Ghost height="16rem" />
    </div>
  );
}

function Gone() {
  const [query] = useQuery();
  const event = query.get('event');
  return (
    <div className="page narrow">
      <Empty icon="clock" isPage title="These seats are no longer held">
        <p>Their time ran out, or you chose them in another browser. Nothing was charged. The same seats may still be free.</p>
        <Link className="button main" href={event ? to.seats(event) : to.find()}>
          {event ? 'Choose seats again' : 'Find an event'}
        </Link>
      </Empty>
    </div>
  );
}

function Checkout({ held }: { held: HeldSeats }) {
  const now = useNow();
  const buyer = useBuyer();
  const payment = usePayment(held);
  const left = timeLeft(held, now);
  const isArriving = useArrival();
  const places = held.area ? held.area.quantity : held.seats.length;
  // While the provider decides the server keeps the seats beyond their time.
  if (payment.state.step === 'waiting') return <Waiting held={held} payment={payment} />;
  if (left <= 0 && payment.state.step !== 'asking') return <TimeOver held={held} />;
  return (
    <div className={`page checkout ${isArriving ? 'arriving' : ''}`}>
      <header className="checkout-head stack">
        <h1>{held.total.amountMinor === 0 ? 'Book' : 'Pay for'} your {places === 1 ? (held.area ? 'place' : 'seat') : held.area ? 'places' : 'seats'}</h1>
        <TimeLeft held={held} left={left} />
      </header>
      <div className="checkout-main stack loose">
        <form
          className="stack loose"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const who = buyer.check();
            if (who) void payment.pay(who);
          }}
        >
          <Buyer buyer={buyer} next={location.pathname + location.search} />
          <Pay payment={payment} total={held.total}>
            <Outcome state={payment.state} places={places} stillHeld={left > 0} />
          </Pay>
        </form>
        <Release held={held} />
      </div>
      <aside className="checkout-what" aria-label="What you buy">
        <What held={held} />
      </aside>
    </div>
  );
}

/** What became of the last try, where the reader has pressed: in sight, and next for the keyboard and the screen reader. */
function Outcome({ state, places, stillHeld }: { state: PaymentState; places: number; stillHeld: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const isOver = state.step === 'refused' || state.step === 'failed';
  useEffect(() => {
    if (!isOver) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [isOver]);
  if (!isOver) return null;
  return (
    <div ref={box} tabIndex={-1} className="outcome">
      {state.step === 'refused' ? (
        <Notice tone="warn" title={`Your ${count(places, 'seat')} ${places === 1 ? 'is' : 'are'} still held for you. The card was refused.`}>
          Nothing was charged. Try another card.
        </Notice>
      ) : (
        <Sorry words={said(state.problem, { held: stillHeld ? places : 0 })} />
      )}
    </div>
  );
}

function What({ held }: { held: HeldSeats }) {
  return (
    <div className="stack">
      <div>
        <h2>{held.eventName}</h2>
        <p className="soft small">
          {longDay(held.startsAt, held.timeZone)}, {clock(held.startsAt, held.timeZone)}
          <br />
          {held.venue}
        </p>
      </div>
      <Lines held={held} />
    </div>
  );
}

function TimeLeft({ held, left }: { held: HeldSeats; left: number }) {
  const [problem, setProblem] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const extend = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const longer = await extendHold(held.holdId);
      keepHeld({ ...held, expiresAt: longer?.expiresAt ?? held.expiresAt, extended: true });
    } catch (failure) {
      setProblem(said(failure, { held: held.seats.length }));
      keepHeld({ ...held, extended: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Clock left={left} canExtend={!held.extended} busy={busy} onExtend={() => void extend()} />
      {problem && (
        <Notice tone="warn" title={problem.title}>
          {problem.advice}
        </Notice>
      )}
    </>
  );
}

function Release({ held }: { held: HeldSeats }) {
  const [problem, setProblem] = useState<Said | null>(null);
  const release = async () => {
    try {
      await releaseHold(held.holdId);
    } catch (failure) {
      const words = said(failure, { held: held.seats.length });
      if (navigator.onLine === false) {
        setProblem(words);
        return;
      }
    }
    giveUp(held);
    navigate(to.seats(held.eventId), 'replace');
  };
  return (
    <>
      <button type="button" className="button plain give-back" onClick={() => void release()}>
        <Icon name="undo" />
        Release these seats
      </button>
      {problem && <Sorry words={problem} />}
    </>
  );
}

function TimeOver({ held }: { held: HeldSeats }) {
  const { title, advice } = held.givenBack ? GIVEN_BACK : TIME_OVER;
  return (
    <div className="page narrow">
      <Empty icon="clock" isPage title={title}>
        <p>{advice}</p>
        <Link className="button main" href={to.seats(held.eventId)}>
          Look for them
        </Link>
      </Empty>
    </div>
  );
}
