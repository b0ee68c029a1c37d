import { timeLeft } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';
import { useNow } from '../../app/clock';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import { count } from '../../words/seats';
import { countdown } from '../../words/when';
import { Lines } from '../checkout/Lines';

interface HeldProps {
  held: HeldSeats;
  busy: boolean;
  onPay: () => void;
  onChange: () => void;
  onRelease: () => void;
}

/** Seats that are ours for some minutes: pay, choose others, or give them back. */
export function Held({ held, busy, onPay, onChange, onRelease }: HeldProps) {
  const places = held.area?.quantity ?? held.seats.length;
  return (
    <section className="stack held-card" aria-labelledby="held">
      <div className="row apart">
        <h2 id="held">
          {count(places, held.area ? 'place' : 'seat')} held for you
        </h2>
        <TimeLeft held={held} />
      </div>
      <Lines held={held} />
      <button type="button" className="button main wide go-on" onClick={onPay}>
        Pay {money(held.total)}
      </button>
      <div className="row">
        {!held.area && (
          <button type="button" className="button" disabled={busy} onClick={onChange}>
            Change my seats
          </button>
        )}
        <button type="button" className="button plain" disabled={busy} onClick={onRelease}>
          Release them
        </button>
      </div>
    </section>
  );
}

/** Apart, so that a second that passes draws these digits alone. */
function TimeLeft({ held }: { held: HeldSeats }) {
  return (
    <span className="badge accent num">
      <Icon name="clock" />
      {countdown(timeLeft(held, useNow()))}
    </span>
  );
}
