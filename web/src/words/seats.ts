import type { HeldSeat } from '../api/types';

/** `Row C 14`, with the section in front when asked. */
export function seatWords(seat: { section?: string; row?: string; number?: string; id?: string }, withSection = true): string {
  if (!seat.row && !seat.number) return seat.id ?? '';
  const place = `Row ${seat.row ?? ''} ${seat.number ?? ''}`.trim();
  return withSection && seat.section ? `${seat.section}, ${place.charAt(0).toLowerCase()}${place.slice(1)}` : place;
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

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
