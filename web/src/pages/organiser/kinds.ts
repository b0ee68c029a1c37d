/** The houses that the server can draw, and the numbers it asks for. */
export interface KindField {
  name: string;
  words: string;
  min: number;
  max: number;
  usual: number;
}

export interface Kind {
  kind: 'grid' | 'theatre' | 'arena' | 'stadium';
  words: string;
  says: string;
  fields: readonly KindField[];
}

const zones = (usual: number): KindField => ({ name: 'zones', words: 'Price zones', min: 1, max: 8, usual });

export const KINDS: readonly Kind[] = [
  {
    kind: 'theatre',
    words: 'Theatre',
    says: 'Curved rows facing a stage',
    fields: [{ name: 'seats', words: 'Seats', min: 60, max: 5000, usual: 800 }, zones(4)],
  },
  {
    kind: 'arena',
    words: 'Arena',
    says: 'Stands around a floor',
    fields: [{ name: 'seats', words: 'Seats', min: 1000, max: 60_000, usual: 20_000 }, { name: 'floor', words: 'Standing places', min: 0, max: 20_000, usual: 0 }, zones(5)],
  },
  {
    kind: 'stadium',
    words: 'Stadium',
    says: 'Tiers around a field',
    fields: [{ name: 'seats', words: 'Seats', min: 1000, max: 200_000, usual: 80_000 }, zones(5)],
  },
  {
    kind: 'grid',
    words: 'Grid',
    says: 'Straight rows, as in a hall',
    fields: [
      { name: 'rows', words: 'Rows', min: 1, max: 200, usual: 15 },
      { name: 'seatsPerRow', words: 'Seats per row', min: 1, max: 200, usual: 20 },
      zones(2),
    ],
  },
];
