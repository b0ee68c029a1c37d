// A development double of the server: see README.md. Never shipped.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { ZONES, grid, theatre } from './plan.mjs';

const port = Number(process.argv[2] ?? 8080);
const dist = new URL('../dist/', import.meta.url).pathname;
const EUR = (amountMinor) => ({ amountMinor, currency: 'EUR' });
const PRICES = [8900, 6500, 4500, 2500];
const FEE = 250;
const DAY = 86_400_000;

// --- the made-up world ---------------------------------------------------------------------------

const CITIES = [
  ['Vienna', 48.21, 16.37, 'Europe/Vienna'],
  ['Berlin', 52.52, 13.4, 'Europe/Berlin'],
  ['Lisbon', 38.72, -9.14, 'Europe/Lisbon'],
  ['London', 51.51, -0.13, 'Europe/London'],
  ['Athens', 37.98, 23.73, 'Europe/Athens'],
  ['Paris', 48.86, 2.35, 'Europe/Paris'],
];
const SHOWS = [
  ['The Seagull', 'theatre', 'Kammerspiele'], ['Nordlicht Quartet', 'music', 'Konzerthaus'], ['City Derby', 'sport', 'Olympic Bowl'],
  ['Don Giovanni', 'opera', 'Staatsoper'], ['Paper Lanterns', 'music', 'Lantern Hall'], ['An Evening of Small Jokes', 'comedy', 'Corner Stage'],
  ['Swan Lake', 'dance', 'Opera House'], ['Saltwater Tour', 'music', 'Arena North'], ['Harbour Hawks v Red Stars', 'sport', 'Harbour Arena'],
  ['Medea', 'theatre', 'Odeon'], ['Goldberg at Midnight', 'music', 'Cathedral'], ['The Long Table', 'theatre', 'Schauspielhaus'],
];
const plans = new Map();
function keepPlan(plan, prices) {
  const text = JSON.stringify(plan);
  const tag = createHash('sha256').update(text).digest();
  const seats = plan.sections.flatMap((section) => section.rows.flatMap((row) => row.numbers.map((number, i) => ({
    id: row.ids[i], section: section.name, row: row.label, number, zone: row.zones,
  }))));
  const kept = { plan, text, tag, seats, prices, indexOf: new Map(seats.map((seat, index) => [seat.id, index])), id: tag.toString('hex') };
  plans.set(kept.id, kept);
  return kept;
}
const usual = keepPlan(theatre(), PRICES.map((price) => [price, FEE]));
const drawn = (body) => (body?.generate?.kind === 'grid' ? keepPlan(grid(body.generate.rows, body.generate.seatsPerRow), [[4500, 0]]) : (plans.get(body?.id) ?? usual));
const events = new Map();

function addEvent(id, name, category, venue, city, inDays, more = {}, kept = usual) {
  const { seats, prices } = kept;
  const [cityName, lat, lon, timeZone] = city;
  const startsAt = new Date(Math.floor((Date.now() + inDays * DAY) / DAY) * DAY + 18.5 * 3_600_000).toISOString();
  const house = { state: new Uint8Array(seats.length), version: 1, holds: new Map(), watchers: new Set(), area: { held: 0, sold: 0 }, history: [] };
  if (kept === usual) for (let i = 0; i < seats.length; i++) if ((i * 2654435761 + id.length * 7919) % 100 < 22) house.state[i] = 2;
  events.set(id, { id, name, category, startsAt, status: 'on_sale', soldOut: false, onSaleAt: null, closesAt: startsAt, priceFrom: EUR(Math.min(...prices.map(([price, fee]) => price + fee))), kept,
    venue: { id: `v${id}`, name: venue, city: cityName, lat, lon, timeZone }, house, ...more });
}
SHOWS.forEach(([name, category, venue], i) => addEvent(`ev${i + 1}`, name, category, venue, CITIES[i % CITIES.length], 2 + i * 5,
  i === 4 ? { onSaleAt: new Date(Date.now() + 2.2 * DAY).toISOString() } : i === 6 ? { soldOut: true } : i === 9 ? { status: 'closed' } : {}));

const zones = ({ kept }) => kept.plan.zones.map(({ name }, index) => ({ index, name, price: EUR(kept.prices[index][0]), fee: EUR(kept.prices[index][1]), total: EUR(kept.prices[index][0] + kept.prices[index][1]) }));
const cost = ({ kept }, seat) => kept.prices[kept.seats[seat].zone].reduce((a, b) => a + b);
const rules = { orphanSeats: 'allow', maxSeatsPerBuyer: 10, holdSeconds: 600 };
const summary = ({ house, kept, ...event }) => ({ ...event, crowd: undefined, free: house.state.filter((s) => s === 0).length, capacity: kept.seats.length });

// --- seats ---------------------------------------------------------------------------------------

function head(kind, areas, event, version, eighth, count) {
  const head = Buffer.alloc(40);
  head.write('CVSM');
  head[4] = 1;
  head[5] = kind;
  head.writeUInt16LE(areas, 6);
  head.writeBigUInt64LE(BigInt(version), 16);
  if (Buffer.isBuffer(eighth)) eighth.copy(head, 24, 0, 8);
  else head.writeBigUInt64LE(BigInt(eighth), 24);
  head.writeUInt32LE(count, 32);
  return head;
}
const numbers = (...values) => Buffer.from(new Uint32Array(values).buffer);

function snapshot({ house, kept: { seats, plan, tag } }) {
  const packed = Buffer.alloc(Math.ceil(Math.ceil(seats.length / 4) / 4) * 4);
  house.state.forEach((state, i) => { packed[i >> 2] |= state << ((i % 4) * 2); });
  return Buffer.concat([head(1, plan.areas ? 1 : 0, null, house.version, tag, seats.length), packed, ...(plan.areas ? [numbers(120, house.area.held, house.area.sold, 0)] : [])]);
}

function turn(event, indexes, state, area = false) {
  const { house } = event;
  const before = house.version++;
  for (const index of indexes) house.state[index] = state;
  const body = [head(2, area ? 1 : 0, null, house.version, before, indexes.length), numbers(...indexes.map((i) => (i << 2) | state))];
  if (area) body.push(numbers(0, house.area.held, house.area.sold, 0));
  const message = frame(Buffer.concat(body));
  for (const socket of house.watchers) socket.write(message);
}

function frame(bytes) {
  const long = bytes.length > 65535;
  const head = bytes.length < 126 ? Buffer.from([0x82, bytes.length]) : long ? Buffer.alloc(10) : Buffer.from([0x82, 126, bytes.length >> 8, bytes.length & 255]);
  if (long) { head[0] = 0x82; head[1] = 127; head.writeBigUInt64BE(BigInt(bytes.length), 2); }
  return Buffer.concat([head, bytes]);
}

// --- answers -------------------------------------------------------------------------------------

class Refused extends Error {
  constructor(status, slug, title, more = {}) { super(title); this.status = status; this.body = { type: `https://cavea.dev/problems/${slug}`, title, status, ...more }; }
}
const people = new Map([['admin@cavea.test', { email: 'admin@cavea.test', password: 'cavea-admin-1', name: 'House', role: 'admin' }]]);
const bookings = new Map();
const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokens = (person) => ({ accessToken: `${b64({ alg: 'none' })}.${b64({ sub: person.email, role: person.role, name: person.name })}.x`, tokenType: 'Bearer', expiresIn: 900, refreshToken: b64({ email: person.email }) });
const caller = (request) => {
  const token = request.headers.authorization?.slice(7);
  if (!token) throw new Refused(401, 'unauthorized', 'A token is needed');
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
};
const find = (id) => events.get(id) ?? (() => { throw new Refused(404, 'unknown-event', 'There is no such event'); })();

function hold(event, body, who) {
  const { house, kept: { seats, indexOf } } = event;
  let chosen = body.seats?.map((id) => indexOf.get(id) ?? (() => { throw new Refused(404, 'unknown-seat', 'Unknown seat', { unknown: [id] }); })());
  if (body.best) chosen = best(event, body.best);
  if (body.area) {
    house.area.held += body.quantity;
    turn(event, [], 0, true);
    return kept(event, [], EUR((PRICES[1] + FEE) * body.quantity), who, { area: body.area, quantity: body.quantity });
  }
  const taken = chosen.filter((i) => house.state[i] !== 0);
  if (taken.length) throw new Refused(409, 'seats-taken', 'Seats are taken', { taken: taken.map((i) => seats[i].id) });
  turn(event, chosen, 1);
  return kept(event, chosen, EUR(chosen.reduce((sum, i) => sum + cost(event, i), 0)), who, {});
}

function kept(event, chosen, total, who, more) {
  const { seats } = event.kept;
  const held = { holdId: randomUUID().slice(0, 8), eventId: event.id, seats: chosen.map((i) => seats[i].id), expiresAt: new Date(Date.now() + 600_000).toISOString(), total, ...more };
  event.house.holds.set(held.holdId, { ...held, chosen, who: who.sub });
  return held;
}

function best({ house, kept: { seats } }, { count, zone, maxPriceMinor }) {
  const fits = (i) => house.state[i] === 0 && (!zone || ZONES[seats[i].zone] === zone) && (!maxPriceMinor || PRICES[seats[i].zone] + FEE <= maxPriceMinor);
  for (let i = 0; i + count <= seats.length; i++) {
    const run = Array.from({ length: count }, (_, k) => i + k);
    if (run.every((k) => fits(k) && seats[k].row === seats[i].row && seats[k].section === seats[i].section)) return run;
  }
  throw new Refused(409, 'not-enough-together', 'Not enough together');
}

function ownHold(id, who) {
  for (const event of events.values()) {
    const held = event.house.holds.get(id);
    if (held && held.who === who.sub) return [event, held];
  }
  throw new Refused(404, 'hold-gone', 'The hold is gone');
}

function book({ holdId, buyer, payment }, who) {
  const [event, held] = ownHold(holdId, who);
  const booking = { id: randomUUID().slice(0, 8), holdId, eventId: event.id, seats: held.seats, total: held.total, status: 'confirmed', createdAt: new Date().toISOString(), buyer, who: who.sub, event: summary(event) };
  bookings.set(booking.id, booking);
  const settle = (status) => {
    booking.status = status;
    if (status !== 'confirmed') return;
    event.house.holds.delete(holdId);
    turn(event, held.chosen, 2);
  };
  const slow = { tok_slow: 8000, tok_timeout: 20_000 }[payment.token];
  if (payment.token === 'tok_declined') settle('payment_failed');
  else if (payment.token === 'tok_3ds') { booking.status = 'pending_payment'; booking.paymentAction = { type: 'redirect', url: `/api/v1/sandbox/3ds/${booking.id}` }; }
  else if (slow) { booking.status = 'pending_payment'; setTimeout(() => settle('confirmed'), slow); }
  else settle('confirmed');
  return booking;
}

const qr = (code) => {
  let squares = '';
  const bits = createHash('sha512').update(code).digest();
  for (let y = 0; y < 25; y++) for (let x = 0; x < 25; x++) {
    const eye = [[0, 0], [18, 0], [0, 18]].some(([a, b]) => x >= a && x < a + 7 && y >= b && y < b + 7 && (Math.max(Math.abs(x - a - 3), Math.abs(y - b - 3)) !== 2));
    const inEye = (x < 8 && y < 8) || (x > 16 && y < 8) || (x < 8 && y > 16);
    if (eye || (!inEye && bits[(x * 25 + y) % 64] >> (x + y) % 8 & 1)) squares += `M${x + 2} ${y + 2}h1v1h-1z`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><rect width="29" height="29" fill="#fff"/><path d="${squares}"/></svg>`;
};

const routes = [
  ['POST', /^auth\/guest$/, () => tokens({ email: `guest-${randomUUID()}`, role: 'guest', name: '' })],
  ['POST', /^auth\/login$/, (_, body) => { const p = people.get(body.email); if (p?.password !== body.password) throw new Refused(401, 'wrong-credentials', 'E-mail or password is wrong'); return tokens(p); }],
  ['POST', /^auth\/register$/, (_, body) => { if (people.has(body.email)) throw new Refused(409, 'email-taken', 'Taken'); people.set(body.email, { ...body, role: 'fan' }); return [201, { id: body.email, ...body, role: 'fan' }]; }],
  ['POST', /^auth\/refresh$/, (_, body) => { const { email } = JSON.parse(Buffer.from(body.refreshToken, 'base64url')); return tokens(people.get(email) ?? { email, role: 'guest', name: '' }); }],
  ['GET', /^currencies$/, () => ({ digits: { CHF: 2, EUR: 2, GBP: 2, HUF: 2, JPY: 0, USD: 2 } })],
  ['GET', /^me$/, (_, __, request) => ({ id: '1', email: caller(request).sub, name: caller(request).name, role: caller(request).role })],
  ['POST', /^auth\/logout$/, () => [204]],
  ['GET', /^events$/, (_, __, ___, query) => {
    const q = (query.get('q') ?? '').toLowerCase();
    const items = [...events.values()].map(summary).filter((e) => (!q || `${e.name} ${e.venue.name} ${e.venue.city}`.toLowerCase().includes(q)) &&
      (!query.get('city') || e.venue.city === query.get('city')) && (!query.get('category') || e.category === query.get('category')) &&
      (!query.get('from') || e.startsAt >= query.get('from')) && (!query.get('to') || e.startsAt <= query.get('to')));
    return { items, nextCursor: null };
  }],
  ['GET', /^events\/([^/]+)$/, ([id]) => ({ ...summary(find(id)), description: 'A story told slowly, by people who know how, in a room made for it.', zones: zones(find(id)), rules })],
  ['GET', /^events\/([^/]+)\/plan$/, ([id]) => [200, find(id).kept.text, 'application/json']],
  ['GET', /^events\/([^/]+)\/seats$/, ([id]) => [200, snapshot(find(id)), 'application/vnd.cavea.seatmap']],
  ['POST', /^events\/([^/]+)\/holds$/, ([id], body, request) => [201, hold(find(id), body, caller(request))]],
  ['POST', /^holds\/([^/]+)\/extend$/, ([id], _, request) => { const [, held] = ownHold(id, caller(request)); held.expiresAt = new Date(Date.parse(held.expiresAt) + 300_000).toISOString(); return { holdId: id, expiresAt: held.expiresAt }; }],
  ['DELETE', /^holds\/([^/]+)$/, ([id], _, request) => { const [event, held] = ownHold(id, caller(request)); event.house.holds.delete(id); turn(event, held.chosen, 0); return [204]; }],
  ['POST', /^bookings$/, (_, body, request) => [201, book(body, caller(request))]],
  ['GET', /^bookings\/my-bookings$/, (_, __, request) => ({ items: [...bookings.values()].filter((b) => b.who === caller(request).sub), nextCursor: null })],
  ['GET', /^bookings\/([^/]+)$/, ([id]) => bookings.get(id) ?? (() => { throw new Refused(404, 'unknown-booking', 'Unknown'); })()],
  ['POST', /^bookings\/([^/]+)\/cancel$/, ([id]) => { const b = bookings.get(id); b.status = 'refunded'; turn(events.get(b.eventId), b.seats.map((s) => events.get(b.eventId).kept.indexOf.get(s)), 0); return b; }],
  ['GET', /^bookings\/([^/]+)\/tickets$/, ([id]) => ({ items: bookings.get(id).seats.map((seat, i) => {
    const { seats, indexOf } = events.get(bookings.get(id).eventId).kept;
    const { section, row, number } = seats[indexOf.get(seat)];
    return { id: `${id}-${i}`, bookingId: id, seat, section, row, number, code: `CV1.${id}.${seat}`, qr: `/api/v1/tickets/${id}-${i}.svg`, status: 'valid' };
  }) })],
  ['GET', /^tickets\/([^/]+)\.svg$/, ([id]) => [200, qr(id), 'image/svg+xml']],
  ['GET', /^sandbox\/3ds\/([^/]+)$/, ([id]) => { const b = bookings.get(id); b.status = 'confirmed'; b.paymentAction = null; return [302, '', 'text/plain', { Location: `/tickets/${id}` }]; }],
  ['GET', /^stats\/event\/([^/]+)$/, ([id]) => counts(find(id))],
  ['POST', /^admin\/venues$/, (_, body) => [201, { id: 'v1', ...body }]],
  ['POST', /^admin\/plans$/, (_, body) => {
    if (typeof body === 'string') throw new Refused(422, 'invalid-plan', 'The seating plan cannot be used', { errors: [], duplicates: ['S-A-1'] });
    const made = drawn(body);
    return [201, { id: made.id, digest: made.id, seats: made.seats.length, warnings: [] }];
  }],
  ['GET', /^admin\/plans\/([^/]+)$/, ([id]) => [200, plans.get(id).text, 'application/json']],
  ['GET', /^admin\/events$/, () => ({ items: [...events.values()].slice(0, 5).map((e) => ({ ...summary(e), stats: counts(e) })), nextCursor: null })],
  ['POST', /^admin\/events$/, (_, body) => { const id = `ev${events.size + 1}`; addEvent(id, body.name, body.category ?? 'theatre', 'New house', CITIES[0], 20, { startsAt: body.startsAt, onSaleAt: body.rules?.onSaleAt ?? null }, { ...drawn(body.plan), prices: drawn(body.plan).plan.zones.map(({ name }) => body.prices.find(({ zone }) => zone === name || zone === '*')).map(({ amountMinor, feeMinor = 0 }) => [amountMinor, feeMinor]) }); return [201, { id }]; }],
  ['PUT', /^admin\/events\/([^/]+)$/, ([id], body) => { Object.assign(find(id), { closesAt: body.rules?.closesAt ?? find(id).startsAt }); return summary(find(id)); }],
  ['DELETE', /^admin\/events\/([^/]+)$/, ([id]) => { find(id).status = 'closed'; return [204]; }],
  ['GET', /^admin\/events\/([^/]+)\/bookings$/, ([id]) => ({ items: [...bookings.values()].filter((b) => b.eventId === id), nextCursor: null })],
  ['GET', /^admin\/events\/([^/]+)\/crowd$/, ([id]) => ({ running: Boolean(find(id).crowd), fans: find(id).crowd ? 200 : 0, simulated: true })],
  ['POST', /^admin\/events\/([^/]+)\/crowd$/, ([id]) => { startCrowd(find(id)); return [201, { running: true, fans: 200, simulated: true }]; }],
  ['DELETE', /^admin\/events\/([^/]+)\/crowd$/, ([id]) => { clearInterval(find(id).crowd); find(id).crowd = null; return [204]; }],
];

function counts({ id, house, kept: { seats }, kept }) {
  const by = [0, 0, 0, 0];
  let revenue = 0;
  house.state.forEach((s, i) => { by[s]++; if (s === 2) revenue += cost({ kept }, i); });
  return { eventId: id, version: house.version, free: by[0], held: by[1], sold: by[2], blocked: by[3], total: seats.length, revenue: EUR(revenue) };
}

function startCrowd(event) {
  event.crowd ??= setInterval(() => {
    const free = [];
    event.house.state.forEach((s, i) => { if (s === 0) free.push(i); });
    const at = free[Math.floor(Math.random() * free.length)];
    if (at === undefined) return;
    turn(event, [at], 1);
    setTimeout(() => turn(event, [at], Math.random() < 0.6 ? 2 : 0), 2500);
  }, 90);
}

// --- serving -------------------------------------------------------------------------------------

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  if (!url.pathname.startsWith('/api/v1/')) return file(url.pathname, response);
  const path = decodeURIComponent(url.pathname.slice(8));
  let text = '';
  for await (const part of request) text += part;
  try {
    for (const [method, pattern, answer] of routes) {
      const match = method === request.method && pattern.exec(path);
      if (!match) continue;
      let result = answer(match.slice(1), text ? (request.headers['content-type'] === 'text/csv' ? text : JSON.parse(text)) : {}, request, url.searchParams);
      if (!Array.isArray(result)) result = [200, result];
      const [status, body, type = 'application/json', headers = {}] = result;
      response.writeHead(status, { 'Content-Type': type, ...headers });
      return response.end(body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    }
    throw new Refused(404, 'not-found', 'Nothing here');
  } catch (problem) {
    const body = problem instanceof Refused ? problem.body : { type: 'about:blank', title: String(problem), status: 500 };
    response.writeHead(body.status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify(body));
  }
});

function file(path, response) {
  let at = join(dist, path);
  if (!at.startsWith(dist) || !existsSync(at) || statSync(at).isDirectory()) at = join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(at)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws:" });
  createReadStream(at).pipe(response);
}

server.on('upgrade', (request, socket) => {
  const event = events.get(/events\/([^/]+)\/live/.exec(request.url)?.[1]);
  if (!event) return socket.destroy();
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.write(frame(snapshot(event)));
  event.house.watchers.add(socket);
  const leave = () => event.house.watchers.delete(socket);
  socket.on('data', (bytes) => { if ((bytes[0] & 15) === 1) socket.write(frame(snapshot(event))); else if ((bytes[0] & 15) === 8) socket.end(); });
  socket.on('close', leave);
  socket.on('error', leave);
});
server.listen(port, '127.0.0.1', () => console.log(`the double listens at http://127.0.0.1:${port}`));
