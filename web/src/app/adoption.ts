import { adoptGuest } from '../api/calls';
import { Problem } from '../api/problem';
import { isGuest, session } from '../api/session';
import type { Session } from '../api/session';

/** Guests of this browser whose purchases the account has not been given yet: an answer may be lost, a purchase must not. */
const KEY = 'cavea.guests';

const waiting = (): string[] => JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[];

function keepWaiting(tokens: string[]): void {
  if (tokens.length > 0) localStorage.setItem(KEY, JSON.stringify(tokens));
  else localStorage.removeItem(KEY);
}

/** Before the tokens of an account take the place of a guest's. */
export function rememberGuest(guest: Session | null): void {
  if (guest?.role === 'guest') keepWaiting([...new Set([...waiting(), guest.refreshToken])]);
}

/** Nobody logged in after all. */
export function forgetGuest(guest: Session | null): void {
  keepWaiting(waiting().filter((token) => token !== guest?.refreshToken));
}

/** Gives the account that is logged in what was bought here as a guest; what gets no answer is tried again with the next page. */
export async function adoptGuests(): Promise<void> {
  if (isGuest(session())) return;
  for (const token of waiting()) {
    try {
      await adoptGuest(token);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.isPassing || problem.status === 401 || problem.status === 429) return;
    }
    keepWaiting(waiting().filter((each) => each !== token));
  }
}
