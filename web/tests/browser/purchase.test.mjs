import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMIT, LYING_PHONE, PHONE, freeSeats, leave, makeEvent, openList, person, seatBox, server } from './browser.mjs';

async function toCheckout(page, event, count = 1) {
  await openList(page, event);
  for (const seat of await freeSeats(page, count)) await seatBox(page, seat).click({ force: true });
  await page.locator('button:visible', { hasText: /^(Hold \d|Continue)/ }).first().click();
  await page.waitForURL(/\/checkout\//);
  await page.getByLabel('Name').fill('Grace Hopper');
  await page.getByLabel('E-mail').fill('grace@example.com');
}

const pay = (page) => page.getByRole('button', { name: /^Pay / }).click();

test('a refused card keeps the seats, and another card buys them', LIMIT, async () => {
  const event = await makeEvent(`Refused ${Date.now()}`);
  const page = await person(PHONE);
  await toCheckout(page, event, 2);
  await page.getByLabel(/refused/).check();
  await pay(page);
  const refused = page.getByText(/2 seats are still held for you\. The card was refused/);
  await refused.waitFor();
  assert.ok(await refused.evaluate((said) => document.activeElement?.contains(said)), 'the keyboard goes on where it is said');
  const { y } = await refused.boundingBox();
  assert.ok(y > 60 && y < PHONE.viewport.height - 60, 'it is said where the reader looks');
  await page.getByLabel(/A card that works/).check();
  await pay(page);
  await page.getByRole('heading', { name: /Your tickets for/ }).waitFor();
  await leave(page);
});

test('a double click into the checkout gives no seat away, and seats given back can be had again', LIMIT, async () => {
  const event = await makeEvent(`Twice ${Date.now()}`);
  const page = await person();
  await openList(page, event);
  for (const seat of await freeSeats(page, 2)) await seatBox(page, seat).click({ force: true });
  await page.locator('button:visible', { hasText: /^(Hold \d|Continue)/ }).first().click();
  await page.waitForURL(/\/checkout\//);
  await page.getByRole('button', { name: 'Release these seats' }).click();
  await page.getByRole('heading', { name: 'You released your seats' }).waitFor();
  await page.getByRole('button', { name: 'Hold them again' }).click();
  await page.getByRole('heading', { name: '2 seats held for you' }).waitFor();
  await page.getByRole('button', { name: /^Pay / }).dblclick();
  await page.waitForURL(/\/checkout\//);
  await page.getByText(/Held for you for/).waitFor();
  await leave(page);
});

test('reloading, going back and losing the network keep the seats', LIMIT, async () => {
  const event = await makeEvent(`Kept ${Date.now()}`);
  const page = await person();
  await toCheckout(page, event);
  const address = page.url();
  await page.reload();
  await page.getByText(/Held for you for/).waitFor();
  assert.equal(await page.getByLabel('Name').inputValue(), 'Grace Hopper', 'what was typed is still there');
  await page.goBack();
  await page.getByRole('heading', { name: '1 seat held for you' }).waitFor();
  await page.goto(server);
  await page.getByRole('link', { name: 'Continue to payment' }).click();
  assert.equal(page.url(), address);
  await page.context().setOffline(true);
  await pay(page);
  await page.getByText(/Your seat is still held for you\. There is no connection/).waitFor();
  await page.context().setOffline(false);
  await pay(page);
  await page.getByRole('heading', { name: /Your ticket for/ }).waitFor();
  await leave(page);
});

test('a bank that asks for confirmation leads to the ticket', LIMIT, async () => {
  const event = await makeEvent(`Asked ${Date.now()}`);
  const page = await person();
  await toCheckout(page, event);
  await page.getByLabel(/asks for confirmation/).check();
  await pay(page);
  await page.getByRole('link', { name: /Confirm the payment/ }).click();
  const approve = page.getByRole('button', { name: 'Approve' });
  const ticket = page.getByRole('heading', { name: /Your ticket for/ });
  await approve.or(ticket).first().waitFor();
  if (await approve.isVisible()) await approve.click();
  await ticket.waitFor();
  await leave(page);
});

test('a slow bank shows its state and then the ticket', LIMIT, async () => {
  const event = await makeEvent(`Slow ${Date.now()}`);
  const page = await person();
  await toCheckout(page, event);
  await page.getByLabel(/A slow bank/).check();
  await pay(page);
  await page.getByText(/while the payment is decided/).waitFor();
  await page.reload();
  await page.getByText(/while the payment is decided/).waitFor();
  await page.getByRole('heading', { name: /Your ticket for/ }).waitFor({ timeout: 30_000 });
  await leave(page);
});

test('tickets that were opened once are there without a network', LIMIT, async () => {
  const event = await makeEvent(`Offline ${Date.now()}`);
  const page = await person(PHONE);
  await toCheckout(page, event);
  await pay(page);
  await page.getByRole('img', { name: /^Code of the ticket/ }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => caches.match('/', { ignoreVary: true }).then(Boolean));
  await page.reload();
  await page.getByRole('img', { name: /^Code of the ticket/ }).waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('img', { name: /^Code of the ticket/ }).waitFor();
  await leave(page);
});

test('a guest who makes an account keeps the tickets, and this browser shows them after log-out', LIMIT, async () => {
  const event = await makeEvent(`Adopted ${Date.now()}`);
  const page = await person(PHONE);
  await toCheckout(page, event);
  await pay(page);
  await page.getByRole('heading', { name: /Your ticket for/ }).waitFor();
  const booking = page.url();
  await page.goto(`${server}/account`);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Grace Hopper');
  await page.getByLabel('E-mail').fill(`grace${Date.now()}@example.com`);
  await page.getByLabel('Password').fill('a long enough password 7');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  await page.goto(`${server}/tickets`);
  await page.locator('.booking-line').getByText('Adopted').waitFor();
  // The account's own now: shown by the server, and to be returned.
  await page.goto(booking);
  await page.getByRole('button', { name: 'Return these tickets' }).waitFor();
  assert.equal(await page.getByText('as this browser last saw them').count(), 0);
  await page.goto(`${server}/account`);
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  await page.goto(`${server}/tickets`);
  await page.locator('.booking-line').getByText('Adopted').click();
  await page.getByRole('img', { name: /^Code of the ticket/ }).waitFor();
  await leave(page);
});

test('best available picks seats side by side and holds them', LIMIT, async () => {
  const event = await makeEvent(`Best ${Date.now()}`);
  const page = await person();
  await page.goto(`${server}/events/${event}/seats`);
  await page.getByRole('button', { name: 'More: How many seats' }).click();
  await page.getByRole('button', { name: 'Find and hold them' }).click();
  await page.getByRole('heading', { name: '3 seats held for you' }).waitFor();
  await page.getByRole('button', { name: 'Release them' }).click();
  await page.getByText('Tap the seats you want').waitFor();
  await leave(page);
});

test('seats of two events are held beside each other, each with its time; when that is over the page says so', LIMIT, async () => {
  const [first, second] = [await makeEvent(`Both one ${Date.now()}`), await makeEvent(`Both two ${Date.now()}`)];
  const page = await person();
  await page.clock.install();
  await page.goto(`${server}/events/${first}/seats`);
  await page.getByRole('button', { name: 'Find and hold them' }).click();
  await page.getByRole('heading', { name: '2 seats held for you' }).waitFor();
  assert.equal(await page.locator('.lines').evaluate((table) => getComputedStyle(table).borderCollapse), 'collapse', 'the prices are in order');
  await page.goto(`${server}/events/${second}/seats`);
  await page.getByRole('complementary', { name: 'Your held seats' }).getByText('Both one').waitFor();
  await page.getByRole('button', { name: 'Find and hold them' }).click();
  await page.getByRole('heading', { name: '2 seats held for you' }).waitFor();
  await page.goto(server);
  await page.getByRole('link', { name: 'Continue to payment' }).nth(1).click();
  const more = page.getByRole('button', { name: 'I need more time' });
  await page.getByText(/Held for you for/).waitFor();
  assert.equal(await more.count(), 0, 'more time can be had once, and is not spent while there is enough');
  await page.clock.fastForward('08:05');
  await more.click();
  await page.getByText('Extended once').waitFor();
  await page.goto(`${server}/events/${first}/seats`);
  await page.getByRole('heading', { name: '2 seats held for you' }).waitFor();
  await page.clock.fastForward('10:01');
  await page.getByRole('alert').getByText('Your seats went back on sale').waitFor();
  await page.getByRole('button', { name: 'Hold them again' }).waitFor();
  await leave(page);
});

test('the map opens by itself when the sale does, and says how many seats are the most', LIMIT, async () => {
  const event = await makeEvent(`Opening ${Date.now()}`, { rules: { onSaleAt: new Date(Date.now() + 3_600_000).toISOString(), maxSeatsPerBuyer: 2 } });
  const page = await person(LYING_PHONE);
  await page.clock.install();
  await openList(page, event);
  await page.getByText(/The sale opens in/).waitFor();
  await page.clock.fastForward('01:00:05');
  await page.getByText('Tap the seats you want').waitFor();
  for (const seat of await freeSeats(page, 3)) await seatBox(page, seat).click({ force: true });
  await page.getByRole('status').getByText('Two is the most. Leave one first.').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.seat-map [aria-live]')].some((said) => said.textContent === 'Two is the most. Leave one first.'));
  const { y, height } = await page.getByRole('button', { name: 'Continue' }).boundingBox();
  assert.ok(y + height <= LYING_PHONE.viewport.height, 'what comes next is in reach on a phone that lies on its side');
  await leave(page);
});
