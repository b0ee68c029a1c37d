/** Bytes of live messages as docs/reference/seat-map-format.md says, written without the reader's help. */
export function bytesOf(bytes: readonly number[]): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

export function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(Math.floor(value / 65_536) & 0xffff)];
}

export function u64(value: bigint): number[] {
  return [...u32(Number(value & 0xffffffffn)), ...u32(Number(value >> 32n))];
}

const CVSM = [0x43, 0x56, 0x53, 0x4d];

export interface SnapshotSketch {
  readonly version: bigint;
  /** One digit a seat. */
  readonly states: string;
  readonly event?: bigint;
  /** Four numbers each. */
  readonly areas?: readonly (readonly number[])[];
}

export function snapshotBytes({ version, states, event = 5n, areas = [] }: SnapshotSketch): number[] {
  const packed: number[] = [];
  for (let first = 0; first < states.length; first += 4) {
    const four = Array.from(states.slice(first, first + 4), Number);
    packed.push(four.reduce((byte, state, place) => byte + state * 4 ** place, 0));
  }
  while (packed.length % 4 !== 0) packed.push(0);
  return [
    ...CVSM,
    1,
    1,
    ...u16(areas.length),
    ...u64(event),
    ...u64(version),
    ...u64(0x0102030405060708n),
    ...u32(states.length),
    ...u32(0),
    ...packed,
    ...areas.flat().flatMap(u32),
  ];
}

export interface DeltaSketch {
  readonly from: bigint;
  readonly to: bigint;
  /** Pairs of seat and state. */
  readonly seats?: readonly (readonly [number, number])[];
  readonly areas?: readonly (readonly number[])[];
}

export function deltaBytes({ from, to, seats = [], areas = [] }: DeltaSketch): number[] {
  return [
    ...CVSM,
    1,
    2,
    ...u16(areas.length),
    ...u64(5n),
    ...u64(to),
    ...u64(from),
    ...u32(seats.length),
    ...u32(0),
    ...seats.flatMap(([seat, state]) => u32(seat * 4 + state)),
    ...areas.flat().flatMap(u32),
  ];
}
