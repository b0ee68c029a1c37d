import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Said } from '../words/problems';
import { Icon } from './Icon';
import type { IconName } from './Icon';

type Tone = 'info' | 'good' | 'warn' | 'bad';
const TONES: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'warn', bad: 'warn' };

export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={TONES[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** A problem in words, and a way on or past it. */
export function Sorry({ words, again, close }: { words: Said; again?: () => void; close?: () => void }) {
  return (
    <Notice tone="bad" title={words.title}>
      <p>{words.advice}</p>
      {(again || close) && (
        <div className="row">
          {again && (
            <button type="button" className="button" onClick={again}>
              Try again
            </button>
          )}
          {close && (
            <button type="button" className="button plain" onClick={close}>
              OK
            </button>
          )}
        </div>
      )}
    </Notice>
  );
}

/** `isPage`: there is nothing else on the page, so that its title is the page's. */
export function Empty({ icon, title, isPage = false, children }: { icon: IconName; title: string; isPage?: boolean; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** A grey shape where words will stand. Sizes are in rem or per cent. */
export function Ghost({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <div className="ghost" style={{ width, height }} aria-hidden="true" />;
}

interface StepperProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={`Fewer: ${label}`} disabled={value <= min} onClick={() => onChange(value - 1)}>
        <Icon name="minus" />
      </button>
      <output className="num" aria-live="polite">
        {value}
      </output>
      <button type="button" aria-label={`More: ${label}`} disabled={value >= max} onClick={() => onChange(value + 1)}>
        <Icon name="plus" />
      </button>
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  wrong?: string | null | undefined;
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ReactNode;
}

/** A label, its input, and what is wrong with it, tied together for everyone. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(described ? { 'aria-describedby': described } : {}), ...(wrong ? { 'aria-invalid': true } : {}) })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface DialogProps {
  title: string;
  className?: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside and gives it back. */
export function Dialog({ title, className = '', open, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className={`dialog ${className}`} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className="stack">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  );
}
