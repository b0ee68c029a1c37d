import type { MoneyAct, MoneyCase } from '../../api/types';

/** What has happened, in words for whoever must decide. */
export const KIND_WORDS: Record<string, string> = {
  'refund-refused': 'The provider refuses the refund',
  'refund-too-large': 'More would have gone back than was paid',
  'second-guard': 'Paid and sold, but a seat has another ticket',
  'amount-differs': 'Another amount was taken than was asked for',
  'provider-silent': 'The provider does not say how the payment ended',
  'paid-for-nothing': 'Money without a booking',
  'seats-not-returned': 'The seats did not come back',
};

/** What the buyer has and has not, as long as nobody decides. */
export const KIND_MEANS: Record<string, string> = {
  'refund-refused': 'The booking is cancelled and its tickets are not valid any more. The buyer still waits for the money.',
  'refund-too-large': 'Nothing was sent to the provider. Look there what has already gone back.',
  'second-guard': 'The buyer has paid and has no tickets. The sale of the event stands still until you let it go on.',
  'amount-differs': 'The payment does not count as paid. Look at the provider what was really taken.',
  'provider-silent': 'It was asked for a week. Nobody asks any more unless you do.',
  'paid-for-nothing': 'There is no booking that this money is for. Give it back on the provider’s own page.',
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
    means: 'The provider is asked once more. If it gives the money back, the buyer gets a mail and the booking is refunded; if it refuses, the case comes back to this list.',
    note: '',
    danger: false,
  },
  'mark-refunded': {
    button: 'I gave it back by hand',
    title: 'Was the money given back another way?',
    means: 'The booking becomes refunded and the buyer gets a mail that says so. No money is moved by this. It cannot be undone.',
    note: 'How it went back, for example the number of the bank transfer',
    danger: true,
  },
  finish: {
    button: 'Finish the booking',
    title: 'Finish the booking?',
    means: 'Its tickets are made and mailed to the buyer. If a seat still has another ticket in force, the case comes back to this list.',
    note: '',
    danger: false,
  },
  'give-back': {
    button: 'End it and give the money back',
    title: 'End the booking and give the money back?',
    means: 'The seats go back on sale at once, the buyer gets all the money back and a mail. This cannot be undone.',
    note: '',
    danger: true,
  },
  'look-again': {
    button: 'Ask the provider again',
    title: 'Ask the provider again?',
    means: 'What it says now is taken: the booking goes on, or its money goes back. If nothing has changed, the case comes back to this list.',
    note: '',
    danger: false,
  },
  close: {
    button: 'It is settled',
    title: 'Take this off the list?',
    means: 'Nothing is moved and nobody is told. Only do it once the buyer has got what is theirs. It cannot be undone.',
    note: 'What was done, and where',
    danger: true,
  },
};

export const wordsOf = (about: MoneyCase): string => KIND_WORDS[about.kind] ?? about.kind;
