import { Link, useTitle } from '../app/navigation';
import { to } from '../app/routes';
import { Empty } from '../parts/parts';

export function Nowhere() {
  useTitle('No such page');
  return (
    <div className="page narrow">
      <Empty icon="map" isPage title="This page does not exist">
        <p>The address may be old or mistyped. Your tickets and held seats are not affected.</p>
        <Link className="button main" href={to.find()}>
          Find an event
        </Link>
      </Empty>
    </div>
  );
}
