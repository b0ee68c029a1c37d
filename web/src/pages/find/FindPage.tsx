import { useEffect, useRef, useState } from 'react';
import { findEvents } from '../../api/calls';
import type { EventSummary } from '../../api/types';
import { useLoaded } from '../../app/loading';
import { useQuery, useTitle } from '../../app/navigation';
import { Empty, Ghost } from '../../parts/parts';
import { Icon } from '../../parts/Icon';
import { count } from '../../words/seats';
import { day } from '../../words/when';
import { NotLoaded } from '../NotLoaded';
import { Agenda } from './Agenda';
import { CityMap } from './CityMap';
import { EventCard, EventCardShape } from './EventCard';
import './find.css';
import { Filters } from './Filters';
import { HeadArc } from './HeadArc';
import { laterThan, searchOf } from './search';

const VIEWS = [
  { id: '', words: 'Cards', icon: 'list' },
  { id: 'calendar', words: 'Calendar', icon: 'calendar' },
  { id: 'map', words: 'Map', icon: 'map' },
] as const;

const TYPING_PAUSE_MILLIS = 180;

export function FindPage() {
  useTitle(null);
  const [query, change] = useQuery();
  const search = searchOf(query);
  const found = useLoaded(`find ${JSON.stringify(search)}`, (signal) => findEvents(search, signal));
  // All events once, for the cities and categories to choose from and to keep the last results in sight while new ones come.
  const all = useLoaded('find all', (signal) => findEvents({ limit: 100 }, signal));
  const last = useRef<EventSummary[] | null>(null);
  if (found.value) last.current = found.value.items;
  const shown = found.value?.items ?? last.current;
  const view = query.get('view') ?? '';
  return (
    <div className="page find">
      <section className="find-head" aria-labelledby="find-title">
        <HeadArc />
        <h1 id="find-title">Find your seat</h1>
        <p className="soft">Theatre, music and sport. The price you see is the price you pay.</p>
        <SearchBox value={query.get('q') ?? ''} onSearch={(q) => change({ q })} />
        <Filters query={query} change={change} events={all.value?.items ?? []} />
      </section>
      <div className="find-bar">
        <p className="soft" role="status">
          {found.state === 'ready' && shown?.length === 0 ? '' : found.state === 'ready' ? `${count(shown?.length ?? 0, 'event')}${found.value.nextCursor ? ' and more' : ''}` : found.state === 'loading' ? 'Looking…' : ''}
        </p>
        <div className="switch" role="group" aria-label="Show events as">
          {VIEWS.map((each) => (
            <button key={each.id} type="button" aria-pressed={view === each.id} onClick={() => change({ view: each.id || null })}>
              <Icon name={each.icon} />
              {each.words}
            </button>
          ))}
        </div>
      </div>
      {found.state === 'failed' && <NotLoaded problem={found.problem} again={found.again} />}
      {found.state !== 'failed' && !shown && <Shapes />}
      {shown && shown.length === 0 && found.state === 'ready' && <Nothing query={query} change={change} view={view} />}
      {shown && shown.length > 0 && <Results view={view} events={shown} onCity={(city) => change({ city, view: null })} />}
    </div>
  );
}

type Change = (changes: Record<string, string | null>) => void;

/** No event fits. An empty weekend goes on to what comes after it. */
function Nothing({ query, change, view }: { query: URLSearchParams; change: Change; view: string }) {
  const later = laterThan(query);
  const next = useLoaded(later && `find ${JSON.stringify(later)}`, (signal) => findEvents(later ?? {}, signal));
  const first = next.value?.items[0];
  if (later && !next.value && next.state === 'loading') return <Shapes />;
  if (next.value && first) {
    return (
      <>
        <Empty icon="calendar" title="Nothing this weekend">
          <p>
            Next: {first.name}, {day(first.startsAt, first.venue.timeZone)}.
          </p>
        </Empty>
        <Results view={view} events={next.value.items} onCity={(city) => change({ city, view: null, when: null })} />
      </>
    );
  }
  return (
    <Empty icon="search" title="Nothing matches all of that">
      <p>{query.get('q') ? 'Try fewer words or another date. Small typing errors are fine.' : 'Try another date, place or price.'}</p>
      <button type="button" className="button" onClick={() => change({ q: null, when: null, near: null, price: null, currency: null, city: null, category: null })}>
        Show everything
      </button>
    </Empty>
  );
}

function Results({ view, events, onCity }: { view: string; events: EventSummary[]; onCity: (city: string) => void }) {
  if (view === 'calendar') return <Agenda events={events} />;
  if (view === 'map') return <CityMap events={events} onCity={onCity} />;
  return (
    <ul className="cards">
      {events.map((event) => (
        <li key={event.id}>
          <EventCard event={event} />
        </li>
      ))}
    </ul>
  );
}

function SearchBox({ value, onSearch }: { value: string; onSearch: (words: string | null) => void }) {
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  search.current = onSearch;
  // What comes back is what was asked for here, and must not overwrite what was typed since.
  const asked = useRef(value);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  const ask = () => {
    asked.current = typed;
    search.current(typed || null);
  };
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(ask, TYPING_PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <form
      className="searchbox"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        value={typed}
        placeholder="Artist, team, show or venue"
        aria-label="Search for an artist, team, show or venue"
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}

function Shapes() {
  return (
    <div className="cards" aria-busy="true">
      <Ghost width="0" height="0" />
      {Array.from({ length: 8 }, (_, index) => (
        <EventCardShape key={index} />
      ))}
    </div>
  );
}
