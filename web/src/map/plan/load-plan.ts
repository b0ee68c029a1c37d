import { type Rect, boundsOf, union, widen } from '../view/rect';
import type { Area, Plan, Row, Section } from './plan';
import type { AreaDocument, PlanDocument, Point, RowDocument } from './plan-document';
import { PlanFormatError } from './plan-format-error';

/** Turns the server's plan into columns. Throws {@link PlanFormatError} naming what is wrong. */
export function loadPlan(document: PlanDocument): Plan {
  if (document.format !== 'cavea-plan/1') {
    throw new PlanFormatError(`format is ${String(document.format)}, known is cavea-plan/1`);
  }
  const columns = new Columns(countSeats(document));
  const sections: Section[] = [];
  const rows: Row[] = [];
  document.sections.forEach((section, index) => {
    const firstRow = rows.length;
    const firstSeat = columns.length;
    section.rows.forEach((row, place) => {
      rows.push(columns.addRow(row, index, rows.length, `sections[${index}].rows[${place}]`));
    });
    const outline = flatten(section.outline ?? []);
    sections.push({
      id: section.id,
      name: section.name,
      outline,
      bounds: outline.length > 0 ? boundsOf(outline) : columns.bounds(firstSeat, document.pitch),
      firstRow,
      endRow: rows.length,
      firstSeat,
      endSeat: columns.length,
    });
  });
  const areas = (document.areas ?? []).map(loadArea);
  const { x, y, zone, flags, quality, row, section } = columns;
  return {
    name: document.name,
    pitch: document.pitch,
    bounds: boundsOfAll(document, sections, areas),
    focus: document.focus ?? null,
    zoneNames: document.zones.map((each) => each.name),
    sections,
    rows,
    areas,
    shapes: document.shapes ?? [],
    seatCount: columns.length,
    x,
    y,
    zone,
    flags,
    quality,
    row,
    section,
  };
}

function countSeats(document: PlanDocument): number {
  let count = 0;
  for (const section of document.sections) {
    for (const row of section.rows) count += row.numbers.length;
  }
  return count;
}

function loadArea(area: AreaDocument): Area {
  const outline = flatten(area.outline);
  const { id, name, capacity, zone } = area;
  return { id, name, capacity, zone, outline, bounds: boundsOf(outline) };
}

function flatten(points: readonly Point[]): Float32Array {
  const flat = new Float32Array(points.length * 2);
  points.forEach(([x, y], index) => {
    flat[index * 2] = x;
    flat[index * 2 + 1] = y;
  });
  return flat;
}

/** What the whole-house view must show; the document's size may hold a wide empty margin. */
function boundsOfAll(document: PlanDocument, sections: readonly Section[], areas: readonly Area[]): Rect {
  const parts = [...sections, ...areas].map((part) => part.bounds);
  const { focus } = document;
  if (focus) {
    const left = focus.x - focus.width / 2;
    const top = focus.y - focus.height / 2;
    parts.push({ left, top, right: left + focus.width, bottom: top + focus.height });
  }
  const [first, ...others] = parts;
  if (!first) return { left: 0, top: 0, right: document.size.width, bottom: document.size.height };
  return widen(others.reduce(union, first), document.pitch);
}

class Columns {
  length = 0;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly zone: Uint8Array;
  readonly flags: Uint8Array;
  readonly quality: Uint16Array;
  readonly row: Uint32Array;
  readonly section: Uint16Array;

  constructor(seatCount: number) {
    this.x = new Float32Array(seatCount);
    this.y = new Float32Array(seatCount);
    this.zone = new Uint8Array(seatCount);
    this.flags = new Uint8Array(seatCount);
    this.quality = new Uint16Array(seatCount);
    this.row = new Uint32Array(seatCount);
    this.section = new Uint16Array(seatCount);
  }

  addRow(row: RowDocument, section: number, index: number, place: string): Row {
    const firstSeat = this.length;
    const count = row.numbers.length;
    const endSeat = firstSeat + count;
    copy(row.x, this.x, firstSeat, count, `${place}.x`);
    copy(row.y, this.y, firstSeat, count, `${place}.y`);
    copy(row.zones, this.zone, firstSeat, count, `${place}.zones`);
    copy(row.flags ?? 0, this.flags, firstSeat, count, `${place}.flags`);
    copy(row.quality ?? 0, this.quality, firstSeat, count, `${place}.quality`);
    this.row.fill(index, firstSeat, endSeat);
    this.section.fill(section, firstSeat, endSeat);
    this.length = endSeat;
    return { label: row.label, section, firstSeat, endSeat, numbers: row.numbers, ids: row.ids ?? null };
  }

  bounds(firstSeat: number, pitch: number): Rect {
    if (firstSeat === this.length) return { left: 0, top: 0, right: 0, bottom: 0 };
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let seat = firstSeat; seat < this.length; seat++) {
      left = Math.min(left, this.x[seat]!);
      right = Math.max(right, this.x[seat]!);
      top = Math.min(top, this.y[seat]!);
      bottom = Math.max(bottom, this.y[seat]!);
    }
    return widen({ left, top, right, bottom }, pitch);
  }
}

type Column = Float32Array | Uint8Array | Uint16Array;

function copy(from: number | readonly number[], to: Column, at: number, count: number, place: string): void {
  if (typeof from === 'number') {
    to.fill(from, at, at + count);
    return;
  }
  if (from.length !== count) {
    throw new PlanFormatError(`${place} has ${from.length} numbers for ${count} seats`);
  }
  for (let i = 0; i < count; i++) to[at + i] = from[i]!;
}
