import type { HeldSeat } from '../api/types';

/** `Row C 14`, with the section in front when asked. */
export function seatWords(seat: { section?: string; row?: string; number?: string; id?: string }, withSection = true): string {
  if (!seat.row && !seat.number) return seat.id ?? '';
  const place = `Row ${seat.row ?? ''} ${seat.number ?? ''}`.trim();
  return withSection && seat.section ? `${seat.section}, ${place.charAt(0).toLowerCase()}${place.slice(1)}` : place;
}

/** `Stalls, row C, seats 14, 15 and 16`: one text for each row. */
export function rowsInWords(seats: readonly HeldSeat[]): string[] {
  const rows = new Map<string, string[]>();
  for (const seat of seats) {
    const place = seat.row && seat.number ? seatWords({ ...seat, number: '' }) : '';
    rows.set(place, [...(rows.get(place) ?? []), place ? (seat.number ?? '') : seatWords(seat) || seat.section || 'a place']);
  }
  return [...rows].map(([place, names]) => (place ? `${place}, ${names.length === 1 ? 'seat' : 'seats'} ${list(names)}` : list(names)));
}

/** A seat as the server named it: an id alone, or in full. */
export function seatOf(seat: string | HeldSeat): HeldSeat {
  if (typeof seat !== 'string') return seat;
  const parts = seat.split('-');
  if (parts.length !== 3) return { id: seat };
  const [section, row, number] = parts as [string, string, string];
  return { id: seat, section, row, number };
}

export function list(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

/** `4–6` for numbers that follow each other, else each. */
export function numbersInWords(numbers: readonly string[]): string {
  const values = numbers.map(Number).sort((a, b) => a - b);
  const follow = values.length > 1 && values.every((value, at) => Number.isInteger(value) && value === values[0]! + at);
  return follow ? `${values[0]}–${values.at(-1)}` : list(numbers);
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
