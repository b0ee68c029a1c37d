import { useEffect, useState } from 'react';
import { book, booking as askBooking, newKey } from '../../api/calls';
import { Problem } from '../../api/problem';
import type { Booking } from '../../api/types';
import { dropHeld, keepHeld, rememberBooking } from '../../app/heldSeats';
import type { HeldSeats } from '../../app/heldSeats';
import { navigate } from '../../app/navigation';
import { to } from '../../app/routes';
import type { Person } from './Buyer';
import type { CardToken } from './cards';

export type PaymentState =
  | { step: 'idle' }
  | { step: 'asking' }
  | { step: 'waiting'; booking: Booking | null; since: number }
  | { step: 'refused' }
  | { step: 'failed'; problem: unknown };

export interface Payment {
  state: PaymentState;
  card: CardToken;
  choose: (card: CardToken) => void;
  pay: (who: Person) => Promise<void>;
}

const ASK_AGAIN_MILLIS = 1000;
const CARD_KEY = 'cavea.card';

/**
 * One payment for a hold. The attempt's key is kept before the request leaves: whatever happens to the page or the network, trying again is
 * the same attempt and charges once. A refused card ends the attempt and keeps the hold.
 */
export function usePayment(held: HeldSeats): Payment {
  const underWay = held.attempt?.bookingId ?? null;
  const [state, setState] = useState<PaymentState>(() => (underWay ? { step: 'waiting', booking: null, since: Date.now() } : { step: 'idle' }));
  const [card, setCard] = useState<CardToken>(() => (sessionStorage.getItem(CARD_KEY) as CardToken | null) ?? 'tok_ok');
  const settle = (booking: Booking) => setState((before) => next(booking, held, before));
  useEffect(() => {
    if (state.step !== 'waiting') return;
    const timer = setInterval(() => {
      const id = state.booking?.id ?? underWay;
      if (id) askBooking(id).then(settle, () => undefined);
    }, ASK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [state.step]);
  return {
    state,
    card,
    choose(token) {
      sessionStorage.setItem(CARD_KEY, token);
      // Another card is another attempt, not a retry of the last.
      keepHeld({ ...held, attempt: null });
      setCard(token);
    },
    async pay(who) {
      if (state.step === 'asking') return;
      const key = held.attempt?.key ?? newKey();
      keepHeld({ ...held, attempt: { key, bookingId: null } });
      setState({ step: 'asking' });
      try {
        settle(await book(held.holdId, who, held.total.amountMinor === 0 ? null : { method: 'sandbox', token: card }, key));
      } catch (problem) {
        // Without an answer the attempt may have arrived: its key is kept. With one it is over.
        if (!(problem instanceof Problem) || (problem.status > 0 && problem.status < 500)) keepHeld({ ...held, attempt: null });
        if (problem instanceof Problem && problem.slug === 'hold-gone') keepHeld({ ...held, attempt: null, expiresAt: new Date(0).toISOString() });
        setState({ step: 'failed', problem });
      }
    },
  };
}

function next(booking: Booking, held: HeldSeats, before: PaymentState): PaymentState {
  switch (booking.status) {
    case 'confirmed':
      rememberBooking(held.holdId, booking.id);
      dropHeld(held.holdId);
      navigate(to.booking(booking.id), 'replace');
      return { step: 'idle' };
    case 'pending_payment':
      keepHeld({ ...held, attempt: { key: held.attempt?.key ?? newKey(), bookingId: booking.id } });
      return { step: 'waiting', booking, since: before.step === 'waiting' ? before.since : Date.now() };
    case 'payment_failed':
      keepHeld({ ...held, attempt: null });
      return { step: 'refused' };
    case 'expired':
    case 'cancelled':
    case 'refunded':
    case 'partially_refunded':
      rememberBooking(held.holdId, booking.id);
      dropHeld(held.holdId);
      navigate(to.booking(booking.id), 'replace');
      return { step: 'idle' };
  }
}
