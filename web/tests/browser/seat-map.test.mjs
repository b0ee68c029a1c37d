// The map alone, on the page of its bench: what only a real browser can tell.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from 'vite';
import { serveHouse } from '../../bench/map/server.mjs';
import config, { OUTPUT } from '../../bench/map/vite.config.mjs';
import { LIMIT, PHONE, leave, person } from './browser.mjs';

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

test('a finger on small seats zooms in first, and the next tap chooses the nearest free seat', LIMIT, async () => {
  const page = await open('arena', PHONE, '&fill=0');
  const views = await page.evaluateHandle(() => {
    const seen = [];
    window.seatMap.on('view', (view) => seen.push(view));
    return seen;
  });
  await page.touchscreen.tap(195, 440);
  assert.deepEqual(await picked(page), []);
  await page.waitForFunction((seen) => seen.length > 0, views);
  const { seatWidth } = await views.evaluate((seen) => seen.at(-1));
  assert.ok(seatWidth >= 44, `seats are ${seatWidth} px apart`);
  // Far enough from the first tap not to make a double tap of both.
  await page.touchscreen.tap(240, 440);
  assert.equal((await picked(page)).length, 1);
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
