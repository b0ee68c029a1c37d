/** A reporter whose last line says it all: `30 passed, 0 failed, 1 skipped`. */
export default async function* tally(events) {
  let [passed, failed, skipped] = [0, 0, 0];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const words = `${'  '.repeat(data.nesting)}${type === 'test:fail' ? 'FAILED' : data.skip === undefined ? 'ok' : 'skipped'} ${data.name}`;
    yield `${words} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
    if (type === 'test:fail' && data.details.type !== 'suite') yield `${data.details.error?.cause?.stack ?? data.details.error?.message}\n`;
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined) skipped++;
    else if (type === 'test:pass') passed++;
    else failed++;
  }
  yield `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
}
