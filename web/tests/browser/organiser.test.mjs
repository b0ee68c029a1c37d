import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMIT, admin, api, leave, logIn, makeEvent, person, server, until } from './browser.mjs';

const soon = () => new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 16);

test('an organiser draws a house, prices it, publishes it, and sees it on sale', LIMIT, async () => {
  const name = `Drawn ${Date.now()}`;
  const page = await person();
  await logIn(page);
  await page.goto(`${server}/organiser/new`);
  await page.getByRole('radio', { name: /Grid/ }).check({ force: true });
  await page.getByLabel('Rows', { exact: true }).fill('8');
  await page.getByLabel('Seats per row').fill('10');
  await page.getByRole('button', { name: 'Generate the plan' }).click();
  await page.getByText(/80 seats/).first().waitFor();
  const prices = page.locator('.price-row input');
  await prices.first().fill('60');
  await page.getByLabel('Fee on each ticket').fill('2.50');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Venue').fill('Odeon');
  await page.getByLabel('City').fill('Vienna');
  await page.getByLabel('Time zone').selectOption('Europe/Vienna');
  await page.getByLabel('Starts').fill(soon());
  await page.getByRole('button', { name: 'Publish the event' }).click();
  await page.waitForURL(/\/organiser\/events\//);
  await page.getByRole('heading', { name }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();

  const id = page.url().split('/').pop();
  const event = await api(`/events/${id}`);
  assert.equal(event.zones[0].total.amountMinor, 6250);

  await page.getByRole('button', { name: 'Stop the sale' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('nobody can hold a seat').waitFor();
  await dialog.getByRole('button', { name: 'Stop the sale' }).click();
  await page.getByRole('button', { name: 'Open the sale again' }).waitFor();
  await leave(page);
});

test('a plan with faults is drawn with its faults, and nothing is made', LIMIT, async () => {
  const page = await person();
  await logIn(page);
  await page.goto(`${server}/organiser/new`);
  await page.getByRole('button', { name: 'From a file' }).click();
  const csv = 'section,row,number,zone,x,y\nS,A,1,Z,0,0\nS,A,1,Z,25,0\nS,A,2,Z,50,0\n';
  await page.locator('input[type="file"]').setInputFiles({ name: 'house.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText(/Nothing has been created yet/).waitFor();
  await page.getByRole('img', { name: /2 seats marked/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Publish the event' }).count(), 0);
  await leave(page);
});

test('a simulated crowd makes the house move', LIMIT, async (t) => {
  const id = await makeEvent(`Crowd ${Date.now()}`);
  const { accessToken } = await api('/auth/login', { method: 'POST', body: admin });
  const asked = await fetch(`${server}/api/v1/admin/events/${id}/crowd`, { headers: { Authorization: `Bearer ${accessToken}` } });
  if (asked.status === 404) return t.skip('this server has no crowd');
  const page = await person();
  await logIn(page);
  await page.goto(`${server}/organiser/events/${id}`);
  await page.getByText('Live', { exact: true }).waitFor();
  const crowd = page.getByRole('switch', { name: 'Simulated crowd' });
  await crowd.click();
  await page.getByText('Simulated fans are choosing').waitFor();
  const sold = async () => Number((await page.locator('.figures dd').first().innerText()).replace(/\D/g, ''));
  await until(async () => (await sold()) > 0, 'seats are sold by the crowd', 30_000);
  await crowd.click();
  await page.getByText('Lets simulated fans choose').waitFor();
  await leave(page);
});
