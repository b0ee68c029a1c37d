import { healsAfter } from '../app/loading';
import { Sorry } from '../parts/parts';
import { said } from '../words/problems';

/** In place of what `useLoaded` could not load; it goes away with the answer that comes in the end. */
export function NotLoaded({ problem, again }: { problem: unknown; again?: () => void }) {
  return <Sorry words={said(problem, { againAfterSeconds: healsAfter(problem) })} {...(again ? { again } : {})} />;
}
