/** Java's `SimpleDateFormat` for the locale en_US, which `Datetime.format` documents as its pattern language. */
import {daysOf, MILLIS_PER_DAY} from '../../runtime/date.ts';
import {invalidParameter} from '../../runtime/fault.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {offsetAt, zoneName} from '../../runtime/time-zone.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** @param epoch milliseconds since 1970-01-01T00:00:00Z @param zone shown, and named where the pattern asks for it */
export function formatDatetime(epoch: number, pattern: string, zone: string): string {
  const local = new Date(epoch + offsetAt(zone, epoch));
  let text = '';
  let at = 0;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === "'") {
      const [quoted, next] = quotedText(pattern, at);
      text += quoted;
      at = next;
    } else if (/[a-zA-Z]/.test(character)) {
      let end = at;
      while (pattern.charAt(end) === character) end++;
      text += field(character, end - at, local, epoch, zone);
      at = end;
    } else {
      text += character;
      at++;
    }
  }
  return text;
}

/** The text from a quote on, and where it ends; two quotes are one. */
function quotedText(pattern: string, start: number): [string, number] {
  if (pattern.charAt(start + 1) === "'") return ["'", start + 2];
  let text = '';
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern.charAt(at) !== "'") text += pattern.charAt(at);
    else if (pattern.charAt(at + 1) === "'") {
      text += "'";
      at++;
    } else return [text, at + 1];
  }
  throw invalidParameter('Unterminated quote');
}

function field(letter: string, length: number, local: Date, epoch: number, zone: string): string {
  switch (letter) {
    case 'G':
      return local.getUTCFullYear() > 0 ? 'AD' : 'BC';
    case 'y':
      return year(local.getUTCFullYear(), length);
    case 'Y':
      return year(weekOfYear(local).year, length);
    case 'M':
    case 'L':
      return name(MONTHS, local.getUTCMonth(), length) ?? padded(local.getUTCMonth() + 1, length);
    case 'w':
      return padded(weekOfYear(local).week, length);
    case 'W':
      return padded(weekOfMonth(local), length);
    case 'D':
      return padded(dayNumber(local) - daysOf(local.getUTCFullYear(), 1, 1) + 1, length);
    case 'd':
      return padded(local.getUTCDate(), length);
    case 'F':
      return padded(Math.floor((local.getUTCDate() - 1) / 7) + 1, length);
    case 'E':
      return length >= 4 ? (DAYS[local.getUTCDay()] ?? '') : (DAYS[local.getUTCDay()] ?? '').slice(0, 3);
    case 'u':
      return padded(local.getUTCDay() === 0 ? 7 : local.getUTCDay(), length);
    case 'a':
      return local.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(local.getUTCHours(), length);
    case 'k':
      return padded(local.getUTCHours() === 0 ? 24 : local.getUTCHours(), length);
    case 'K':
      return padded(local.getUTCHours() % 12, length);
    case 'h':
      return padded(local.getUTCHours() % 12 === 0 ? 12 : local.getUTCHours() % 12, length);
    case 'm':
      return padded(local.getUTCMinutes(), length);
    case 's':
      return padded(local.getUTCSeconds(), length);
    case 'S':
      return padded(local.getUTCMilliseconds(), length);
    case 'z':
      return zoneName(zone, epoch, length >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(offsetAt(zone, epoch), '');
    case 'X':
      return isoOffset(offsetAt(zone, epoch), length);
    default:
      throw invalidParameter(`Illegal pattern character '${letter}'`);
  }
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function year(value: number, length: number): string {
  const ofEra = value > 0 ? value : 1 - value;
  return length === 2 ? padded(ofEra % 100, 2) : padded(ofEra, length);
}

function name(names: readonly string[], index: number, length: number): string | null {
  if (length < 3) return null;
  return length === 3 ? (names[index] ?? '').slice(0, 3) : (names[index] ?? '');
}

function dayNumber(local: Date): number {
  return Math.floor(local.getTime() / MILLIS_PER_DAY);
}

/** Weeks begin on Sunday, and the first one holds January 1 (en_US). */
function weekOfYear(local: Date): {readonly year: number; readonly week: number} {
  const saturday = new Date(local.getTime() + (6 - local.getUTCDay()) * MILLIS_PER_DAY);
  const ofYear = saturday.getUTCFullYear();
  return {year: ofYear, week: Math.floor((dayNumber(saturday) - daysOf(ofYear, 1, 1)) / 7) + 1};
}

function weekOfMonth(local: Date): number {
  const firstDay = (local.getUTCDay() - ((local.getUTCDate() - 1) % 7) + 7) % 7;
  return Math.floor((local.getUTCDate() - 1 + firstDay) / 7) + 1;
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  return (offset < 0 ? '-' : '+') + padded(Math.floor(minutes / 60), 2) + separator + padded(minutes % 60, 2);
}

function isoOffset(offset: number, length: number): string {
  if (offset === 0) return 'Z';
  if (length > 3) throw new UnsupportedError('U303 More than three X in a date pattern are not supported.');
  const text = offsetText(offset, length === 3 ? ':' : '');
  return length === 1 ? text.slice(0, 3) : text;
}
