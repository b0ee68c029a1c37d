import { count } from './seats';

export interface PlanWarning {
  code: string;
  message: string;
  examples?: string[];
}

/** Numbers that the server's message begins with or holds, as `420 seats …`. */
const first = (message: string): number | null => {
  const found = /\d[\d,]*/.exec(message)?.[0];
  return found ? Number(found.replaceAll(',', '')) : null;
};

/**
 * What was settled while a plan was read, for whoever sells tickets: what it means for the house, and what to do when it is not right. The
 * server's own words tell those who wrote the file; they are shown for a code that is new.
 */
export function planWarning({ code, message }: PlanWarning): string {
  const number = first(message);
  const seats = number === null ? 'Some seats' : count(number, 'seat');
  switch (code) {
    case 'front-guessed':
      return 'The file does not say where the stage or the field is, so we guessed. “Best available” starts from there: check the plan, and the first row of each section.';
    case 'repeated-seat-guid':
      return `${seats} had the same internal name as another seat in the file. We gave each its own; rows and numbers that visitors see are unchanged.`;
    case 'zones-overlap':
      return 'Floors or blocks overlap in the file. We drew them next to each other, so that every seat can be tapped.';
    case 'no-category':
      return 'The file has no price categories, so every seat is in one, “Standard”. Choose its price in the next step.';
    case 'unknown-member':
    case 'null-list':
      return 'The file has details that we do not use in a seating plan. They were left out; the seats are complete.';
    case 'shortened':
      return 'Some names were too long for a ticket and were shortened.';
    case 'unknown-colour':
      return 'Some colours could not be read. Our own are used there.';
    case 'not-drawn':
      return 'Some decorations could not be drawn. No seat is missing.';
    case 'look-alikes':
      return 'Some names look the same but are written differently, so they count as two. Fix them in the file if they should be one.';
    case 'seats-on-one-spot':
    case 'coordinates-rounded':
      return `${seats} stand on the same spot as another seat: on the map one hides the other. Check where they are in the file.`;
    default:
      return message;
  }
}
