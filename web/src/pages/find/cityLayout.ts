import type { EventSummary } from '../../api/types';

export interface City {
  name: string;
  events: number;
  x: number;
  y: number;
  radius: number;
  labelX: number;
  labelY: number;
  anchor: 'start' | 'end' | 'middle';
  /** Whether there is room for its name. */
  named: boolean;
}

interface Line {
  d: string;
  words: string;
  x: number;
  y: number;
}

/** The paper: a unit of it is a pixel of the screen, so that names are as large on a phone as elsewhere. */
export interface Paper {
  width: number;
  height: number;
}

export const WIDE: Paper = { width: 960, height: 500 };
export const NARROW: Paper = { width: 400, height: 520 };

const MARGIN = 0.12;
const LETTER = 9.5;
const GAP = 6;
const FINEST_MESH = 50;
const MOST_PUSHES = 200;

/** Places cities on a sheet by Mercator's projection, moves them off each other, and puts names where they cover none. */
export function layOut(events: EventSummary[], paper: Paper = WIDE): { cities: City[]; lines: Line[] } & Paper {
  const spots = citiesOf(events);
  if (spots.length === 0) return { cities: [], lines: [], ...paper };
  const sheet = sheetFor(spots, paper);
  const circles: Circle[] = [...spots]
    .sort((a, b) => b.events - a.events)
    .map(({ name, events: count, lon, lat }) => ({ name, events: count, x: sheet.x(lon), y: sheet.y(lat), radius: 12 + Math.sqrt(count) * 4 }));
  moveApart(circles, paper);
  const cities: City[] = [];
  for (const circle of circles) cities.push({ ...circle, ...label(circle, circles, cities, paper) });
  return { cities, lines: graticule(sheet, paper), ...paper };
}

type Circle = Pick<City, 'name' | 'events' | 'x' | 'y' | 'radius'>;

/** Two that overlap give way to each other, along the line between them, until none does. */
function moveApart(circles: Circle[], paper: Paper): void {
  for (let push = 0; push < MOST_PUSHES; push++) {
    let moved = false;
    for (const [i, one] of circles.entries()) {
      for (const other of circles.slice(i + 1)) {
        const dx = other.x - one.x || 0.5;
        const dy = other.y - one.y;
        const distance = Math.hypot(dx, dy);
        const lack = one.radius + other.radius + GAP - distance;
        if (lack <= 0.01) continue;
        moved = true;
        const step = lack / 2 / distance;
        one.x -= dx * step;
        one.y -= dy * step;
        other.x += dx * step;
        other.y += dy * step;
      }
      one.x = Math.min(paper.width - one.radius, Math.max(one.radius, one.x));
      one.y = Math.min(paper.height - one.radius, Math.max(one.radius, one.y));
    }
    if (!moved) return;
  }
}

interface Spot {
  name: string;
  lat: number;
  lon: number;
  events: number;
}

function citiesOf(events: EventSummary[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const { venue } of events) {
    if (typeof venue.lat !== 'number' || typeof venue.lon !== 'number') continue;
    const spot = spots.get(venue.city);
    if (spot) spot.events++;
    else spots.set(venue.city, { name: venue.city, lat: venue.lat, lon: venue.lon, events: 1 });
  }
  return [...spots.values()];
}

interface Sheet {
  x: (lon: number) => number;
  y: (lat: number) => number;
  lons: [number, number];
  lats: [number, number];
}

const mercator = (lat: number) => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

function sheetFor(spots: Spot[], { width, height }: Paper): Sheet {
  const lons = spots.map((spot) => spot.lon);
  const ys = spots.map((spot) => mercator(spot.lat));
  const [left, right, bottom, top] = [Math.min(...lons), Math.max(...lons), Math.min(...ys), Math.max(...ys)];
  const scale = (1 - 2 * MARGIN) * Math.min(width / Math.max(right - left, 2), height / Math.max(top - bottom, 2));
  const midLon = (left + right) / 2;
  const midY = (top + bottom) / 2;
  const lats = spots.map((spot) => spot.lat);
  return {
    x: (lon) => width / 2 + (lon - midLon) * scale,
    y: (lat) => height / 2 - (mercator(lat) - midY) * scale,
    lons: [midLon - width / 2 / scale, midLon + width / 2 / scale],
    lats: [Math.min(...lats) - 15, Math.max(...lats) + 15],
  };
}

type Label = Pick<City, 'labelX' | 'labelY' | 'anchor' | 'named'>;

/** Beside, above or below its circle; nameless where every place is taken, until somebody points at it. */
function label(city: Circle, circles: Circle[], placed: City[], paper: Paper): Label {
  const { x, y, radius } = city;
  const wide = city.name.length * LETTER;
  const ways: (Omit<Label, 'named'> & { left: number })[] = [
    { labelX: x + radius + 6, labelY: y + 5, anchor: 'start', left: x + radius + 6 },
    { labelX: x - radius - 6, labelY: y + 5, anchor: 'end', left: x - radius - 6 - wide },
    { labelX: x, labelY: y - radius - 8, anchor: 'middle', left: x - wide / 2 },
    { labelX: x, labelY: y + radius + 20, anchor: 'middle', left: x - wide / 2 },
  ];
  const free = ways.find(
    (way) =>
      way.left > 4 &&
      way.left + wide < paper.width - 4 &&
      circles.every((other) => other === city || !covers(way, wide, other.x - other.radius, other.y - other.radius, other.x + other.radius, other.y + other.radius)) &&
      placed.every((other) => !other.named || !covers(way, wide, ...boxOf(other))),
  );
  const { labelX, labelY, anchor } = free ?? ways[0]!;
  return { labelX, labelY, anchor, named: free !== undefined };
}

function covers(way: { left: number; labelY: number }, wide: number, left: number, top: number, right: number, bottom: number): boolean {
  return way.left < right && way.left + wide > left && way.labelY - 14 < bottom && way.labelY + 4 > top;
}

function boxOf(city: City): [number, number, number, number] {
  const wide = city.name.length * LETTER;
  const left = city.anchor === 'start' ? city.labelX : city.anchor === 'end' ? city.labelX - wide : city.labelX - wide / 2;
  return [left, city.labelY - 14, left + wide, city.labelY + 4];
}

function graticule(sheet: Sheet, { width, height }: Paper): Line[] {
  const lines: Line[] = [];
  const step = [5, 10, 15].find((degrees) => sheet.x(degrees) - sheet.x(0) >= FINEST_MESH) ?? 30;
  for (let lon = Math.ceil(sheet.lons[0] / step) * step; lon <= sheet.lons[1]; lon += step) {
    const x = sheet.x(lon);
    lines.push({ d: `M${x.toFixed(1)} 0V${height}`, words: `${Math.abs(lon)}°${lon < 0 ? ' W' : lon > 0 ? ' E' : ''}`, x: x + 6, y: height - 10 });
  }
  for (let lat = Math.ceil(sheet.lats[0] / step) * step; lat <= sheet.lats[1]; lat += step) {
    const y = sheet.y(lat);
    if (y < 24 || y > height) continue;
    lines.push({ d: `M0 ${y.toFixed(1)}H${width}`, words: `${Math.abs(lat)}°${lat < 0 ? ' S' : ' N'}`, x: 8, y: y - 6 });
  }
  return lines;
}
