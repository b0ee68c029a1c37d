import { Problem } from '../api/problem';
import { count, list, seatOf, seatWords } from './seats';

export interface Said {
  /** What happened, beginning with what it means for the reader's seats. */
  title: string;
  /** What to do. */
  advice: string;
}

/** When the time of held seats is over: the same words wherever the reader is then. */
export const TIME_OVER: Said = {
  title: 'Your seats went back on sale',
  advice: 'Their time ran out, so others can have them. Nothing was charged. They may still be free.',
};

export const GIVEN_BACK: Said = { title: 'You released your seats', advice: 'Nothing was charged. You can have them again until someone else takes them.' };

/** What the page knows about the reader's seats when something goes wrong. */
export interface Stake {
  /** Seats that the server holds for the reader. */
  held?: number;
  /** Names of seats by id, where the page knows better ones than the id. */
  nameOf?: (seatId: string) => string;
  /** The page asks again by itself, after so many seconds. */
  againAfterSeconds?: number | null;
}

/** Puts a problem document into words: the reader's seats first, then what happened, then what to do. */
export function said(problem: unknown, stake: Stake = {}): Said {
  if (!(problem instanceof Problem)) return { title: 'Something went wrong here.', advice: `${safe(stake)}Reload the page to continue.` };
  const name = stake.nameOf ?? ((id: string) => seatWords(seatOf(id)));
  switch (problem.slug) {
    case 'offline':
      return {
        title: `${safe(stake)}There is no connection.`,
        advice: stake.againAfterSeconds ? 'This page will load by itself when you are back online.' : 'Nothing is lost. Try again when you are back online.',
      };
    case 'no-answer':
      return { title: `${safe(stake)}Our server is not answering.`, advice: stake.againAfterSeconds ? againIn(stake.againAfterSeconds) : 'Nothing is lost. Try again in a moment.' };
    case 'seats-taken': {
      const yours = problem.list('yours').map(name);
      const taken = problem.list('taken').map(name);
      if (yours.length > 0 && yours.length === taken.length) {
        return {
          title: `You already hold ${list(yours.slice(0, 4))} yourself.`,
          advice: 'Continue to pay for what you hold, or release it first. Nothing else was held.',
        };
      }
      const which = taken.length > 0 ? list(taken.slice(0, 4)) : 'A seat you chose';
      return {
        title: `${which} ${taken.length > 1 ? 'were' : 'was'} taken a moment ago.`,
        advice: 'Nothing was charged and nothing is held yet. Your other seats are still chosen.',
      };
    }
    case 'orphan-seat':
      return { title: 'This would leave a single seat on its own.', advice: 'Move over by one seat, so that nobody has to sit alone.' };
    case 'limit-exceeded':
      return { title: `${safe(stake)}That is more than one person may have.`, advice: problem.message };
    case 'sale-closed':
      return { title: `${safe(stake)}${closed(problem)}`, advice: problem.message };
    case 'not-enough-together':
      return { title: 'There are not that many free seats like this.', advice: 'Ask for fewer, another category, or seats that are not together.' };
    case 'waiting-room':
      return { title: 'Many people are here right now.', advice: 'You are let in by order of arrival. Keep this page open.' };
    case 'unknown-seat':
      return { title: 'That seat is not part of this event.', advice: 'Reload the page to see the seats as they are now.' };
    case 'hold-gone':
      return { title: 'Your seats went back on sale: their time ran out.', advice: 'Nothing was charged. Choose again; the same seats may still be free.' };
    case 'not-enough-places':
      return { title: 'There are not that many places left here.', advice: 'Ask for fewer, or choose seats.' };
    case 'extensions-used-up':
      return { title: `${safe(stake)}Their time cannot be extended again.`, advice: 'You can still pay until it ends.' };
    case 'payment-in-flight':
      return { title: `${safe(stake)}They are being paid for right now.`, advice: 'Wait for the payment to finish; then you can cancel the booking.' };
    case 'email-taken':
      return { title: 'This address already has an account.', advice: 'Log in instead, or use another address.' };
    default:
      return general(problem, stake);
  }
}

function general(problem: Problem, stake: Stake): Said {
  const wait = problem.retryAfterSeconds ? ` Try again in ${count(problem.retryAfterSeconds, 'second')}.` : ' Try again in a moment.';
  if (problem.status === 429) return { title: `${safe(stake)}That was too many tries at once.`, advice: wait.trim() };
  if (problem.status >= 500) return { title: `${safe(stake)}Our server is not answering.`, advice: stake.againAfterSeconds ? againIn(stake.againAfterSeconds) : wait.trim() };
  if (problem.status === 401) return { title: `${safe(stake)}Please log in.`, advice: 'This belongs to an account: log in to it.' };
  if (problem.status === 403) return { title: 'Your account has no access to this.', advice: problem.message };
  if (problem.status === 404) return { title: 'There is nothing here.', advice: problem.message };
  return { title: problem.title || 'That did not work.', advice: problem.message };
}

const againIn = (seconds: number): string => `Trying again in ${seconds} s.`;

function safe(stake: Stake): string {
  if (!stake.held) return '';
  return stake.held === 1 ? 'Your seat is still held for you. ' : `Your ${stake.held} seats are still held for you. `;
}

/** Which of the ways a sale can be closed. */
function closed(problem: Problem): string {
  switch (problem.members.reason) {
    case 'not-open':
      return 'This sale has not started.';
    case 'stopped':
      return 'This sale is paused for the moment.';
    case 'cancelled':
      return 'This event is cancelled.';
    default:
      return 'This sale is closed.';
  }
}
