/**
 * Reads the binary messages of docs/reference/seat-map-format.md. Every length is checked before
 * anything is believed: a message is either whole and well-formed or a {@link SeatMapFormatError}.
 */
export type SeatMapMessage = Snapshot | Delta;

export interface Snapshot {
  readonly kind: 'snapshot';
  readonly event: bigint;
  readonly version: bigint;
  /** First 8 bytes of the plan's digest, 16 hexadecimal digits. */
  readonly planDigest: string;
  /** One byte a seat, unpacked. */
  readonly states: Uint8Array;
  readonly areas: readonly AreaCounts[];
}

export interface AreaCounts {
  readonly capacity: number;
  readonly held: number;
  readonly sold: number;
  readonly blocked: number;
}

export interface Delta {
  readonly kind: 'delta';
  readonly event: bigint;
  readonly fromVersion: bigint;
  readonly version: bigint;
  /** Each `seat << 2 | state`. */
  readonly changes: Uint32Array;
  readonly areas: readonly AreaChange[];
}

export interface AreaChange {
  readonly area: number;
  readonly held: number;
  readonly sold: number;
  readonly blocked: number;
}

export class SeatMapFormatError extends Error {
  override readonly name = 'SeatMapFormatError';
}

const MAGIC = 0x4d535643; // "CVSM", little-endian
const FORMAT = 1;
const SNAPSHOT = 1;
const DELTA = 2;
const HEADER_BYTES = 40;
const AREA_BYTES = 16;

export function parseSeatMap(buffer: ArrayBuffer): SeatMapMessage {
  const view = new DataView(buffer);
  return kindOf(buffer) === 'snapshot' ? parseSnapshot(view) : parseDelta(view);
}

/** What the message says it is, after a look at its header only. */
export function kindOf(buffer: ArrayBuffer): SeatMapMessage['kind'] {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new SeatMapFormatError(`${buffer.byteLength} bytes, the header alone has ${HEADER_BYTES}`);
  }
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== MAGIC) throw new SeatMapFormatError('does not begin with CVSM');
  const format = view.getUint8(4);
  if (format !== FORMAT) throw new SeatMapFormatError(`format ${format}, known is ${FORMAT}`);
  const kind = view.getUint8(5);
  if (kind === SNAPSHOT) return 'snapshot';
  if (kind === DELTA) return 'delta';
  throw new SeatMapFormatError(`kind ${kind}, known are ${SNAPSHOT} and ${DELTA}`);
}

function parseSnapshot(view: DataView): Snapshot {
  const seatCount = view.getUint32(32, true);
  const areaCount = view.getUint16(6, true);
  const stateBytes = Math.ceil(seatCount / 16) * 4;
  expectLength(view, HEADER_BYTES + stateBytes + areaCount * AREA_BYTES);
  const areas = readAreas(view, HEADER_BYTES + stateBytes, areaCount);
  return {
    kind: 'snapshot',
    event: view.getBigUint64(8, true),
    version: view.getBigUint64(16, true),
    planDigest: hexadecimal(view, 24, 8),
    states: unpack(view, seatCount),
    areas: areas.map(([capacity, held, sold, blocked]) => ({ capacity, held, sold, blocked })),
  };
}

function parseDelta(view: DataView): Delta {
  const changeCount = view.getUint32(32, true);
  const areaCount = view.getUint16(6, true);
  expectLength(view, HEADER_BYTES + changeCount * 4 + areaCount * AREA_BYTES);
  const changes = new Uint32Array(changeCount);
  for (let i = 0; i < changeCount; i++) changes[i] = view.getUint32(HEADER_BYTES + i * 4, true);
  const areas = readAreas(view, HEADER_BYTES + changeCount * 4, areaCount);
  return {
    kind: 'delta',
    event: view.getBigUint64(8, true),
    version: view.getBigUint64(16, true),
    fromVersion: view.getBigUint64(24, true),
    changes,
    areas: areas.map(([area, held, sold, blocked]) => ({ area, held, sold, blocked })),
  };
}

function expectLength(view: DataView, expected: number): void {
  if (view.byteLength !== expected) {
    throw new SeatMapFormatError(`${view.byteLength} bytes where its header says ${expected}`);
  }
}

function unpack(view: DataView, seatCount: number): Uint8Array {
  const states = new Uint8Array(seatCount);
  for (let seat = 0; seat < seatCount; seat++) {
    states[seat] = (view.getUint8(HEADER_BYTES + (seat >> 2)) >> ((seat & 3) * 2)) & 3;
  }
  return states;
}

type FourNumbers = [number, number, number, number];

function readAreas(view: DataView, offset: number, count: number): FourNumbers[] {
  return Array.from({ length: count }, (_, index) => {
    const at = offset + index * AREA_BYTES;
    const number = (place: number): number => view.getUint32(at + place * 4, true);
    return [number(0), number(1), number(2), number(3)];
  });
}

function hexadecimal(view: DataView, offset: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += view.getUint8(offset + i).toString(16).padStart(2, '0');
  return text;
}
