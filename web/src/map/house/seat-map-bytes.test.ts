import { describe, expect, it } from 'vitest';
import { bytesOf, deltaBytes, snapshotBytes } from '../testing/bytes';
import { SeatMapFormatError, parseSeatMap } from './seat-map-bytes';

// Every byte by hand, after docs/reference/seat-map-format.md: nine seats, one area.
const SNAPSHOT = [
  ...[0x43, 0x56, 0x53, 0x4d, 1, 1, 1, 0],
  ...[0x2a, 0, 0, 0, 0, 0, 0, 0x80],
  ...[0x07, 0x01, 0, 0, 0x02, 0, 0, 0],
  ...[0x00, 0x11, 0x22, 0x33, 0xff, 0xee, 0x0d, 0xcc],
  ...[9, 0, 0, 0],
  ...[0, 0, 0, 0],
  // Seats 0–3: free, held, sold, blocked; 4–7: sold, free, free, held; 8: blocked.
  ...[0b11_10_01_00, 0b01_00_00_10, 0b11, 0],
  ...[0xf4, 0x01, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0],
];

const DELTA = [
  ...[0x43, 0x56, 0x53, 0x4d, 1, 2, 1, 0],
  ...[0x2a, 0, 0, 0, 0, 0, 0, 0],
  ...[0x0a, 0, 0, 0, 0, 0, 0, 0],
  ...[0x07, 0, 0, 0, 0, 0, 0, 0],
  ...[2, 0, 0, 0],
  ...[0, 0, 0, 0],
  // Seat 5 sold; seat 200,000 free.
  ...[0b101_10, 0, 0, 0],
  ...[0x00, 0x35, 0x0c, 0x00],
  ...[7, 0, 0, 0, 10, 0, 0, 0, 20, 0, 0, 0, 30, 0, 0, 0],
];

describe('a snapshot', () => {
  const message = parseSeatMap(bytesOf(SNAPSHOT));

  it('gives each seat its state in plan order', () => {
    expect(message.kind === 'snapshot' && [...message.states]).toEqual([0, 1, 2, 3, 2, 0, 0, 1, 3]);
  });

  it('reads numbers of 64 bits without rounding', () => {
    expect(message).toMatchObject({ event: 0x800000000000002an, version: 0x0000000200000107n });
  });

  it('reads the digest and the areas', () => {
    expect(message).toMatchObject({
      planDigest: '00112233ffee0dcc',
      areas: [{ capacity: 500, held: 3, sold: 4, blocked: 5 }],
    });
  });
});

describe('a delta', () => {
  it('reads from, to, seats and areas', () => {
    expect(parseSeatMap(bytesOf(DELTA))).toEqual({
      kind: 'delta',
      event: 42n,
      version: 10n,
      fromVersion: 7n,
      changes: Uint32Array.of((5 << 2) | 2, 200_000 << 2),
      areas: [{ area: 7, held: 10, sold: 20, blocked: 30 }],
    });
  });
});

describe('bytes that are not whole', () => {
  it.each([
    ['an empty message', []],
    ['a header cut short', SNAPSHOT.slice(0, 39)],
    ['a snapshot without its last byte', SNAPSHOT.slice(0, -1)],
    ['a snapshot with a byte too many', [...SNAPSHOT, 0]],
    ['a delta without its last byte', DELTA.slice(0, -1)],
    ['a delta that promises more seats', DELTA.with(32, 3)],
    ['a snapshot of four thousand million seats', SNAPSHOT.with(35, 0xff)],
    ['another magic', SNAPSHOT.with(0, 0x44)],
    ['a later format', SNAPSHOT.with(4, 2)],
    ['an unknown kind', SNAPSHOT.with(5, 3)],
  ])('are refused: %s', (_, bytes) => {
    expect(() => parseSeatMap(bytesOf(bytes))).toThrow(SeatMapFormatError);
  });
});

it("reads what the tests' own writer writes", () => {
  const snapshot = parseSeatMap(bytesOf(snapshotBytes({ version: 3n, states: '0123321' })));
  expect(snapshot.kind === 'snapshot' && [...snapshot.states].join('')).toBe('0123321');
  const delta = parseSeatMap(bytesOf(deltaBytes({ from: 3n, to: 4n, seats: [[6, 2]] })));
  expect(delta.kind === 'delta' && [...delta.changes]).toEqual([26]);
});
