/**
 * Cron expressions as `System.schedule` takes them (Apex Developer Guide, "Apex Scheduler"): `Seconds Minutes Hours Day_of_month Month Day_of_week
 * Optional_year`, after Quartz. Pure arithmetic: what an expression means, and when it fires next.
 */
import {utcOfLocal, offsetAt} from '../apex/runtime/time-zone.ts';

/** Which days of a month an expression means; days of the week are 1 (Sunday) to 7. */
type DayRule =
  | {readonly kind: 'days of month' | 'days of week'; readonly days: ReadonlySet<number>}
  /** `L`, `LW`: the last day, or the last weekday. */
  | {readonly kind: 'last day'; readonly isWeekday: boolean}
  /** `20W`: the weekday nearest to a day, in the same month. */
  | {readonly kind: 'nearest weekday'; readonly day: number}
  /** `6L`, `2#1`: the last, or the nth, of a day of the week; 0 is the last. */
  | {readonly kind: 'nth weekday'; readonly weekday: number; readonly nth: number};

export interface CronExpression {
  readonly second: number;
  readonly minute: number;
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly days: DayRule;
  readonly years: ReadonlySet<number>;
}

/** Why an expression is none. */
export class CronProblem {
  /** `integers` is the one for which the platform's words are known. */
  readonly kind: 'integers' | 'other';
  readonly message: string;

  constructor(kind: CronProblem['kind'], message: string) {
    this.kind = kind;
    this.message = message;
  }
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const [FIRST_YEAR, LAST_YEAR] = [1970, 2099] as const;
const SATURDAY = 7;

export function parseCron(text: string): CronExpression | CronProblem {
  const fields = text.trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', monthDays = '', months = '', weekdays = '', years = '*'] = fields;
  if (fields.length < 6 || fields.length > 7) return other(`${String(fields.length)} fields`);
  if (!/^\d+$/.test(seconds) || !/^\d+$/.test(minutes)) {
    return new CronProblem('integers', `Seconds and minutes must be specified as integers: ${text}`);
  }
  if (Number(seconds) > 59 || Number(minutes) > 59) return other('seconds and minutes from 0 to 59');
  const hourSet = numbers(hours, 0, 23);
  const monthSet = numbers(months, 1, 12, MONTHS);
  const yearSet = numbers(years, FIRST_YEAR, LAST_YEAR);
  const days = dayRule(monthDays, weekdays);
  if (hourSet === null || monthSet === null || yearSet === null) return other('hours, months or years that are none');
  if (days instanceof CronProblem) return days;
  const inOrder = [...hourSet].sort((left, right) => left - right);
  return {second: Number(seconds), minute: Number(minutes), hours: inOrder, months: monthSet, days, years: yearSet};
}

function other(message: string): CronProblem {
  return new CronProblem('other', message);
}

/** Exactly one of the two fields says something, and the other is `?`. */
function dayRule(monthDays: string, weekdays: string): DayRule | CronProblem {
  if ((monthDays === '?') === (weekdays === '?')) return other('one of day of month and day of week has to be ?');
  const rule = weekdays === '?' ? monthDayRule(monthDays) : weekdayRule(weekdays);
  return rule ?? other('days that are none');
}

function monthDayRule(text: string): DayRule | null {
  if (text === 'L' || text === 'LW' || text === 'WL') return {kind: 'last day', isWeekday: text !== 'L'};
  const nearest = /^(\d{1,2})W$/.exec(text);
  if (nearest !== null) {
    const day = Number(nearest[1]);
    return day >= 1 && day <= 31 ? {kind: 'nearest weekday', day} : null;
  }
  const days = numbers(text, 1, 31);
  return days === null ? null : {kind: 'days of month', days};
}

function weekdayRule(text: string): DayRule | null {
  if (text === 'L') return {kind: 'days of week', days: new Set([SATURDAY])};
  const special = /^(\d|[A-Z]{3})(?:L|#([1-5]))$/.exec(text);
  if (special !== null) {
    const weekday = number(special[1] ?? '', 1, 7, WEEKDAYS);
    return weekday === null ? null : {kind: 'nth weekday', weekday, nth: Number(special[2] ?? '0')};
  }
  const days = numbers(text, 1, 7, WEEKDAYS);
  return days === null ? null : {kind: 'days of week', days};
}

/** `1,3`, `2-5`, `*`, `1/5`, `*` with a step; a range may run over the end, as `FRI-MON` does. Null for what is none of these. */
function numbers(text: string, least: number, most: number, names: readonly string[] = []): ReadonlySet<number> | null {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|[A-Z0-9]+)(?:-([A-Z0-9]+))?(?:\/(\d+))?$/.exec(part);
    if (match === null || (match[1] === '*' && match[2] !== undefined)) return null;
    const [, start = '', end, step] = match;
    const from = start === '*' ? least : number(start, least, most, names);
    const to = end === undefined ? (start === '*' || step !== undefined ? most : from) : number(end, least, most, names);
    const by = Number(step ?? '1');
    if (from === null || to === null || by < 1) return null;
    const size = most - least + 1;
    const length = (to - from + size) % size;
    for (let offset = 0; offset <= length; offset += by) found.add(least + ((from - least + offset) % size));
  }
  return found;
}

function number(text: string, least: number, most: number, names: readonly string[]): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : names.indexOf(text) + least;
  return value >= least && value <= most && (/^\d+$/.test(text) || names.includes(text)) ? value : null;
}

/**
 * The first time after an instant, in milliseconds since 1970, at which the expression fires by the clocks of a time zone; null where it never does. A time that
 * the clocks skip is read as the zone's `utcOfLocal` has it.
 */
export function nextFireTime(cron: CronExpression, after: number, zone: string): number | null {
  const start = new Date(after + offsetAt(zone, after));
  for (let year = start.getUTCFullYear(); year <= LAST_YEAR; year++) {
    if (!cron.years.has(year)) continue;
    for (let month = year === start.getUTCFullYear() ? start.getUTCMonth() + 1 : 1; month <= 12; month++) {
      const fires = cron.months.has(month) ? firstInMonth(cron, year, month, after, zone) : null;
      if (fires !== null) return fires;
    }
  }
  return null;
}

function firstInMonth(cron: CronExpression, year: number, month: number, after: number, zone: string): number | null {
  for (const day of daysOf(cron.days, year, month)) {
    for (const hour of cron.hours) {
      const fires = utcOfLocal(zone, Date.UTC(year, month - 1, day, hour, cron.minute, cron.second));
      if (fires > after) return fires;
    }
  }
  return null;
}

/** In order. */
function daysOf(rule: DayRule, year: number, month: number): readonly number[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const all = Array.from({length}, (_, index) => index + 1);
  const weekdayOf = (day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
  switch (rule.kind) {
    case 'days of month':
      return all.filter((day) => rule.days.has(day));
    case 'days of week':
      return all.filter((day) => rule.days.has(weekdayOf(day)));
    case 'last day':
      return [rule.isWeekday ? nearestWeekday(length, length, weekdayOf) : length];
    case 'nearest weekday':
      return rule.day > length ? [] : [nearestWeekday(rule.day, length, weekdayOf)];
    case 'nth weekday': {
      const matching = all.filter((day) => weekdayOf(day) === rule.weekday);
      return matching.slice(rule.nth - 1, rule.nth === 0 ? undefined : rule.nth);
    }
  }
}

/** "If you specify 1W, and the first is a Saturday, the class doesn't run in the previous month, but on the third, which is the following Monday." */
function nearestWeekday(day: number, length: number, weekdayOf: (day: number) => number): number {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}

/** The expression of one instant by the clocks of a zone, as `System.scheduleBatch` makes it. */
export function cronOfInstant(instant: number, zone: string): string {
  const local = new Date(instant + offsetAt(zone, instant));
  const parts = [local.getUTCSeconds(), local.getUTCMinutes(), local.getUTCHours(), local.getUTCDate(), local.getUTCMonth() + 1];
  return `${parts.join(' ')} ? ${String(local.getUTCFullYear())}`;
}
