import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMIT, leave, makeEvent, person, server } from './browser.mjs';

/** Tabs until the focus is where `isThere` says, as a person without a mouse would. */
async function tabTo(page, isThere, words) {
  for (let step = 0; step < 90; step++) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tabbed 90 times and never came to ${words}`);
}

const onButton = (pattern) => `(${(source) => {
  const focused = document.activeElement;
  return ['BUTTON', 'A'].includes(focused?.tagName) && new RegExp(source).test(focused.innerText || focused.ariaLabel || '');
}})(${JSON.stringify(pattern)})`;

test('a purchase by keyboard alone, from the search to the ticket with its code', LIMIT, async () => {
  const name = `Keys ${Date.now()}`;
  await makeEvent(name);
  const page = await person();
  await page.goto(server);

  await tabTo(page, "document.activeElement?.type === 'search'", 'the search');
  await page.keyboard.type(name);
  // Typing errors are forgiven, so that others may be found as well; what was typed stands first.
  await page.locator('.event-card').first().getByRole('link', { name }).waitFor();
  await tabTo(page, onButton(name), 'the event');
  await page.keyboard.press('Enter');

  await page.getByRole('link', { name: 'Choose your seats' }).waitFor();
  await tabTo(page, onButton('^Choose your seats'), 'the seats');
  await page.keyboard.press('Enter');

  await page.getByText('Live', { exact: true }).waitFor();
  await tabTo(page, onButton('^List$'), 'the list');
  await page.keyboard.press('Enter');
  await page.locator('.seat-list-section').first().waitFor();
  if ((await page.locator('[data-seat]').count()) === 0) {
    await tabTo(page, onButton('free$'), 'a section');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, "document.activeElement?.dataset.seat !== undefined", 'a seat');

  // The arrows walk in two dimensions.
  const here = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const first = await here();
  await page.keyboard.press('ArrowDown');
  const below = await here();
  await page.keyboard.press('ArrowRight');
  const beside = await here();
  assert.notEqual(below.split(', ')[1], first.split(', ')[1], 'down leads to another row');
  assert.equal(beside.split(', ')[1], below.split(', ')[1], 'right stays in the row');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.getByText('Total, incl. all fees').waitFor();

  await tabTo(page, onButton('^Hold 2 seats'), 'going on');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/checkout\//);
  await page.getByLabel('Name').waitFor();
  await tabTo(page, "document.activeElement?.name === 'name'", 'the name');
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  await tabTo(page, "document.activeElement?.type === 'radio'", 'the cards');
  await tabTo(page, onButton('^Pay '), 'paying');
  await page.keyboard.press('Enter');

  await page.waitForURL(/\/tickets\//, { timeout: 20_000 });
  await page.getByRole('heading', { name: new RegExp(`Your tickets for ${name}`) }).waitFor();
  const codes = page.getByRole('img', { name: /^Code of the ticket/ });
  await codes.first().waitFor();
  assert.equal(await codes.count(), 2);
  for (const code of await codes.all()) {
    const drawn = await code.evaluate((image) => image.decode().then(() => image.naturalWidth));
    assert.ok(drawn > 0, 'the code is a picture');
  }
  await leave(page);
});
