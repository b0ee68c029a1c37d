import type { LiveStatus } from '../../map';

const WORDS: Record<LiveStatus, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  closed: 'Stopped',
};

/** Whether what the map shows is what is. */
export function LiveSign({ live }: { live: LiveStatus }) {
  return (
    <span className={`live-sign ${live}`} title={live === 'live' ? 'Others’ seats go before your eyes' : 'The map shows what was last known'}>
      <span aria-hidden="true" />
      {WORDS[live]}
    </span>
  );
}
