import type { ReactNode } from 'react';
import type { Money } from '../../api/types';
import { usePayWays } from '../../app/payWays';
import { Icon } from '../../parts/Icon';
import { Ghost, Notice } from '../../parts/parts';
import { money } from '../../words/money';
import { cannotPay, sandboxOf } from '../../words/paying';
import { CARDS } from './cards';
import type { Payment } from './payment';

/** `children` stand right before the button. */
export function Pay({ payment, total, children }: { payment: Payment; total: Money; children?: ReactNode }) {
  const busy = payment.state.step === 'asking';
  const ways = usePayWays();
  if (total.amountMinor === 0) {
    return (
      <div className="stack">
        {children}
        <button type="submit" className="button main wide pay-button" aria-disabled={busy}>
          <Icon name="ticket" />
          {busy ? 'Booking…' : 'Get the tickets: nothing to pay'}
        </button>
      </div>
    );
  }
  const not = cannotPay(ways);
  if (not) {
    return (
      <Notice tone="warn" title={not.title}>
        {not.advice}
      </Notice>
    );
  }
  const way = sandboxOf(ways);
  if (!way) return <Ghost height="16rem" />;
  return (
    <fieldset className="stack">
      <legend>
        <h2>How you pay</h2>
      </legend>
      <p className="soft">
        <span className="badge warn">Sandbox</span> No money moves. Choose a card by what it should do.
      </p>
      <div className="cards-pay">
        {CARDS.map((card) => (
          <label key={card.token} className="pay-card">
            <input type="radio" name="card" value={card.token} checked={payment.card === card.token} onChange={() => payment.choose(card.token)} />
            <span>
              <strong>{card.words}</strong>
              <span className="small soft">{card.does}</span>
            </span>
            <code className="small faint">{card.token}</code>
          </label>
        ))}
      </div>
      {children}
      <button type="submit" className="button main wide pay-button" aria-disabled={busy}>
        <Icon name="card" />
        {busy ? 'Paying…' : `Pay ${money(total)}`}
      </button>
    </fieldset>
  );
}
