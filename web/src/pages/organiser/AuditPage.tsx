import { useState } from 'react';
import { auditTrail } from '../../api/calls';
import { isAdmin } from '../../api/session';
import type { AuditRecord, AuditWish } from '../../api/types';
import { useSession } from '../../api/useSession';
import { useLoaded } from '../../app/loading';
import { useTitle } from '../../app/navigation';
import { Empty, Field, Ghost } from '../../parts/parts';
import { NotLoaded } from '../NotLoaded';
import { clock, day } from '../../words/when';
import './organiser.css';
import { ACTS, actWords, changes, wishOf } from './trail';
import type { Asked } from './trail';

const NOTHING: Asked = { who: '', what: '', subject: '', from: '', to: '' };

/** Who did what. Administrators only; the server decides, this only says so kindly. */
export function AuditPage() {
  useTitle('Audit trail');
  const admin = isAdmin(useSession());
  return (
    <div className="page stack loose">
      <h1>Audit trail</h1>
      {admin ? <Search /> : <Empty icon="house" title="This part is for administrators">Log in with an administrator’s account to see who did what.</Empty>}
    </div>
  );
}

function Search() {
  const [asked, setAsked] = useState(NOTHING);
  const [cursors, setCursors] = useState<string[]>([]);
  const change = (part: Partial<Asked>) => {
    setAsked({ ...asked, ...part });
    setCursors([]);
  };
  const wish: AuditWish = { ...wishOf(asked), cursor: cursors.at(-1) };
  const loaded = useLoaded(`audit ${JSON.stringify(wish)}`, () => auditTrail(wish));
  return (
    <>
      <Wishes asked={asked} change={change} />
      {loaded.state === 'failed' && <NotLoaded problem={loaded.problem} again={loaded.again} />}
      {!loaded.value && loaded.state === 'loading' && <Ghost height="12rem" />}
      {loaded.value && loaded.value.items.length === 0 && <p className="soft">No matching entries.</p>}
      {loaded.value && loaded.value.items.length > 0 && <Trail records={loaded.value.items} change={change} />}
      <div className="row">
        {cursors.length > 0 && (
          <button type="button" className="button" onClick={() => setCursors(cursors.slice(0, -1))}>
            Newer
          </button>
        )}
        {loaded.value?.nextCursor && (
          <button type="button" className="button" onClick={() => setCursors([...cursors, loaded.value?.nextCursor ?? ''])}>
            Older
          </button>
        )}
      </div>
    </>
  );
}

function Wishes({ asked, change }: { asked: Asked; change: (part: Partial<Asked>) => void }) {
  return (
    <div className="fields">
      <Field label="What">
        {(ids) => (
          <select {...ids} className="input" value={asked.what} onChange={(event) => change({ what: event.currentTarget.value })}>
            <option value="">Everything</option>
            {ACTS.map((act) => (
              <option key={act} value={act}>
                {actWords(act)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Who" hint="The id of an account">
        {(ids) => <input {...ids} className="input" value={asked.who} onInput={(event) => change({ who: event.currentTarget.value })} />}
      </Field>
      <Field label="Subject" hint="The id of an account, event or booking">
        {(ids) => <input {...ids} className="input" value={asked.subject} onInput={(event) => change({ subject: event.currentTarget.value })} />}
      </Field>
      <Field label="From" hint="By your clock">
        {(ids) => <input {...ids} className="input" type="datetime-local" value={asked.from} onInput={(event) => change({ from: event.currentTarget.value })} />}
      </Field>
      <Field label="Before" hint="By your clock">
        {(ids) => <input {...ids} className="input" type="datetime-local" value={asked.to} onInput={(event) => change({ to: event.currentTarget.value })} />}
      </Field>
    </div>
  );
}

function Trail({ records, change }: { records: AuditRecord[]; change: (part: Partial<Asked>) => void }) {
  return (
    // A table that may be wider than the screen: the keyboard must be able to scroll it, too.
    <div className="card scroll" tabIndex={0} role="region" aria-label="Audit trail">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Subject</th>
            <th scope="col">Changes</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>
                {day(record.at)} {clock(record.at)}
              </td>
              <td>
                {record.account ? (
                  <button type="button" className="button plain" onClick={() => change({ who: record.account ?? '' })}>
                    {record.account}
                  </button>
                ) : (
                  'nobody known'
                )}{' '}
                <span className="soft">{record.role ?? ''}</span>
              </td>
              <td>{actWords(record.what)}</td>
              <td>
                <button type="button" className="button plain" onClick={() => change({ subject: record.subject.id })}>
                  {record.subject.type} {record.subject.id}
                </button>
              </td>
              <td>{changes(record).join('; ')}</td>
              <td>{record.address ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
