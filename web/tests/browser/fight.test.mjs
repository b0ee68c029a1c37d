import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMIT, PHONE, api, freeSeats, leave, makeEvent, openList, person, seatBox } from './browser.mjs';

const WITHIN_MILLIS = 1000;

test('two browsers fight for one seat: one wins, the other sees it go within a second', LIMIT, async () => {
  const event = await makeEvent(`Fight ${Date.now()}`);
  const [anna, ben] = [await person(), await person()];
  await Promise.all([openList(anna, event), openList(ben, event)]);
  const [seat, spare] = await freeSeats(anna, 2);
  for (const page of [anna, ben]) await seatBox(page, seat).click({ force: true });
  await seatBox(ben, spare).click({ force: true });

  // By the clock of Ben's own page, from the moment the server granted Anna's hold.
  const granted = anna.waitForResponse((response) => response.url().endsWith('/holds') && response.status() === 201).then(() => Date.now());
  const gone = ben.evaluate(momentOf, 'was taken a moment ago');
  await anna.getByRole('button', { name: /^Hold 1 seat/ }).click();
  const [won, seen] = await Promise.all([granted, gone]);
  assert.ok(seen - won <= WITHIN_MILLIS, `seen ${seen - won} ms after the hold`);

  await anna.waitForURL(/\/checkout\//);
  const name = await seatBox(ben, seat).getAttribute('aria-label');
  assert.match(name, /held by someone else/);
  assert.match(await ben.getByRole('alert').innerText(), /Your other seat is still chosen/);
  assert.equal(await ben.getByRole('button', { name: /^Take row/ }).count(), 2, 'two together are offered, and the nearest seat like it');
  await leave(anna, ben);
});

/** In the page: when an alert first says these words. */
function momentOf(words) {
  return new Promise((done) => {
    const look = () => {
      if (![...document.querySelectorAll('[role=alert]')].some((alert) => alert.textContent.includes(words))) return;
      watch.disconnect();
      done(Date.now());
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  });
}

/** The press may still fall on a button that goes in the middle of it; a refused press says the same words. */
const sawItGo = (page) => page.getByText(/was taken a moment ago/).waitFor().then(() => 'saw it go');

test('both ask at the same moment: exactly one holds the seat', LIMIT, async () => {
  const event = await makeEvent(`Same moment ${Date.now()}`);
  const pages = [await person(), await person(), await person()];
  await Promise.all(pages.map((page) => openList(page, event)));
  const [seat] = await freeSeats(pages[0], 1);
  for (const page of pages) await seatBox(page, seat).click({ force: true });
  const answers = pages.map((page) => page.waitForResponse((response) => response.url().endsWith('/holds')).then((response) => response.status()));
  for (const answer of answers) answer.catch(() => undefined);
  // Whoever sees it go first has no button left to press: only a press that happened must be answered.
  const pressed = await Promise.all(
    pages.map((page, at) =>
      page.getByRole('button', { name: /^Hold 1 seat/ }).click({ timeout: 3000 }).then(() => Promise.race([answers[at], sawItGo(page)]), () => 'saw it go'),
    ),
  );
  assert.equal(pressed.filter((status) => status === 201).length, 1, String(pressed));
  assert.ok(pressed.every((status) => [201, 409, 'saw it go'].includes(status)), String(pressed));
  await leave(...pages);
});

test('on a phone a lost seat is told above the closed drawer, with as many together near by; changing seats then breaks nothing', LIMIT, async () => {
  const event = await makeEvent(`Phone ${Date.now()}`);
  const { accessToken } = await api('/auth/guest', { method: 'POST', body: {} });
  const page = await person(PHONE);
  await openList(page, event);
  for (const seat of await freeSeats(page, 3)) await seatBox(page, seat).click({ force: true });
  const { sections } = await api(`/events/${event}/plan`);
  const { id, rows } = sections[0];
  await api(`/events/${event}/holds`, { method: 'POST', token: accessToken, body: { seats: [`${id}-${rows[0].label}-${rows[0].numbers[0]}`] } });
  const told = page.getByRole('alert');
  await told.getByText('Your other 2 seats are still chosen. 3 seats together near by are free').waitFor();
  const { y, height } = await told.boundingBox();
  assert.ok(y > 0 && y + height <= PHONE.viewport.height, `seen from ${y} to ${y + height}`);
  await told.getByRole('button', { name: /^Take row/ }).first().click();
  await page.getByText('3 seats', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/checkout\//);
  await page.goBack();
  await page.getByText('Live', { exact: true }).waitFor();
  await page.locator('.drawer-handle').click();
  await page.getByRole('button', { name: 'Change my seats' }).click();
  await page.getByRole('heading', { name: 'Your seats' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/checkout\//);
  await page.getByText(/Held for you for/).waitFor();
  await leave(page);
});
