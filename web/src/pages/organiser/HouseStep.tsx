import { useState } from 'react';
import type { DragEvent } from 'react';
import { Icon } from '../../parts/Icon';
import { Field, Notice, Sorry } from '../../parts/parts';
import { said } from '../../words/problems';
import { count } from '../../words/seats';
import { KINDS } from './kinds';
import { KindPicture } from './KindPicture';
import type { Drafting } from './drafting';
import { PlanPreview } from './PlanPreview';
import { faulty } from './sketch';
import { SketchView } from './SketchView';

/** Where the house comes from: a file, or drawn from a few numbers. */
export function HouseStep({ drafting }: { drafting: Drafting }) {
  const [from, setFrom] = useState<'draw' | 'file'>('draw');
  return (
    <section className="step" aria-labelledby="step-house">
      <header>
        <span className="step-number" aria-hidden="true">
          1
        </span>
        <h2 id="step-house">The seating plan</h2>
      </header>
      <div className="switch-line">
        <div className="switch" role="group" aria-label="Where the plan comes from">
          <button type="button" aria-pressed={from === 'draw'} onClick={() => setFrom('draw')}>
            <Icon name="house" />
            Generate one
          </button>
          <button type="button" aria-pressed={from === 'file'} onClick={() => setFrom('file')}>
            <Icon name="upload" />
            From a file
          </button>
        </div>
      </div>
      {from === 'draw' ? <DrawForm drafting={drafting} /> : <DropFile drafting={drafting} />}
      <div aria-live="polite">
        <Outcome drafting={drafting} />
      </div>
    </section>
  );
}

function DrawForm({ drafting }: { drafting: Drafting }) {
  const [kind, setKind] = useState(KINDS[0]!);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const numbers = Object.fromEntries(kind.fields.map(({ name }) => [name, Number(form.get(name))]));
        void drafting.draw({ kind: kind.kind, ...numbers });
      }}
    >
      <div className="kinds" role="radiogroup" aria-label="Kind of plan">
        {KINDS.map((each) => (
          <label key={each.kind} className="kind">
            <input type="radio" name="kind" checked={each.kind === kind.kind} onChange={() => setKind(each)} />
            <KindPicture kind={each.kind} />
            <span>
              <strong>{each.words}</strong>
              <br />
              <span className="small soft">{each.says}</span>
            </span>
          </label>
        ))}
      </div>
      <div className="fields" key={kind.kind}>
        {kind.fields.map((field) => (
          <Field key={field.name} label={field.words} hint={`${field.min.toLocaleString('en')} to ${field.max.toLocaleString('en')}`}>
            {(ids) => <input {...ids} className="input num" type="number" name={field.name} min={field.min} max={field.max} defaultValue={String(field.usual)} required />}
          </Field>
        ))}
      </div>
      <div className="row">
        <button type="submit" className="button" aria-disabled={drafting.busy}>
          {drafting.busy ? 'Drawing…' : 'Generate the plan'}
        </button>
      </div>
    </form>
  );
}

function DropFile({ drafting }: { drafting: Drafting }) {
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void drafting.read(file);
  };
  const onDrop = (event: DragEvent<HTMLLabelElement>) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files[0]);
  };
  return (
    <label
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="upload" />
      <strong>{drafting.busy ? 'Reading…' : 'Drop a seating plan here, or choose a file'}</strong>
      <span className="small soft">pretix JSON, Cavea JSON, or CSV with section, row, number, zone, x, y</span>
      <input type="file" accept=".json,.csv,application/json,text/csv" onChange={(event) => take(event.currentTarget.files?.[0])} />
    </label>
  );
}

function Outcome({ drafting }: { drafting: Drafting }) {
  const { draft } = drafting;
  switch (draft.state) {
    case 'none':
      return null;
    case 'refused': {
      const { findings, seats } = draft;
      if (!findings) return <Sorry words={said(draft.problem)} />;
      const marked = faulty(seats, findings.duplicates, findings.errors.flatMap((error) => [error.field, ...(error.also ?? [])]));
      return (
        <div className="stack">
          <Notice tone="bad" title={`This plan has ${count(findings.errors.length || findings.duplicates.length, 'problem')} to fix. Nothing has been created yet.`}>
            {marked.size > 0 && `${count(marked.size, 'seat')} ${marked.size === 1 ? 'is' : 'are'} marked in the plan below.`}
          </Notice>
          {seats.length > 0 && (
            <div className="card preview">
              <div className="preview-map">
                <SketchView seats={seats} marked={marked} />
              </div>
            </div>
          )}
          <ul className="faults">
            {findings.errors.map((error) => (
              <li key={error.field + error.problem}>
                <code>{error.field}</code> {error.problem}
                {error.count ? ` (${error.count} times in all)` : ''}. <span className="soft">Allowed: {error.allowed}.</span>
              </li>
            ))}
            {findings.errors.length === 0 &&
              findings.duplicates.map((id) => (
                <li key={id}>
                  Seat <code>{id}</code> is there more than once.
                </li>
              ))}
          </ul>
        </div>
      );
    }
    case 'ready':
      return <PlanPreview plan={draft.plan} warnings={draft.warnings} />;
  }
}
