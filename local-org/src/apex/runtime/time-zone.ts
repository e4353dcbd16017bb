/**
 * Offsets of the IANA time zones, from the host's `Intl` (ICU) data. Offsets change on quarters of an hour only, so that they are asked for once a
 * quarter and zone: `Intl` takes a hundred times as long as a look-up. The tables hold facts of the world, not of an org, and are shared.
 */
const QUARTER = 900_000;

interface Zone {
  readonly id: string;
  readonly format: Intl.DateTimeFormat | null;
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone | null>();

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. Unknown zones count as GMT, as in Java's `TimeZone.getTimeZone`. */
export function offsetAt(zone: string, epoch: number): number {
  if (zone === 'GMT') return 0;
  const known = zoneOf(zone);
  if (known?.format == null) return fixedOffset(zone);
  const quarter = Math.floor(epoch / QUARTER);
  let offset = known.offsets.get(quarter);
  if (offset === undefined) {
    offset = askOffset(known.format, quarter * QUARTER);
    known.offsets.set(quarter, offset);
  }
  return offset;
}

/**
 * The instant at which the zone's clocks show a local time. A time that occurs twice is the later one, a time that is skipped is read with the
 * offset in force before: both are standard time, as Java's `GregorianCalendar` has it.
 */
export function utcOfLocal(zone: string, local: number): number {
  const before = offsetAt(zone, local - 86_400_000);
  const after = offsetAt(zone, local + 86_400_000);
  const standard = Math.min(before, after);
  if (before === after || offsetAt(zone, local - standard) === standard) return local - standard;
  const daylight = Math.max(before, after);
  return offsetAt(zone, local - daylight) === daylight ? local - daylight : local - standard;
}

/** Whether the zone is one that `TimeZone.getTimeZone` knows; other names stand for GMT. */
export function isTimeZone(zone: string): boolean {
  return zone === 'GMT' || zoneOf(zone) !== null || customZone(zone) !== null;
}

/** The id under which a time zone shows itself: `GMT+5` is `GMT+05:00`, an unknown name is `GMT`. */
export function canonicalZone(zone: string): string {
  if (zoneOf(zone) !== null) return zone;
  const custom = customZone(zone);
  if (custom === null || custom === 0) return 'GMT';
  const minutes = Math.abs(custom) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `GMT${custom < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A zone's English name at an instant: `long` as `Pacific Daylight Time`, `short` as `PDT`. */
export function zoneName(zone: string, epoch: number, style: 'long' | 'short'): string {
  const id = zoneOf(zone) === null ? 'GMT' : zone;
  const parts = new Intl.DateTimeFormat('en-US', {timeZone: id, timeZoneName: style}).formatToParts(epoch);
  const name = parts.find(({type}) => type === 'timeZoneName')?.value ?? zone;
  return name === 'UTC' ? 'GMT' : name;
}

function zoneOf(id: string): Zone | null {
  const known = zones.get(id);
  if (known !== undefined) return known;
  const zone = createZone(id);
  zones.set(id, zone);
  return zone;
}

function createZone(id: string): Zone | null {
  if (id === '' || /^(?:GMT)?[+-]/.test(id)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return {id, format, offsets: new Map()};
  } catch {
    return null;
  }
}

function askOffset(format: Intl.DateTimeFormat, epoch: number): number {
  const fields: Record<string, string> = {};
  for (const {type, value} of format.formatToParts(epoch)) fields[type] = value;
  const year = fields['era'] === 'BC' ? 1 - Number(fields['year']) : Number(fields['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(fields['month']) - 1, Number(fields['day']));
  local.setUTCHours(Number(fields['hour']), Number(fields['minute']), Number(fields['second']));
  return local.getTime() - epoch;
}

function fixedOffset(zone: string): number {
  return customZone(zone) ?? 0;
}

/** `GMT+h`, `GMT+hh:mm`, `GMT+hhmm`: Java's custom time zones. */
function customZone(zone: string): number | null {
  const match = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
