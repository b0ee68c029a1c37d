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
    <span className={`live-sign ${live}`} title={live === 'live' ? 'Seats update as others take them' : 'The map shows the last known state'}>
      <span aria-hidden="true" />
      {WORDS[live]}
    </span>
  );
}
