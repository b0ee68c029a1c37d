import { describe, expect, it } from 'vitest';
import { bytesOf, deltaBytes, snapshotBytes } from '../testing/bytes';
import { SeatMapFormatError, parseSeatMap } from './seat-map-bytes';

const hex = (text: string): number[] => (text.match(/[0-9a-f]{2}/g) ?? []).map((byte) => Number.parseInt(byte, 16));

// Every byte by hand, after docs/reference/seat-map-format.md: nine seats, one area.
const SNAPSHOT = hex(
  '43 56 53 4d 01 01 01 00' + // CVSM, format 1, snapshot, one area
    '2a 00 00 00 00 00 00 80' + // event
    '07 01 00 00 02 00 00 00' + // version
    '00 11 22 33 ff ee 0d cc' + // digest
    '09 00 00 00' + // nine seats
    '00 00 00 00' +
    'e4 42 03 00' + // free held sold blocked, sold free free held, blocked
    'f4 01 00 00 03 00 00 00 04 00 00 00 05 00 00 00', // capacity, held, sold, blocked
);

const DELTA = hex(
  '43 56 53 4d 01 02 01 00' + // CVSM, format 1, delta, one area
    '2a 00 00 00 00 00 00 00' + // event
    '0a 00 00 00 00 00 00 00' + // to
    '07 00 00 00 00 00 00 00' + // from
    '02 00 00 00' + // two seats
    '00 00 00 00' +
    '16 00 00 00' + // seat 5, sold
    '00 35 0c 00' + // seat 200,000, free
    '07 00 00 00 0a 00 00 00 14 00 00 00 1e 00 00 00', // area, held, sold, blocked
);

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
