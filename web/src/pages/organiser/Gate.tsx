import type { ReactNode } from 'react';
import { isOrganiser } from '../../api/session';
import { useSession } from '../../api/useSession';
import { Link } from '../../app/navigation';
import { to } from '../../app/routes';
import { Empty } from '../../parts/parts';

/** Organisers only. The server decides; this only says so kindly. */
export function Gate({ children }: { children: ReactNode }) {
  const who = useSession();
  if (isOrganiser(who)) return <>{children}</>;
  return (
    <div className="page narrow">
      <Empty icon="house" isPage title="This part is for organisers">
        <p>Log in with an organiser’s account to create events and watch them sell.</p>
        <Link className="button main" href={to.account(location.pathname)}>
          Log in
        </Link>
      </Empty>
    </div>
  );
}
