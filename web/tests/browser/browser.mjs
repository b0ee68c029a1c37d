// What the browser tests share: a real Chromium, and a server that is already there.
import { existsSync } from 'node:fs';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

export const server = (process.env.CAVEA_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
export const admin = {
  email: process.env.CAVEA_ADMIN_EMAIL ?? 'admin@cavea.test',
  password: process.env.CAVEA_ADMIN_PASSWORD ?? 'cavea-admin-1',
};
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const LYING_PHONE = { ...PHONE, viewport: { width: 844, height: 390 } };
export const DESKTOP = { viewport: { width: 1440, height: 900 } };
/** The longest that any test may take. */
export const LIMIT = { timeout: 120_000 };

const FLAGS = [
  '--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

let browser;
after(() => browser?.close());

/** A person with a browser of their own. Anything that breaks in the page breaks the test. */
export async function person(options = DESKTOP) {
  browser ??= await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Vienna', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  return page;
}

export async function leave(...pages) {
  for (const page of pages) {
    await page.context().close();
    if (page.faults.length > 0) throw new Error(`the page broke: ${page.faults.join('; ')}`);
  }
}

export async function api(path, { method = 'GET', body, token } = {}) {
  const response = await fetch(`${server}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** An event of its own for a test, so that tests do not take each other's seats. */
export async function makeEvent(name, more = {}) {
  const { accessToken } = await api('/auth/login', { method: 'POST', body: admin });
  const { id } = await api('/admin/events', {
    method: 'POST',
    token: accessToken,
    body: {
      name,
      category: 'theatre',
      startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      plan: { generate: { kind: 'grid', rows: 6, seatsPerRow: 12 } },
      prices: [{ zone: '*', amountMinor: 4500, currency: 'EUR' }],
      publish: true,
      ...more,
    },
  });
  await until(async () => (await api(`/events/${id}`)).name === name, `the event ${name} is published`);
  return id;
}

/** Waits for a condition instead of the clock. */
export async function until(holds, words, limitMillis = 10_000) {
  const end = Date.now() + limitMillis;
  let last;
  while (Date.now() < end) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`waited ${limitMillis} ms in vain: ${words}${last ? ` (${last.message})` : ''}`);
}

export async function logIn(page, { email, password } = admin) {
  await page.goto(`${server}/account`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
}

/** Opens the house as a list, with its first section unfolded. */
export async function openList(page, eventId) {
  await page.goto(`${server}/events/${eventId}/seats`);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  const section = page.locator('.seat-list-section button').first();
  if ((await section.getAttribute('aria-expanded')) === 'false') await section.click();
  await page.locator('[data-seat]').first().waitFor();
}

export const seatBox = (page, seat) => page.locator(`[data-seat="${seat}"]`);

/** The first free seats as the list shows them, by index. */
export async function freeSeats(page, count) {
  const boxes = await page.locator('[data-seat][aria-disabled="false"]').evaluateAll((all) => all.map((box) => Number(box.dataset.seat)));
  if (boxes.length < count) throw new Error(`only ${boxes.length} seats are free`);
  return boxes.slice(0, count);
}
