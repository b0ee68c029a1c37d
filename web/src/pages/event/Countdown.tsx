import { countdownInWords } from '../../words/when';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Days, hours, minutes and seconds, each in its own box so that nothing moves while it counts. */
export function Countdown({ until, now }: { until: string; now: number }) {
  let left = Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000));
  const spoken = countdownInWords(left * 1000);
  const parts = UNITS.map(([unit, size]) => {
    const amount = Math.floor(left / size);
    left -= amount * size;
    return { unit, amount };
  });
  return (
    <div className="countdown" role="timer" aria-label={`${spoken} to go`}>
      {parts.map(({ unit, amount }) => (
        <span key={unit} aria-hidden="true">
          <strong className="num">{String(amount).padStart(2, '0')}</strong>
          <span className="small soft">{amount === 1 ? unit : `${unit}s`}</span>
        </span>
      ))}
    </div>
  );
}
