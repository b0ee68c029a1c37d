import { type Colour, mix, parseColour } from './colour';

/** The page's colours, as CSS colours; the page fills them from its tokens. */
export interface MapPalette {
  /** Around the house. */
  readonly ground: string;
  /** Inside a section's outline, under the seats; also labels' ground. */
  readonly section: string;
  readonly line: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly taken: string;
  readonly mine: string;
  readonly onMine: string;
  readonly warn: string;
  /** Price zones; a plan with more begins again. */
  readonly zones: readonly string[];
  /** The reader's system decides the colours: zones are told apart by the shape of their seats as well. */
  readonly isForced?: boolean;
}

/** The palette as pixels. */
export interface Inks {
  readonly ground: Colour;
  readonly section: Colour;
  readonly line: Colour;
  readonly ink: Colour;
  readonly inkSoft: Colour;
  readonly taken: Colour;
  readonly mine: Colour;
  readonly onMine: Colour;
  readonly warn: Colour;
  readonly zones: readonly Colour[];
  readonly focus: Colour;
  readonly isForced: boolean;
}

export function inksOf(palette: MapPalette): Inks {
  const ground = parseColour(palette.ground);
  const line = parseColour(palette.line);
  return {
    ground,
    section: parseColour(palette.section),
    line,
    ink: parseColour(palette.ink),
    inkSoft: parseColour(palette.inkSoft),
    taken: parseColour(palette.taken),
    mine: parseColour(palette.mine),
    onMine: parseColour(palette.onMine),
    warn: parseColour(palette.warn),
    zones: palette.zones.map(parseColour),
    // Words stand on it: where colours are forced, nothing may come between those and their ground.
    focus: palette.isForced ? parseColour(palette.section) : mix(ground, line, 0.75),
    isForced: palette.isForced ?? false,
  };
}
