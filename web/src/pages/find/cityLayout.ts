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
}

interface Line {
  d: string;
  words: string;
  x: number;
  y: number;
}

const WIDTH = 960;
const HEIGHT = 500;
const MARGIN = 80;
const LETTER = 9.5;

/** Places cities on a sheet by Mercator's projection, and their names where they cover no other city. */
export function layOut(events: EventSummary[]): { cities: City[]; lines: Line[]; width: number; height: number } {
  const spots = citiesOf(events);
  if (spots.length === 0) return { cities: [], lines: [], width: WIDTH, height: HEIGHT };
  const sheet = sheetFor(spots);
  const cities: City[] = [];
  for (const spot of [...spots].sort((a, b) => b.events - a.events)) {
    const x = sheet.x(spot.lon);
    const y = sheet.y(spot.lat);
    const radius = 13 + Math.sqrt(spot.events) * 5;
    cities.push({ name: spot.name, events: spot.events, x, y, radius, ...label(spot.name, x, y, radius, cities) });
  }
  return { cities, lines: graticule(sheet), width: WIDTH, height: HEIGHT };
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

function sheetFor(spots: Spot[]): Sheet {
  const lons = spots.map((spot) => spot.lon);
  const ys = spots.map((spot) => mercator(spot.lat));
  const [left, right, bottom, top] = [Math.min(...lons), Math.max(...lons), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(right - left, 2), (HEIGHT - 2 * MARGIN) / Math.max(top - bottom, 2));
  const midLon = (left + right) / 2;
  const midY = (top + bottom) / 2;
  const lats = spots.map((spot) => spot.lat);
  return {
    x: (lon) => WIDTH / 2 + (lon - midLon) * scale,
    y: (lat) => HEIGHT / 2 - (mercator(lat) - midY) * scale,
    lons: [midLon - WIDTH / 2 / scale, midLon + WIDTH / 2 / scale],
    lats: [Math.min(...lats) - 15, Math.max(...lats) + 15],
  };
}

type Label = Pick<City, 'labelX' | 'labelY' | 'anchor'>;

function label(name: string, x: number, y: number, radius: number, others: City[]): Label {
  const wide = name.length * LETTER;
  const ways: (Label & { left: number })[] = [
    { labelX: x + radius + 8, labelY: y + 5, anchor: 'start', left: x + radius + 8 },
    { labelX: x - radius - 8, labelY: y + 5, anchor: 'end', left: x - radius - 8 - wide },
    { labelX: x, labelY: y - radius - 10, anchor: 'middle', left: x - wide / 2 },
    { labelX: x, labelY: y + radius + 22, anchor: 'middle', left: x - wide / 2 },
  ];
  const free = (way: (typeof ways)[number]) =>
    way.left > 4 && way.left + wide < WIDTH - 4 && others.every((city) => apart(way, wide, city));
  const { labelX, labelY, anchor } = ways.find(free) ?? ways[0]!;
  return { labelX, labelY, anchor };
}

function apart(way: { left: number; labelY: number }, wide: number, city: City): boolean {
  const overlaps = (left: number, top: number, right: number, bottom: number) =>
    way.left < right && way.left + wide > left && way.labelY - 14 < bottom && way.labelY + 4 > top;
  const cityWide = city.name.length * LETTER;
  const nameLeft = city.anchor === 'start' ? city.labelX : city.anchor === 'end' ? city.labelX - cityWide : city.labelX - cityWide / 2;
  return (
    !overlaps(city.x - city.radius, city.y - city.radius, city.x + city.radius, city.y + city.radius) &&
    !overlaps(nameLeft, city.labelY - 14, nameLeft + cityWide, city.labelY + 4)
  );
}

function graticule(sheet: Sheet): Line[] {
  const lines: Line[] = [];
  for (let lon = Math.ceil(sheet.lons[0] / 5) * 5; lon <= sheet.lons[1]; lon += 5) {
    const x = sheet.x(lon);
    lines.push({ d: `M${x.toFixed(1)} 0V${HEIGHT}`, words: `${Math.abs(lon)}°${lon < 0 ? ' W' : lon > 0 ? ' E' : ''}`, x: x + 6, y: HEIGHT - 10 });
  }
  for (let lat = Math.ceil(sheet.lats[0] / 5) * 5; lat <= sheet.lats[1]; lat += 5) {
    const y = sheet.y(lat);
    if (y < 24 || y > HEIGHT) continue;
    lines.push({ d: `M0 ${y.toFixed(1)}H${WIDTH}`, words: `${Math.abs(lat)}°${lat < 0 ? ' S' : ' N'}`, x: 8, y: y - 6 });
  }
  return lines;
}
