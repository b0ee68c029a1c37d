import type { SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { count, list } from '../../words/seats';
import type { SeatMapState } from './useSeatMap';

/** A seat that I was about to take went to somebody else: says so kindly, and offers the nearest like it. */
export function Taken({ map, state, others }: { map: SeatMap; state: SeatMapState; others: number }) {
  const names = state.taken.map(({ card }) => `${card.section}, row ${card.row} ${card.number}`);
  const offers = [...new Set(state.taken.map(({ nearest }) => nearest))].filter((seat) => seat >= 0 && map.model.isPickable(seat)).map((seat) => map.card(seat));
  return (
    <div className="notice warn" role="alert">
      <Icon name="info" />
      <div>
        <strong>
          {list(names)} {names.length === 1 ? 'was' : 'were'} taken a moment ago.
        </strong>
        {others > 0 ? others === 1 ? 'Your other seat is still chosen.' : `Your other ${count(others, 'seat')} are still chosen.` : 'Nothing was charged.'}
        {offers.length > 0 && ' The nearest like it is free:'}
        <div className="row">
          {offers.map((card) => (
            <button
              key={card.seat}
              type="button"
              className="button"
              onClick={() => {
                if (map.togglePick(card.seat)) map.flyTo([card.seat]);
                state.clearTaken();
              }}
            >
              Take row {card.row} {card.number}
            </button>
          ))}
          <button type="button" className="button plain" onClick={state.clearTaken}>
            Understood
          </button>
        </div>
      </div>
    </div>
  );
}
