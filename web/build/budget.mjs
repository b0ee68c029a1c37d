// Says how much script a visitor loads for the first page and for each page after it, and fails when the first page is
// over the budget. The seat map is a page of its own and is not part of the first.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 120_000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

function scripts(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) scripts(imported, seen);
  return seen;
}

function weigh(files) {
  let raw = 0;
  let zipped = 0;
  for (const file of files) {
    const bytes = readFileSync(`dist/${file}`);
    raw += bytes.length;
    zipped += gzipSync(bytes).length;
  }
  return { raw, zipped };
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const first = scripts('index.html');
const start = weigh(first);
console.log(`script before the map  ${kB(start.raw)} raw ${kB(start.zipped)} gzip  (budget ${kB(BUDGET_BYTES).trim()} raw)`);
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue;
  const more = weigh([...scripts(key)].filter((file) => !first.has(file)));
  console.log(`+ ${(chunk.name ?? key).padEnd(20)} ${kB(more.raw)} raw ${kB(more.zipped)} gzip`);
}
if (start.raw > BUDGET_BYTES) {
  console.error('the first page loads more script than its budget');
  process.exit(1);
}
