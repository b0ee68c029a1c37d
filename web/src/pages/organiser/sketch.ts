/**
 * A seating plan that the server refused, drawn as far as it can be read, so that what is wrong is seen in the house and not in a log. Reads
 * pretix plans, Cavea plans and CSV without judging them.
 */
export interface SketchedSeat {
  id: string;
  x: number;
  y: number;
  /** Where the seat stands in the file, as the server names places: `zones[0].rows[2].seats[4]`, or `line 12`. */
  place: string;
}

export function sketch(text: string): SketchedSeat[] {
  try {
    const document: unknown = JSON.parse(text);
    return fromJson(document as Loose);
  } catch {
    return fromCsv(text);
  }
}

type Loose = { [name: string]: unknown } | null | undefined;

const things = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN);
const at = (thing: Loose): { x: number; y: number } => {
  const position = thing?.position as Loose;
  return { x: number(position?.x) || 0, y: number(position?.y) || 0 };
};

function fromJson(document: Loose): SketchedSeat[] {
  const seats = things(document?.sections).length > 0 ? fromCavea(document) : fromPretix(document);
  return seats.filter((seat) => Number.isFinite(seat.x) && Number.isFinite(seat.y));
}

function fromPretix(document: Loose): SketchedSeat[] {
  return things(document?.zones).flatMap((zone, z) =>
    things(zone?.rows).flatMap((row, r) =>
      things(row?.seats).map((seat, s) => ({
        id: String(seat?.seat_guid ?? ''),
        x: at(zone).x + at(row).x + at(seat).x,
        y: at(zone).y + at(row).y + at(seat).y,
        place: `zones[${z}].rows[${r}].seats[${s}]`,
      })),
    ),
  );
}

function fromCavea(document: Loose): SketchedSeat[] {
  return things(document?.sections).flatMap((section, s) =>
    things(section?.rows).flatMap((row, r) => {
      const [numbers, ids, xs, ys] = [row?.numbers, row?.ids, row?.x, row?.y].map((column) => (Array.isArray(column) ? (column as unknown[]) : [])) as [unknown[], unknown[], unknown[], unknown[]];
      return numbers.map((label, seat) => ({
        id: String(ids[seat] ?? `${String(section?.id)}-${String(row?.label)}-${String(label)}`),
        x: number(xs[seat]),
        y: number(ys[seat]),
        place: `sections[${s}].rows[${r}]`,
      }));
    }),
  );
}

function fromCsv(text: string): SketchedSeat[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = head.toLowerCase().split(/[,;\t]/).map((name) => name.trim().replace(/"/g, ''));
  const column = (name: string) => columns.indexOf(name);
  const [section, row, seat, x, y] = ['section', 'row', 'number', 'x', 'y'].map(column) as [number, number, number, number, number];
  if (x < 0 || y < 0) return [];
  return lines.flatMap((line, index) => {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/"/g, ''));
    const spot = { x: Number.parseFloat(cells[x] ?? ''), y: Number.parseFloat(cells[y] ?? '') };
    if (!Number.isFinite(spot.x) || !Number.isFinite(spot.y)) return [];
    return [{ id: `${cells[section]}-${cells[row]}-${cells[seat]}`, ...spot, place: `line ${index + 2}` }];
  });
}

/** Which seats the server's findings are about. */
export function faulty(seats: SketchedSeat[], duplicates: string[], fields: string[]): Set<number> {
  const doubled = new Set(duplicates);
  const marked = new Set<number>();
  seats.forEach((seat, index) => {
    const named = fields.some((field) => field === seat.place || (field.startsWith(seat.place) && /^[.[:]/.test(field.slice(seat.place.length))));
    if (doubled.has(seat.id) || named) marked.add(index);
  });
  return marked;
}
