import { dropHeld } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';
import { Icon } from '../../parts/Icon';
import { GIVEN_BACK, TIME_OVER } from '../../words/problems';
import { list, rowsInWords } from '../../words/seats';
import type { Holding } from './holding';

/** Seats whose time is over or that were given back: the words of the checkout, and a way to have them again. */
export function Lapsed({ held, holding, canBuy }: { held: HeldSeats; holding: Holding; canBuy: boolean }) {
  const places = held.area ? `${held.area.quantity} × ${held.area.name}` : list(rowsInWords(held.seats));
  const { title, advice } = held.givenBack ? GIVEN_BACK : TIME_OVER;
  return (
    <section className="stack tight notice lapsed" role="alert" aria-labelledby="lapsed">
      <Icon name="clock" />
      <div>
        <h2 id="lapsed">{title}</h2>
        <p>{advice}</p>
        <p className="small soft">{places}</p>
        <div className="row">
          {canBuy && (
            <button type="button" className="button main" aria-disabled={holding.busy} onClick={() => void holding.holdAgain(held)}>
              {holding.busy ? 'Holding…' : 'Hold them again'}
            </button>
          )}
          <button type="button" className="button plain" onClick={() => dropHeld(held.holdId)}>
            OK
          </button>
        </div>
      </div>
    </section>
  );
}
