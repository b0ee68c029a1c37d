import { useState } from 'react';
import { actOnMoney, moneyCases } from '../../api/calls';
import { isAdmin } from '../../api/session';
import type { MoneyAct, MoneyCase } from '../../api/types';
import { useSession } from '../../api/useSession';
import { useLoaded } from '../../app/loading';
import { Link, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Dialog, Empty, Ghost, Sorry } from '../../parts/parts';
import { NotLoaded } from '../NotLoaded';
import { money } from '../../words/money';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';
import { relative } from '../../words/when';
import { ACT_WORDS, KIND_MEANS, wordsOf } from './cases';
import './organiser.css';

/** For operators: where money needs a person, what it means, and what can be done about it. */
export function MoneyPage() {
  useTitle('Money that needs you');
  const who = useSession();
  if (!isAdmin(who)) {
    return (
      <div className="page narrow">
        <Empty icon="house" isPage title="This part is for administrators">
          <Link className="button main" href={to.account(location.pathname)}>
            Log in
          </Link>
        </Empty>
      </div>
    );
  }
  return (
    <div className="page stack loose">
      <header className="stack tight">
        <h1>Money that needs you</h1>
        <p className="soft">What could not be settled automatically. Whatever you do here goes into the audit trail under your name.</p>
      </header>
      <Cases />
    </div>
  );
}

function Cases() {
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const loaded = useLoaded(`money ${cursor ?? ''}`, () => moneyCases(cursor));
  if (loaded.state === 'failed') return <NotLoaded problem={loaded.problem} again={loaded.again} />;
  if (!loaded.value) return <Ghost height="12rem" />;
  if (loaded.value.items.length === 0 && !cursor) {
    return (
      <Empty icon="house" title="Nothing needs you">
        <p>All money that was taken has its tickets, or was refunded.</p>
      </Empty>
    );
  }
  const next = loaded.value.nextCursor;
  return (
    <>
      <ul className="stack">
        {loaded.value.items.map((about) => (
          <li key={about.id}>
            <Case about={about} onDone={loaded.again} />
          </li>
        ))}
      </ul>
      <div className="row">
        {cursor && (
          <button type="button" className="button" onClick={() => setCursors(cursors.slice(0, -1))}>
            Newer
          </button>
        )}
        {next && (
          <button type="button" className="button" onClick={() => setCursors([...cursors, next])}>
            Older
          </button>
        )}
      </div>
    </>
  );
}

function Case({ about, onDone }: { about: MoneyCase; onDone: () => void }) {
  const [act, setAct] = useState<MoneyAct | null>(null);
  const { booking } = about;
  return (
    <article className="card padded stack" aria-labelledby={`case-${about.id}`}>
      <div className="row apart">
        <h2 id={`case-${about.id}`}>{wordsOf(about)}</h2>
        <strong className="price">{money(about.amount)}</strong>
      </div>
      <p>{KIND_MEANS[about.kind]}</p>
      <p className="small soft">
        {booking ? `${booking.buyerName}, ${booking.buyerEmail} · ${booking.eventName ?? `event ${booking.eventId}`} · ` : ''}
        booking {about.bookingId} · {relative(about.openedAt)}
        <br />
        {about.detail}
      </p>
      <div className="row">
        {about.acts.map((one, index) => (
          <button key={one} type="button" className={index === 0 ? 'button main' : 'button'} onClick={() => setAct(one)}>
            {ACT_WORDS[one].button}
          </button>
        ))}
      </div>
      <Confirm about={about} act={act} onClose={() => setAct(null)} onDone={onDone} />
    </article>
  );
}

interface ConfirmProps {
  about: MoneyCase;
  act: MoneyAct | null;
  onClose: () => void;
  onDone: () => void;
}

function Confirm({ about, act, onClose, onDone }: ConfirmProps) {
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  if (!act) return null;
  const words = ACT_WORDS[act];
  const close = () => {
    setNote('');
    setProblem(null);
    onClose();
  };
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await actOnMoney(about.id, act, note.trim());
      close();
      onDone();
    } catch (failure) {
      setProblem(said(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={words.title} open onClose={close}>
      <p>
        {wordsOf(about)}: {money(about.amount)}
        {about.booking ? ` of ${about.booking.buyerName}` : ''}.
      </p>
      <p>{words.means}</p>
      {words.note && (
        <label className="field">
          <span>{words.note}</span>
          <input type="text" value={note} maxLength={1000} onInput={(change) => setNote(change.currentTarget.value)} />
        </label>
      )}
      {problem && <Sorry words={problem} />}
      <div className="row">
        <button type="button" className={words.danger ? 'button danger' : 'button main'} disabled={busy || (words.note !== '' && note.trim() === '')} onClick={() => void go()}>
          {words.button}
        </button>
        <button type="button" className="button" onClick={close}>
          Leave it as it is
        </button>
      </div>
    </Dialog>
  );
}
