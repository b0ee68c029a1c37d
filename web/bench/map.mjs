#!/usr/bin/env node
// Measures the seat map in a real browser without a graphics card: `./cavea bench map`.
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, runnerImport } from 'vite';
import { measure } from './map/measure.mjs';
import { DELTAS_PER_SECOND, serveEvent, serveHouse } from './map/server.mjs';
import config, { OUTPUT } from './map/vite.config.mjs';

const HOUSES = ['stadium', 'stadium200'];
const SEATS_PER_DELTA = 25;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    url: { type: 'string' },
    runs: { type: 'string', default: '3' },
    house: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(
    'bench map [--runs 3] [--house stadium|stadium200|arena|theatre]… [--url http://host:port/api/v1/events/ID] [--json FILE]',
  );
  process.exit(0);
}

const load = async (file) => (await runnerImport(new URL(file, import.meta.url).pathname, config)).module;

async function main() {
  await build(config);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  try {
    const machine = describeMachine(browser.version());
    const command = ['./cavea bench map', ...process.argv.slice(2)].join(' ');
    console.log(`${machine}\n${command}\n`);
    const results = [];
    for (const target of await targets()) {
      results.push(await median(browser, target));
      console.log(report(results.at(-1)));
    }
    if (values.json) {
      await writeFile(values.json, `${JSON.stringify({ machine, command, results }, null, 2)}\n`);
    }
  } finally {
    await browser.close();
  }
}

async function targets() {
  if (values.url) {
    const event = values.url.replace(/\/$/, '');
    await expectPlan(event);
    const serve = () => serveEvent({ pages: OUTPUT, event });
    return [{ name: values.url, serve }];
  }
  const { houseNamed } = await load('./map/houses/index.ts');
  const { countSeats } = await load('./map/houses/house-builder.ts');
  const { Crowd } = await load('./map/crowd.ts');
  return (values.house ?? HOUSES).map((name) => {
    const plan = houseNamed(name);
    const serve = () => {
      const areas = plan.areas.map(({ capacity }) => capacity);
      const crowd = new Crowd(countSeats(plan), areas);
      crowd.fill(0.4);
      return serveHouse({ pages: OUTPUT, plan, crowd, seatsPerDelta: SEATS_PER_DELTA });
    };
    return { name, serve };
  });
}

async function expectPlan(event) {
  const hint = '--url is an event of a running server, as http://127.0.0.1:8080/api/v1/events/ID';
  const answer = await fetch(`${event}/plan`).catch(() => null);
  if (!answer) throw new Error(`nothing answers at ${event}; ${hint}`);
  if (!answer.ok) throw new Error(`${event}/plan answers ${answer.status}; ${hint}`);
}

async function median(browser, { name, serve }) {
  const runs = [];
  let planBytes = null;
  for (let run = 0; run < Number(values.runs); run++) {
    const server = await serve();
    planBytes = server.planBytes;
    try {
      runs.push(await measure(browser, server.url));
    } finally {
      server.close();
    }
  }
  const middle = (pick) => runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const frames = (kind) => ({
    perSecond: middle((run) => run[kind].perSecond),
    p95Millis: middle((run) => run[kind].p95),
    longestMillis: middle((run) => run[kind].longest),
  });
  return {
    name,
    runs: runs.length,
    seats: runs[0].seats,
    planBytes,
    snapshotBytes: runs[0].snapshotBytes,
    deltasPerSecond: values.url ? null : DELTAS_PER_SECOND,
    usableMillis: middle((run) => run.usableMillis),
    panWholeHouse: frames('whole'),
    panNear: frames('near'),
    zoom: frames('zoom'),
    interactionMillis: middle((run) => run.interactionMillis),
    hitTestMicros: middle((run) => run.hitTestMicros),
  };
}

function report(result) {
  const line = (label, text) => `  ${label.padEnd(38)}${text}`;
  const frames = ({ perSecond, p95Millis, longestMillis }) =>
    `${perSecond.toFixed(1)} frames/s (19 of 20 within ${p95Millis.toFixed(1)} ms, longest ${longestMillis.toFixed(0)} ms)`;
  const live = result.deltasPerSecond
    ? `${result.deltasPerSecond} deltas/s of ${SEATS_PER_DELTA} seats`
    : 'live as the server sends it';
  const plan = result.planBytes === null ? [] : [line('plan, gzip', `${(result.planBytes / 1000).toFixed(0)} kB`)];
  return [
    `${result.name}: ${result.seats.toLocaleString('en')} seats, 1440 × 900, ${live}, median of ${result.runs}`,
    ...plan,
    line('snapshot on the wire', `${(result.snapshotBytes / 1000).toFixed(1)} kB`),
    line('usable after navigation', `${result.usableMillis.toFixed(0)} ms`),
    line('pan, whole house', frames(result.panWholeHouse)),
    line('pan, zoomed in', frames(result.panNear)),
    line('zoom', frames(result.zoom)),
    line('slowest answer to a press or key', `${result.interactionMillis.toFixed(0)} ms`),
    line('hit test', `${result.hitTestMicros.toFixed(2)} µs`),
    '',
  ].join('\n');
}

function describeMachine(chromiumVersion) {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu.model.trim()}, ${memory} GiB, Node ${process.version}, Chromium ${chromiumVersion}, no GPU`;
}

try {
  await main();
} catch (error) {
  console.error(`bench map: ${error.message}`);
  process.exitCode = 1;
}
