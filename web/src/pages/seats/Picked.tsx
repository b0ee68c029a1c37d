import type { SeatCard, SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import { count } from '../../words/seats';
import { sum } from './holding';

interface PickedProps {
  picked: SeatCard[];
  map: SeatMap;
  busy: boolean;
  onGoOn: () => void;
}

export function Picked({ picked, map, busy, onGoOn }: PickedProps) {
  const total = sum(picked);
  const orphans = picked.length > 0 ? map.model.orphans() : [];
  return (
    <section className="stack tight" aria-labelledby="picked">
      <h2 id="picked">Your seats</h2>
      {picked.length === 0 ? (
        <p className="soft">Tap the seats you want, or let us find the best ones together.</p>
      ) : (
        <>
          <ul className="picked">
            {picked.map((card) => (
              <li key={card.seat} className={`hue-${card.zone % 8}`}>
                <span className="dot" />
                <button type="button" className="picked-name" onClick={() => map.flyTo([card.seat])}>
                  <span className="small soft">{card.section}</span>
                  Row {card.row}, seat {card.number}
                </button>
                <span className="num strong">{card.price ? money(card.price) : ''}</span>
                <button type="button" className="button plain icon-only" aria-label={`Remove row ${card.row}, seat ${card.number}`} onClick={() => map.togglePick(card.seat)}>
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
          {orphans.length > 0 && <p className="small soft">One seat next to yours would be left on its own. Moving over by one avoids that.</p>}
          <p className="row apart">
            <span>Total, incl. all fees</span>
            <strong className="price">{total ? money(total) : ''}</strong>
          </p>
          <button type="button" className="button main wide go-on" aria-disabled={busy} onClick={onGoOn}>
            {busy ? 'Holding your seats…' : `Hold ${count(picked.length, 'seat')} and continue`}
          </button>
        </>
      )}
    </section>
  );
}
