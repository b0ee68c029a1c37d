// The map alone, on the page of its bench: what only a real browser can tell.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'vite';
import { serveHouse } from '../../bench/map/server.mjs';
import config, { OUTPUT } from '../../bench/map/vite.config.mjs';
import { DESKTOP, LIMIT, PHONE, leave, person } from './browser.mjs';

let server;

before(async () => {
  await build(config);
  server = await serveHouse({ pages: OUTPUT, plan: {}, crowd: null, seatsPerDelta: 0 });
});
after(() => server?.close());

async function open(house, options, query = '') {
  const page = await person(options);
  await page.goto(`${server.url}/harness.html?house=${house}&theme=light${query}`);
  await page.waitForFunction('window.seatMap');
  return page;
}

const picked = (page) => page.evaluate(() => [...window.seatMap.model.selection.picked]);
const spoken = (page, which) => page.locator('[aria-live]').nth(which).textContent();
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('arrow keys walk from the best seat, and are told each seat; Enter chooses and gives back', LIMIT, async () => {
  const page = await open('theatre');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
  await page.keyboard.press('ArrowRight');
  const first = await spoken(page, 0);
  assert.match(first, /^Stalls.*, row [A-N], seat \d+, \d+ euros,.*free$/);
  await page.keyboard.press('Enter');
  assert.equal((await picked(page)).length, 1);
  assert.match(await spoken(page, 0), /chosen$/);
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await spoken(page, 0), first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  assert.deepEqual(await picked(page), []);
  await leave(page);
});

/** Where seats lie on the screen, far enough from each other not to make a double tap of two. */
async function seatsUnder(page, count) {
  await page.evaluate(() => window.seatMap.on('hover', (hovered) => (window.hovered = hovered?.seat?.seat ?? -1)));
  const found = new Map();
  for (let y = 340; y < 560 && found.size < count; y += 60) {
    for (let x = 90; x < 320 && found.size < count; x += 9) {
      await page.mouse.move(x, y);
      const seat = await page.evaluate(() => window.hovered);
      const isFar = [...found.values()].every((other) => Math.hypot(other.x - x, other.y - y) > 60);
      if (seat >= 0 && isFar && !found.has(seat)) found.set(seat, { seat, x, y });
    }
  }
  return [...found.values()];
}

test('a finger goes from the house to a section to its seats, and then each tap chooses one while the view stays', LIMIT, async () => {
  const page = await open('arena', PHONE, '&fill=0');
  const views = await page.evaluateHandle(() => {
    const seen = [];
    window.seatMap.on('view', (view) => seen.push(view));
    return seen;
  });
  const tapAndRest = async (x, y) => {
    const before = await views.evaluate((seen) => seen.length);
    await page.touchscreen.tap(x, y);
    await page.waitForFunction(([seen, from]) => seen.length > from, [views, before]);
    return views.evaluate((seen) => seen.at(-1));
  };
  const section = await tapAndRest(60, 440);
  assert.ok(!section.isWhole && section.section >= 0 && section.seatWidth < 40, JSON.stringify(section));
  const seats = await tapAndRest(195, 440);
  assert.ok(seats.seatWidth >= 44, `seats are ${seats.seatWidth} px apart`);
  assert.deepEqual(await picked(page), []);
  const sign = page.locator('.seat-map-here');
  assert.equal(await sign.textContent(), await page.evaluate(([at]) => window.seatMap.model.plan.sections[at].name, [seats.section]));
  const spots = await seatsUnder(page, 2);
  const moved = await views.evaluate((seen) => seen.length);
  for (const { x, y } of spots) await page.touchscreen.tap(x, y);
  assert.deepEqual(new Set(await picked(page)), new Set(spots.map(({ seat }) => seat)));
  assert.equal(await views.evaluate((seen) => seen.length), moved, 'the view stays');
  await leave(page);
});

test('forced colours paint the house with the system’s, and it is seen', LIMIT, async () => {
  const page = await open('theatre', { ...DESKTOP, forcedColors: 'active' });
  const seen = await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const probe = document.createElement('span');
    probe.style.cssText = 'forced-color-adjust: none; color: Canvas';
    document.body.append(probe);
    const canvasColour = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).join(',');
    return { colours: [...counts].filter(([, count]) => count > 500).map(([colour]) => colour), canvasColour };
  });
  assert.ok(seen.colours.length >= 4, `only ${seen.colours.join(' ')}`);
  assert.ok(seen.colours.includes(seen.canvasColour), `${seen.canvasColour} is not among ${seen.colours.join(' ')}`);
  await leave(page);
});

test('a seat that somebody else takes is given up, told with the nearest like it, and said aloud', LIMIT, async () => {
  const page = await open('theatre');
  const [seat, told] = await page.evaluate(() => {
    const { seatMap, crowd } = window;
    const free = [...crowd.states.keys()].find((each) => seatMap.model.isPickable(each));
    seatMap.togglePick(free);
    const heard = [];
    seatMap.on('seatTaken', (taken) => heard.push(...taken));
    while (seatMap.model.isFree(free)) seatMap.applyDelta(crowd.delta(30));
    return [free, heard];
  });
  assert.equal(told.length, 1);
  assert.equal(told[0].seat.seat, seat);
  assert.ok(told[0].nearest >= 0 && told[0].nearest !== seat);
  assert.deepEqual(await picked(page), []);
  await page.waitForFunction(() => /taken a moment ago/.test(document.body.textContent));
  await leave(page);
});

test('draws nothing while nothing happens', LIMIT, async () => {
  const page = await open('arena');
  await page.waitForTimeout(1500);
  const asked = await page.evaluate(async () => {
    let count = 0;
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      count++;
      return original.call(window, callback);
    };
    await new Promise((done) => setTimeout(done, 1000));
    return count;
  });
  assert.equal(asked, 0);
  await leave(page);
});

test('a zoom that rests leaves a painted picture, not a stretched one', LIMIT, async () => {
  const page = await open('stadium200');
  const picture = () => page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((hash, part) => (Math.imul(hash, 31) + part) | 0, 7);
  });
  await page.mouse.move(700, 300);
  const rested = page.evaluate(() => new Promise((done) => window.seatMap.on('view', done)));
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, -30);
  await rested;
  await page.mouse.move(720, 450);
  await page.mouse.move(5, 895);
  await page.waitForTimeout(1500);
  const zoomed = await picture();
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
  await frames(page);
  assert.notEqual(await picture(), zoomed);
  await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
  await frames(page);
  assert.equal(await picture(), zoomed);
  await leave(page);
});

test('keeps the whole house in view when the window changes, and follows dark and light', LIMIT, async () => {
  const page = await open('stadium');
  const corner = () => page.evaluate(() => [...document.querySelector('canvas').getContext('2d').getImageData(2, 2, 1, 1).data]);
  const light = await corner();
  await page.setViewportSize({ width: 700, height: 500 });
  await frames(page);
  const size = await page.evaluate(() => {
    const { width, height } = document.querySelector('canvas');
    return [width, height];
  });
  assert.deepEqual(size, [700, 500]);
  assert.deepEqual(await corner(), light, 'the corner is beside the house still');
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
  await frames(page);
  const dark = await corner();
  assert.ok(dark[0] < 60 && light[0] > 200, `light ${light}, dark ${dark}`);
  await leave(page);
});
