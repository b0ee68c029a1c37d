const SECONDS = 5;
const VIEWPORT = { width: 1440, height: 900 };

/** One run in a fresh browser context: loads the house and plays with it as a fan would. */
export async function measure(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    const snapshotBytes = await snapshotOnTheWire(url);
    await page.goto(`${url}/bench.html`);
    await page.waitForFunction('window.bench?.usableAt != null', null, { timeout: 30_000 });
    const { seats, usableMillis } = await page.evaluate(() => ({
      seats: window.bench.map.model.plan.seatCount,
      usableMillis: window.bench.usableAt,
    }));
    const whole = await panning(page, SECONDS);
    const zoom = await zooming(page, SECONDS);
    await page.evaluate(() => window.bench.map.zoomBy(1e-3));
    await page.waitForTimeout(400);
    await page.mouse.move(720, 200);
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -240);
    await page.waitForTimeout(400);
    const near = await panning(page, SECONDS);
    const interactionMillis = await interacting(page);
    const hitTestMicros = await page.evaluate(() => window.bench.hitTest(50_000));
    const deltas = await page.evaluate(() => window.bench.deltas);
    if (faults.length > 0) throw new Error(`the page failed: ${faults[0]}`);
    return { seats, snapshotBytes, usableMillis, whole, near, zoom, interactionMillis, hitTestMicros, deltas };
  } finally {
    await context.close();
  }
}

/** As it is sent, compressed when the server compresses it. */
async function snapshotOnTheWire(url) {
  const headers = { accept: 'application/vnd.cavea.seatmap', 'accept-encoding': 'identity' };
  const response = await fetch(`${url}/seats`, { headers });
  return (await response.arrayBuffer()).byteLength;
}

/** Drags the map in circles with the real mouse. */
async function panning(page, seconds) {
  await page.mouse.move(720, 450);
  await page.mouse.down();
  await page.evaluate(() => window.bench.startFrames());
  await steadily(seconds, (time) =>
    page.mouse.move(720 + 420 * Math.sin(time * 2), 450 + 260 * Math.sin(time * 3)),
  );
  const frames = await page.evaluate(() => window.bench.stopFrames());
  await page.mouse.up();
  return frames;
}

/** In and out with the wheel, from the whole house to single seats. */
async function zooming(page, seconds) {
  await page.mouse.move(720, 200);
  await page.evaluate(() => window.bench.startFrames());
  await steadily(seconds, (time) => page.mouse.wheel(0, Math.sin(time * 2.5) > 0 ? -30 : 30));
  return page.evaluate(() => window.bench.stopFrames());
}

/** Clicks seats and walks with keys while deltas come in. */
async function interacting(page) {
  await page.evaluate(() => window.bench.slowestInteraction());
  for (let press = 0; press < 12; press++) {
    await page.mouse.click(400 + press * 50, 300 + press * 20);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => window.bench.slowestInteraction());
}

/** Calls at most 125 times a second, as a quick mouse reports. */
async function steadily(seconds, act) {
  const start = performance.now();
  for (;;) {
    const begun = performance.now();
    const time = (begun - start) / 1000;
    if (time >= seconds) return;
    await act(time);
    const rest = 8 - (performance.now() - begun);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
