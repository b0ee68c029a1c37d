import type { SeatCard, SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import { count, list, numbersInWords, rowsInWords } from '../../words/seats';
import { sum } from './holding';
import type { SeatMapState } from './useSeatMap';

interface LossProps {
  map: SeatMap;
  state: SeatMapState;
  lost: readonly SeatCard[];
  /** How many seats are still chosen. */
  others: number;
}

/** Seats that I was about to take went to somebody else: says so kindly, and offers the party the nearest like them. */
export function Loss({ map, state, lost, others }: LossProps) {
  const { together, singles } = map.insteadOf(lost.map(({ seat }) => seat));
  const take = (seats: readonly number[], isWhole: boolean) => {
    if (isWhole) map.setPicks(seats);
    else for (const seat of seats) map.togglePick(seat);
    map.reveal(seats);
    state.clearLost();
  };
  return (
    <div className="notice warn" role="alert">
      <Icon name="info" />
      <div>
        <strong>
          {list(rowsInWords(lost.map(({ id, section, row, number }) => ({ id, section, row, number }))))} {lost.length === 1 ? 'was' : 'were'} taken a moment ago.
        </strong>
        {others > 0 ? (others === 1 ? 'Your other seat is still chosen.' : `Your other ${count(others, 'seat')} are still chosen.`) : 'Nothing was charged.'}
        {together.length > 0 && ` ${count(together.length, 'seat')} together near by are free:`}
        {together.length === 0 && singles.length > 0 && ' The nearest like it is free:'}
        <div className="row">
          {together.length > 0 && <Take map={map} seats={together} isMain onTake={() => take(together, true)} />}
          {singles.length > 0 && <Take map={map} seats={singles} isMain={together.length === 0} onTake={() => take(singles, false)} />}
          <button type="button" className="button plain" onClick={state.clearLost}>
            OK
          </button>
        </div>
      </div>
    </div>
  );
}

function Take({ map, seats, isMain, onTake }: { map: SeatMap; seats: readonly number[]; isMain: boolean; onTake: () => void }) {
  const cards = seats.map((seat) => map.card(seat));
  const total = sum(cards);
  return (
    <button type="button" className={`button ${isMain ? 'main' : ''}`} onClick={onTake}>
      Take {placesOf(cards)}
      {total && <span className="num">{money(total)}</span>}
    </button>
  );
}

/** `row B 4–6`; with more than one row, each. */
function placesOf(cards: readonly SeatCard[]): string {
  const rows = new Map<string, string[]>();
  for (const { row, number } of cards) rows.set(row, [...(rows.get(row) ?? []), number]);
  return list([...rows].map(([row, numbers]) => `row ${row} ${numbersInWords(numbers)}`));
}
