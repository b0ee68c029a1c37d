import { Problem } from '../api/problem';
import { Link } from '../app/navigation';
import { to } from '../app/routes';
import { Empty } from '../parts/parts';
import { NotLoaded } from './NotLoaded';

interface UnshownProps {
  /** What should have been here: "This event". */
  what: string;
  problem: unknown;
  again: () => void;
  /** Where else to go, as words and an address. */
  onward: readonly [words: string, address: string];
}

/** In place of a page whose matter could not be loaded. Where another try would bring the same, none is offered. */
export function Unshown({ what, problem, again, onward }: UnshownProps) {
  const status = problem instanceof Problem ? problem.status : null;
  const [words, address] = status === 401 ? (['Log in', to.account(location.pathname)] as const) : onward;
  const way = (look: string) => (
    <Link className={`button ${look}`} href={address}>
      {words}
    </Link>
  );
  if (status === 404) {
    return (
      <div className="page narrow">
        <Empty icon="map" isPage title={`${what} is not here`}>
          <p>The address may be old or mistyped. Your tickets and held seats are not affected.</p>
          {way('main')}
        </Empty>
      </div>
    );
  }
  return (
    <div className="page narrow stack">
      <h1>{what} cannot be shown</h1>
      <NotLoaded problem={problem} {...(status === 401 ? {} : { again })} />
      <div>{way(status === 401 ? 'main' : '')}</div>
    </div>
  );
}
