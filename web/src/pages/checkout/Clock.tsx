import { useEffect, useState } from 'react';
import { Icon } from '../../parts/Icon';
import { countdown, countdownInWords } from '../../words/when';

const WARN_MILLIS = 120_000;
/** When a screen reader is told what is left. */
const TOLD_AT_MILLIS = [120_000, 60_000, 30_000];

interface ClockProps {
  left: number;
  canExtend: boolean;
  busy: boolean;
  onExtend: () => void;
}

/**
 * The time the seats wait: calm, and a warning with a way out when two minutes are left. Not earlier: more time can be had only once, and is
 * added to what is left.
 */
export function Clock({ left, canExtend, busy, onExtend }: ClockProps) {
  const short = left <= WARN_MILLIS;
  return (
    <div className={`clock ${short ? 'short' : ''}`}>
      <p role="timer" aria-label={`Your seats are held for ${countdownInWords(left)}`}>
        <Icon name="clock" />
        <span aria-hidden="true">
          Held for you for <strong className="num">{countdown(left)}</strong>
        </span>
      </p>
      {canExtend && short && (
        <button type="button" className="button" disabled={busy} onClick={onExtend}>
          I need more time
        </button>
      )}
      {!canExtend && <span className="small soft">Extended once</span>}
      <Told left={left} />
    </div>
  );
}

function Told({ left }: { left: number }) {
  const [words, setWords] = useState('');
  const mark = TOLD_AT_MILLIS.filter((at) => left <= at).at(-1) ?? 0;
  useEffect(() => {
    if (mark) setWords(`${countdownInWords(mark)} left to pay for your seats.`);
  }, [mark]);
  return (
    <span className="quiet" role="status">
      {words}
    </span>
  );
}
