import { useState } from 'react';
import { useSession } from '../api/useSession';
import { isGuest, isOrganiser } from '../api/session';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/Icon';
import { payingInShort } from '../words/paying';
import { Link } from './navigation';
import { usePayWays } from './payWays';
import { to } from './routes';
import type { Route } from './routes';
import './shell.css';
import { setTheme, theme } from './theme';
import type { Theme } from './theme';

interface Tab {
  href: string;
  words: string;
  icon: IconName;
  on: boolean;
}

function useTabs(route: Route): Tab[] {
  const who = useSession();
  const page = route.page;
  const tabs: Tab[] = [
    { href: to.find(), words: 'Find', icon: 'search', on: page === 'find' || page === 'event' || page === 'seats' },
    { href: to.tickets(), words: 'My tickets', icon: 'ticket', on: page === 'tickets' || page === 'booking' },
  ];
  if (isOrganiser(who)) {
    const on = page === 'organiser' || page === 'newEvent' || page === 'cockpit' || page === 'money' || page === 'audit';
    tabs.push({ href: to.organiser(), words: 'Organise', icon: 'house', on });
  }
  const known = !isGuest(who);
  tabs.push({ href: to.account(), words: known ? 'Account' : 'Log in', icon: 'person', on: page === 'account' });
  return tabs;
}

export function Header({ route }: { route: Route }) {
  const tabs = useTabs(route);
  return (
    <header className="top">
      <Link href={to.find()} className="brand" aria-label="Cavea, to the start">
        <Mark />
        <span aria-hidden="true">Cavea</span>
      </Link>
      <nav className="top-links" aria-label="Main">
        {tabs.map((tab) => (
          <Link key={tab.href} href={tab.href} {...(tab.on ? { 'aria-current': 'page' as const } : {})}>
            {tab.words}
          </Link>
        ))}
      </nav>
      <ThemeButton />
    </header>
  );
}

/** On phones the main ways lie where the thumb is. */
export function Tabs({ route }: { route: Route }) {
  const tabs = useTabs(route);
  return (
    <nav className="tabs" aria-label="Main, below">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} {...(tab.on ? { 'aria-current': 'page' as const } : {})}>
          <Icon name={tab.icon} />
          {tab.words}
        </Link>
      ))}
    </nav>
  );
}

export function Footer() {
  const ways = usePayWays();
  return (
    <footer className="foot">
      <p>Every price you see includes all fees. {payingInShort(ways)}</p>
    </footer>
  );
}

/** The semicircle of a Roman theatre's seats, with its stage. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 22" aria-hidden="true" focusable="false">
      <path d="M3 20a13 13 0 0 1 26 0" />
      <path d="M7.5 20a8.5 8.5 0 0 1 17 0" />
      <circle cx="16" cy="18.6" r="2.7" />
    </svg>
  );
}

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
const NAMES: Record<Theme, string> = { auto: 'as the system', light: 'light', dark: 'dark' };
const ICONS: Record<Theme, IconName> = { auto: 'half', light: 'sun', dark: 'moon' };

function ThemeButton() {
  const [shown, setShown] = useState<Theme>(theme);
  const next = NEXT[shown];
  return (
    <button
      type="button"
      className="theme"
      aria-label={`Colours: ${NAMES[shown]}. Change to ${NAMES[next]}`}
      title={`Colours: ${NAMES[shown]}`}
      onClick={() => {
        setTheme(next);
        setShown(next);
      }}
    >
      <Icon name={ICONS[shown]} />
    </button>
  );
}
