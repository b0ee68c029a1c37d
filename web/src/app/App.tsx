import { Suspense, lazy, useEffect, useRef } from 'react';
import { EventPage } from '../pages/event/EventPage';
import { FindPage } from '../pages/find/FindPage';
import { Nowhere } from '../pages/Nowhere';
import { Ghost } from '../parts/parts';
import { HeldBar } from './HeldBar';
import { usePath } from './navigation';
import { routeOf } from './routes';
import type { Route } from './routes';
import { Footer, Header, Tabs } from './Shell';

// What a first visit does not need comes when it is asked for.
const SeatsPage = lazy(() => import('../pages/seats/SeatsPage').then((it) => ({ default: it.SeatsPage })));
const CheckoutPage = lazy(() => import('../pages/checkout/CheckoutPage').then((it) => ({ default: it.CheckoutPage })));
const TicketsPage = lazy(() => import('../pages/tickets/TicketsPage').then((it) => ({ default: it.TicketsPage })));
const BookingPage = lazy(() => import('../pages/tickets/BookingPage').then((it) => ({ default: it.BookingPage })));
const AccountPage = lazy(() => import('../pages/account/AccountPage').then((it) => ({ default: it.AccountPage })));
const OrganiserPage = lazy(() => import('../pages/organiser/OrganiserPage').then((it) => ({ default: it.OrganiserPage })));
const NewEventPage = lazy(() => import('../pages/organiser/NewEventPage').then((it) => ({ default: it.NewEventPage })));
const MoneyPage = lazy(() => import('../pages/organiser/MoneyPage').then((it) => ({ default: it.MoneyPage })));
const AuditPage = lazy(() => import('../pages/organiser/AuditPage').then((it) => ({ default: it.AuditPage })));
const CockpitPage = lazy(() => import('../pages/organiser/CockpitPage').then((it) => ({ default: it.CockpitPage })));

export function App() {
  const path = usePath();
  const route = routeOf(path);
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(path, main);
  const whole = route.page === 'seats';
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Header route={route} />
      {route.page !== 'checkout' && <HeldBar butNotOf={route.page === 'seats' ? route.id : null} />}
      <main id="main" ref={main} tabIndex={-1} className={whole ? 'whole' : ''}>
        <Suspense fallback={<Shape />}>
          <Page route={route} />
        </Suspense>
      </main>
      {!whole && <Footer />}
      {!whole && route.page !== 'checkout' && <Tabs route={route} />}
    </>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'find':
      return <FindPage />;
    case 'event':
      return <EventPage key={route.id} id={route.id} />;
    case 'seats':
      return <SeatsPage key={route.id} id={route.id} />;
    case 'checkout':
      return <CheckoutPage key={route.holdId} holdId={route.holdId} />;
    case 'tickets':
      return <TicketsPage />;
    case 'booking':
      return <BookingPage key={route.id} id={route.id} />;
    case 'account':
      return <AccountPage />;
    case 'organiser':
      return <OrganiserPage />;
    case 'newEvent':
      return <NewEventPage />;
    case 'money':
      return <MoneyPage />;
    case 'cockpit':
      return <CockpitPage key={route.id} id={route.id} />;
    case 'audit':
      return <AuditPage />;
    case 'nowhere':
      return <Nowhere />;
  }
}

/** A reader of the screen is put at the start of the new page, as a new document would. The first page is left alone. */
function useFocusOnArrival(path: string, main: { current: HTMLElement | null }) {
  const arrived = useRef(path);
  useEffect(() => {
    if (arrived.current === path) return;
    arrived.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}

function Shape() {
  return (
    <div className="page stack" aria-busy="true">
      <Ghost width="55%" height="2.5rem" />
      <Ghost height="12rem" />
      <Ghost width="80%" />
    </div>
  );
}
