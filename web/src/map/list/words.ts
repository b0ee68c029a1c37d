/** Every word that the map shows or says, so that a page can bring its own language. */
export interface MapWords {
  readonly row: (label: string) => string;
  readonly seat: (number: string) => string;
  readonly wheelchair: string;
  readonly companion: string;
  readonly aisle: string;
  readonly free: string;
  readonly held: string;
  readonly sold: string;
  readonly blocked: string;
  readonly unknown: string;
  readonly picked: string;
  readonly pending: string;
  readonly mine: string;
  readonly notOnSale: string;
  readonly from: (price: string) => string;
  readonly countFree: (count: number) => string;
  readonly soldOut: string;
  readonly taken: (seats: readonly string[]) => string;
  /** At most so many seats may be chosen. */
  readonly limit: (most: number) => string;
  readonly changed: (free: number, taken: number) => string;
  readonly map: string;
  readonly mapHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholeHouse: string;
  readonly focus: Readonly<Record<'stage' | 'field' | 'ring', string>>;
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

export const ENGLISH: MapWords = {
  row: (label) => `row ${label}`,
  seat: (number) => `seat ${number}`,
  wheelchair: 'wheelchair place',
  companion: 'companion seat',
  aisle: 'aisle',
  free: 'free',
  held: 'held by someone else',
  sold: 'sold',
  blocked: 'not for sale',
  unknown: 'loading',
  picked: 'chosen',
  pending: 'being held for you',
  mine: 'held for you',
  notOnSale: 'not on sale',
  from: (price) => `from ${price}`,
  countFree: (count) => `${count.toLocaleString('en')} free`,
  soldOut: 'sold out',
  taken: (seats) => `${seats.join('; ')}: taken a moment ago.`,
  limit: (most) => `${NUMBERS[most] ?? most} is the most. Leave ${most === 1 ? 'it' : 'one'} first.`,
  changed: (free, taken) => {
    const parts = [
      taken > 0 ? `${plural(taken, 'seat', 'seats')} taken` : '',
      free > 0 ? `${plural(free, 'seat', 'seats')} free again` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
  },
  map: 'Seat map',
  mapHelp:
    'Arrow keys move from seat to seat, Enter or Space chooses, plus and minus zoom, zero shows the whole map.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeHouse: 'Show the whole map',
  focus: { stage: 'Stage', field: 'Field', ring: 'Ring' },
};
