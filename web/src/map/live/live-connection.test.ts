import { describe, expect, it } from 'vitest';
import { bytesOf, deltaBytes, snapshotBytes } from '../testing/bytes';
import { PRICES, block } from '../testing/houses';
import { HouseModel } from '../model/house-model';
import { LiveConnection, type LiveSocket, type LiveStatus } from './live-connection';

class FakeSocket implements LiveSocket {
  binaryType = 'blob';
  onopen = null;
  onmessage: LiveSocket['onmessage'] = null;
  onclose: LiveSocket['onclose'] = null;
  onerror: LiveSocket['onerror'] = null;
  readonly sent: string[] = [];
  isClosed = false;

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  receive(bytes: readonly number[]): void {
    this.onmessage?.({ data: bytesOf(bytes) });
  }

  break(): void {
    this.onclose?.(undefined as never);
  }
}

function connect() {
  const model = new HouseModel({ plan: block(1, 4), prices: PRICES });
  const sockets: FakeSocket[] = [];
  const statuses: LiveStatus[] = [];
  let timers: { millis: number; callback: () => void }[] = [];
  const connection = new LiveConnection('ws://cavea', model, {
    onStatus: (status) => statuses.push(status),
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    after: (millis, callback) => {
      const timer = { millis, callback };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    random: () => 1,
  });
  const fire = (): number => {
    const [timer] = timers;
    if (!timer) throw new Error('nothing is waiting');
    timers = timers.filter((other) => other !== timer);
    timer.callback();
    return timer.millis;
  };
  return { model, sockets, statuses, connection, fire, waiting: () => timers.length };
}

const SNAPSHOT = snapshotBytes({ version: 5n, states: '0100' });
const delta = (from: bigint, to: bigint): number[] => deltaBytes({ from, to, seats: [[2, 2]] });

describe('the live connection', () => {
  it('is live once the snapshot is there, and applies deltas', () => {
    const { model, sockets, statuses } = connect();
    expect(sockets[0]!.binaryType).toBe('arraybuffer');
    sockets[0]!.receive(SNAPSHOT);
    sockets[0]!.receive(delta(5n, 6n));
    expect([...model.house.states]).toEqual([0, 1, 2, 0]);
    expect(statuses).toEqual(['live']);
  });

  it('asks once for a snapshot when it has missed something', () => {
    const { model, sockets } = connect();
    sockets[0]!.receive(SNAPSHOT);
    sockets[0]!.receive(delta(7n, 8n));
    sockets[0]!.receive(delta(8n, 9n));
    expect(sockets[0]!.sent).toEqual(['snapshot']);
    sockets[0]!.receive(snapshotBytes({ version: 9n, states: '0120' }));
    sockets[0]!.receive(delta(11n, 12n));
    expect(sockets[0]!.sent).toEqual(['snapshot', 'snapshot']);
    expect(model.house.version).toBe(9n);
  });

  it('passes over what it already knows without asking', () => {
    const { sockets } = connect();
    sockets[0]!.receive(SNAPSHOT);
    sockets[0]!.receive(delta(3n, 5n));
    expect(sockets[0]!.sent).toEqual([]);
  });

  it('comes back when the connection breaks, each time later, and keeps what it knew', () => {
    const { model, sockets, statuses, fire } = connect();
    sockets[0]!.receive(SNAPSHOT);
    const delays: number[] = [];
    for (let time = 0; time < 8; time++) {
      sockets.at(-1)!.break();
      delays.push(fire());
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect([...model.house.states]).toEqual([0, 1, 0, 0]);
    expect(statuses).toEqual(['live', 'reconnecting']);
    sockets.at(-1)!.receive(snapshotBytes({ version: 8n, states: '2222' }));
    expect(statuses).toEqual(['live', 'reconnecting', 'live']);
    sockets.at(-1)!.break();
    expect(fire()).toBe(500);
  });

  it('starts over on bytes that cannot be read', () => {
    const { sockets, statuses, fire } = connect();
    sockets[0]!.receive(SNAPSHOT);
    sockets[0]!.receive(delta(5n, 6n).slice(0, -1));
    expect(sockets[0]!.isClosed).toBe(true);
    expect(statuses).toEqual(['live', 'reconnecting']);
    fire();
    expect(sockets).toHaveLength(2);
  });

  it('gives up a socket that says nothing', () => {
    const { sockets, fire } = connect();
    expect(fire()).toBe(10_000);
    expect(sockets[0]!.isClosed).toBe(true);
    fire();
    expect(sockets).toHaveLength(2);
  });

  it('stays closed once the page has closed it', () => {
    const { sockets, statuses, connection, waiting } = connect();
    sockets[0]!.receive(SNAPSHOT);
    connection.close();
    expect(sockets[0]!.isClosed).toBe(true);
    expect(sockets[0]!.onclose).toBeNull();
    expect(waiting()).toBe(0);
    expect(statuses).toEqual(['live', 'closed']);
  });
});
