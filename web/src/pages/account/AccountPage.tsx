import { useState } from 'react';
import { logIn, logOut, register } from '../../api/calls';
import { isGuest, isOrganiser, session } from '../../api/session';
import type { Session } from '../../api/session';
import { useSession } from '../../api/useSession';
import { adoptGuests, forgetGuest, rememberGuest } from '../../app/adoption';
import { handOver } from '../../app/handOver';
import { Link, navigate, useQuery, useTitle } from '../../app/navigation';
import { to } from '../../app/routes';
import { Icon } from '../../parts/Icon';
import { Field, Notice, Sorry } from '../../parts/parts';
import { said } from '../../words/problems';
import type { Said } from '../../words/problems';
import './account.css';

export function AccountPage() {
  const who = useSession();
  return who && !isGuest(who) ? <Me who={who} /> : <Enter />;
}

const ROLE_WORDS = {
  guest: 'Guest',
  fan: 'You buy tickets',
  organiser: 'You organise events',
  gate: 'You check tickets at the gate',
  analyst: 'You analyse the market',
  admin: 'You run this service',
} as const;

function Me({ who }: { who: Session }) {
  useTitle('Your account');
  const [busy, setBusy] = useState(false);
  return (
    <div className="page narrow stack loose">
      <h1>{who.name || 'Your account'}</h1>
      <dl className="card padded me">
        <div>
          <dt>E-mail</dt>
          <dd>{who.email || 'not told'}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>
            {ROLE_WORDS[who.role]} <span className="badge">{who.role}</span>
          </dd>
        </div>
      </dl>
      <div className="row">
        <Link className="button" href={to.tickets()}>
          <Icon name="ticket" />
          My tickets
        </Link>
        {isOrganiser(who) && (
          <Link className="button" href={to.organiser()}>
            <Icon name="house" />
            My events
          </Link>
        )}
        <button
          type="button"
          className="button plain"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            // Leaving works without the server, too: this browser forgets the tokens in any case.
            logOut().catch(() => undefined).finally(() => setBusy(false));
          }}
        >
          Log out
        </button>
      </div>
    </div>
  );
}

function Enter() {
  const [query] = useQuery();
  const [isNew, setNew] = useState(false);
  useTitle(isNew ? 'Register' : 'Log in');
  return (
    <div className="page narrow stack loose enter">
      <h1>{isNew ? 'Create an account' : 'Log in'}</h1>
      <EnterForm key={String(isNew)} isNew={isNew} next={safePath(query.get('next'))} />
      <p>
        {isNew ? 'Already have one?' : 'New here?'}{' '}
        <button type="button" className="button plain" onClick={() => setNew(!isNew)}>
          {isNew ? 'Log in' : 'Create an account'}
        </button>
      </p>
    </div>
  );
}

/** Only a path of our own: a link from elsewhere must not send a reader away after log-in. */
const safePath = (next: string | null): string => (next?.startsWith('/') && !next.startsWith('//') ? next : to.account());

function EnterForm({ isNew, next }: { isNew: boolean; next: string }) {
  const [problem, setProblem] = useState<Said | null>(null);
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const enter = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const guest = session();
    setBusy(true);
    setProblem(null);
    rememberGuest(guest);
    try {
      if (isNew) await register(text('email'), String(form.get('password')), text('name'));
      else await logIn(text('email'), String(form.get('password')));
      const path = await handOver(guest, next);
      await adoptGuests();
      if (path) navigate(path, 'replace');
      else setLost(true);
    } catch (failure) {
      if (session()?.refreshToken === guest?.refreshToken) forgetGuest(guest);
      setProblem(wordsFor(failure));
    } finally {
      setBusy(false);
    }
  };
  if (lost) {
    return (
      <Notice tone="warn" title="You are logged in, but someone else took your seats at that moment.">
        Nothing was charged. Choose other seats.
      </Notice>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void enter(new FormData(event.currentTarget));
      }}
    >
      {problem && <Sorry words={problem} />}
      {isNew && (
        <Field label="Name">{(ids) => <input {...ids} className="input" name="name" autoComplete="name" required />}</Field>
      )}
      <Field label="E-mail">{(ids) => <input {...ids} className="input" name="email" type="email" autoComplete="email" required />}</Field>
      <Field label="Password" hint={isNew ? 'At least 10 characters; a few words are best.' : undefined}>
        {(ids) => (
          <input {...ids} className="input" name="password" type="password" minLength={isNew ? 10 : 1} autoComplete={isNew ? 'new-password' : 'current-password'} required />
        )}
      </Field>
      <button type="submit" className="button main wide" disabled={busy}>
        {isNew ? 'Create the account' : 'Log in'}
      </button>
    </form>
  );
}

function wordsFor(failure: unknown): Said {
  const words = said(failure);
  const status = (failure as { status?: number }).status;
  return status === 401 ? { title: 'That address and password do not match.', advice: 'Check both again. After five wrong tries, the account slows down.' } : words;
}
