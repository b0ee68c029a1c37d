/** All time zones that this browser knows, by name. */
export const zones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/**
 * The moment at which a clock in the zone shows the local time, as `2027-06-05T20:00`; null for what is none. A time that
 * the clocks pass over in spring is the one an hour later, and of two in autumn it is the first.
 */
export function momentIn(zone: string, local: string): Date | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!local || Number.isNaN(asUtc)) return null;
  const before = asUtc - offset(zone, asUtc - 86_400_000);
  const after = asUtc - offset(zone, asUtc + 86_400_000);
  const shows = (moment: number): boolean => moment + offset(zone, moment) === asUtc;
  return new Date(shows(before) || !shows(after) ? before : after);
}

/** How far clocks in the zone are ahead of UTC at the moment, in milliseconds. */
function offset(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(moment));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
