import type { Zone } from '../../api/types';
import type { HeldSeats } from '../../app/heldSeats';
import { BLOCKED, FREE, HELD, SOLD } from '../../map';
import type { SeatCard } from '../../map';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import type { SeatMapState } from './useSeatMap';

interface SeatViewProps {
  card: SeatCard;
  zone: Zone | null;
  state: SeatMapState;
  canBuy: boolean;
  held: HeldSeats | null;
}

/** One seat, as it would be told at a box office. */
export function SeatView({ card, zone, state, canBuy, held }: SeatViewProps) {
  return (
    <section className={`seat-card hue-${card.zone % 8}`} aria-label={card.name}>
      <header>
        <div>
          <p className="small soft">{card.section}</p>
          <h2>
            Row {card.row}, seat {card.number}
          </h2>
        </div>
        <button type="button" className="button plain icon-only" aria-label="Close" onClick={state.closeCard}>
          <Icon name="close" />
        </button>
      </header>
      <p className="row">
        <span className="dot" />
        <span>{card.zoneName}</span>
        {zone && <span className="price">{money(zone.total)}</span>}
        {zone && zone.fee.amountMinor > 0 && <span className="small soft">incl. {money(zone.fee)} fees</span>}
      </p>
      <ul className="seat-facts">
        <View quality={card.quality} />
        {card.isAtAisle && <li>On the aisle</li>}
        {card.isWheelchair && (
          <li>
            <Icon name="wheelchair" />
            Wheelchair place
          </li>
        )}
        {card.isCompanion && <li>Companion seat, next to a wheelchair place</li>}
      </ul>
      <Standing card={card} state={state} canBuy={canBuy} held={held} />
    </section>
  );
}

function View({ quality }: { quality: number }) {
  if (quality <= 0) return null;
  const words = quality >= 850 ? 'Excellent view' : quality >= 650 ? 'Very good view' : quality >= 450 ? 'Good view' : 'View from a distance or from the side';
  const bars = Math.max(1, Math.round(quality / 200));
  return (
    <li>
      <span className="bars" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((bar) => (
          <span key={bar} className={bar <= bars ? 'on' : ''} />
        ))}
      </span>
      {words}
    </li>
  );
}

function Standing({ card, state, canBuy, held }: Omit<SeatViewProps, 'zone'>) {
  const { map } = state;
  if (!map) return null;
  switch (card.ownership) {
    case 'mine':
      return <p className="badge accent">Held for you</p>;
    case 'pending':
      return <p className="badge accent">Being held for you</p>;
    case 'picked':
      return (
        <button type="button" className="button wide" onClick={() => map.togglePick(card.seat)}>
          Leave this seat
        </button>
      );
    case 'none':
      break;
  }
  switch (card.state) {
    case FREE:
      if (held) return <p className="small soft">You already hold seats. Choose “Change my seats” to pick others.</p>;
      if (state.limitWords) return <p className="small soft">{state.limitWords}</p>;
      if (!canBuy || !card.price) return <p className="small soft">Not on sale right now.</p>;
      return (
        <button type="button" className="button main wide" onClick={() => map.togglePick(card.seat)}>
          Take this seat
        </button>
      );
    case HELD:
      return <p className="small soft">Someone else is holding it. It may be free again within minutes.</p>;
    case SOLD:
      return <p className="small soft">Sold.</p>;
    case BLOCKED:
      return <p className="small soft">Not for sale.</p>;
  }
}
