import type { HeldSeats } from '../../app/heldSeats';
import { useNow } from '../../app/clock';
import { Icon } from '../../parts/Icon';
import { count } from '../../words/seats';
import { Lines } from './Lines';
import type { Payment } from './payment';

const SLOW_AFTER_MILLIS = 6000;

/** The provider has not said yes or no. The seats cannot go to anyone else meanwhile. */
export function Waiting({ held, payment }: { held: HeldSeats; payment: Payment }) {
  const now = useNow();
  if (payment.state.step !== 'waiting') return null;
  const { booking, since } = payment.state;
  const action = booking?.paymentAction?.url;
  const places = held.area ? held.area.quantity : held.seats.length;
  const yours = `Your ${count(places, held.area ? 'place' : 'seat')} ${places === 1 ? 'is' : 'are'} held for you`;
  return (
    <div className="page narrow stack loose">
      <header className="stack">
        <h1>{action ? 'Confirm with your bank' : 'Paying'}</h1>
        <div role="status" className="stack tight">
          <p>{yours} while the payment is decided, for ten minutes at most.</p>
          {!action && now - since > SLOW_AFTER_MILLIS && (
            <p className="soft">Your bank is slow to answer. You may leave this page: the tickets will be in My tickets.</p>
          )}
        </div>
      </header>
      {action ? (
        <a className="button main wide" href={action}>
          Confirm the payment (sandbox)
          <Icon name="on" />
        </a>
      ) : (
        <div className="progress" aria-hidden="true">
          <span />
        </div>
      )}
      <div className="card padded">
        <Lines held={held} />
      </div>
    </div>
  );
}
