/** The cards of the sandbox: each plays one thing that can happen with a real one. */
export const CARDS = [
  { token: 'tok_ok', words: 'A card that works', does: 'Pays at once.' },
  { token: 'tok_declined', words: 'A card that is refused', does: 'Nothing is charged, your seats stay held.' },
  { token: 'tok_3ds', words: 'A card that asks for confirmation', does: 'Your bank asks you to confirm.' },
  { token: 'tok_slow', words: 'A slow bank', does: 'Answers after 8 seconds.' },
  { token: 'tok_timeout', words: 'A bank that does not answer', does: 'We hear of the payment a minute later.' },
  { token: 'tok_duplicate', words: 'A bank that says it twice', does: 'You are charged once.' },
] as const;

export type CardToken = (typeof CARDS)[number]['token'];
