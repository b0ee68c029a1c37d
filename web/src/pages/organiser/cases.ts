import type { MoneyAct, MoneyCase } from '../../api/types';

/** What has happened, in words for whoever must decide. */
export const KIND_WORDS: Record<string, string> = {
  'refund-refused': 'The provider refused the refund',
  'refund-too-large': 'More would have been refunded than was paid',
  'second-guard': 'Paid and sold, but a seat has another ticket',
  'amount-differs': 'A different amount was taken than was asked for',
  'provider-silent': 'The provider has not said how the payment ended',
  'paid-for-nothing': 'Money without a booking',
  'seats-not-returned': 'The seats did not come back',
};

/** What the buyer has and has not, as long as nobody decides. */
export const KIND_MEANS: Record<string, string> = {
  'refund-refused': 'The booking is cancelled and its tickets are no longer valid. The buyer is still waiting for the money.',
  'refund-too-large': 'Nothing was sent to the provider. Check there what has already been refunded.',
  'second-guard': 'The buyer has paid and has no tickets. The event’s sale is stopped until you resume it.',
  'amount-differs': 'The payment does not count as paid. Check with the provider what was really taken.',
  'provider-silent': 'We asked for a week, and will not ask again unless you do.',
  'paid-for-nothing': 'There is no booking for this money. Refund it on the provider’s own page.',
  'seats-not-returned': 'The money goes back, but the ledger still counts the seats as sold.',
};

interface ActWords {
  button: string;
  title: string;
  means: string;
  note: string;
  danger: boolean;
}

export const ACT_WORDS: Record<MoneyAct, ActWords> = {
  'retry-refund': {
    button: 'Try the refund again',
    title: 'Try the refund again?',
    means: 'We ask the provider once more. If it refunds the money, the buyer gets an e-mail and the booking is refunded; if it refuses, the case returns to this list.',
    note: '',
    danger: false,
  },
  'mark-refunded': {
    button: 'I refunded it by hand',
    title: 'Was the money refunded another way?',
    means: 'The booking becomes refunded and the buyer gets an e-mail saying so. This does not move any money. It cannot be undone.',
    note: 'How it went back, for example the number of the bank transfer',
    danger: true,
  },
  finish: {
    button: 'Finish the booking',
    title: 'Finish the booking?',
    means: 'Its tickets are issued and mailed to the buyer. If a seat still has another valid ticket, the case returns to this list.',
    note: '',
    danger: false,
  },
  'give-back': {
    button: 'End it and refund the money',
    title: 'End the booking and refund the money?',
    means: 'The seats go back on sale at once, and the buyer gets a full refund and an e-mail. This cannot be undone.',
    note: '',
    danger: true,
  },
  'look-again': {
    button: 'Ask the provider again',
    title: 'Ask the provider again?',
    means: 'Its answer decides: the booking continues, or the money is refunded. If nothing has changed, the case returns to this list.',
    note: '',
    danger: false,
  },
  close: {
    button: 'It is settled',
    title: 'Take this off the list?',
    means: 'This moves nothing and tells nobody. Only do it once the buyer has received what is theirs. It cannot be undone.',
    note: 'What was done, and where',
    danger: true,
  },
};

export const wordsOf = (about: MoneyCase): string => KIND_WORDS[about.kind] ?? about.kind;
