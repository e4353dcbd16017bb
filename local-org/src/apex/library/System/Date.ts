import {required, someValue} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {now, userTimeZone} from '../session.ts';
import {ApexDate, daysInMonth, isDay, isLeapYear} from '../../runtime/date.ts';
import {ApexDatetime} from '../../runtime/datetime.ts';
import {typeFault} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';

type Day = ApexDate | null;
type Whole = number | null;

/** Apex Reference Guide, "Date Class". The user's locale is en_US: weeks begin on Sunday, days show as `M/d/yyyy`. */
export const dateClass = defineClass('System.Date', {
  'addDays(Integer)': (_rt, self: ApexDate, days: Whole) => self.addDays(required(days)),
  'addMonths(Integer)': (_rt, self: ApexDate, months: Whole) => self.addMonths(required(months)),
  'addYears(Integer)': (_rt, self: ApexDate, years: Whole) => self.addMonths(required(years) * 12),
  'day()': (_rt, self: ApexDate) => self.day(),
  'dayOfYear()': (_rt, self: ApexDate) => self.dayOfYear(),
  'daysBetween(Date)': (_rt, self: ApexDate, other: Day) => required(other).days - self.days,
  'format()': (_rt, self: ApexDate) => formatDay(self),
  'isSameDay(Date)': (_rt, self: ApexDate, other: Day) => required(other).days === self.days,
  'month()': (_rt, self: ApexDate) => self.month(),
  'monthsBetween(Date)': (_rt, self: ApexDate, other: Day) => monthNumber(required(other)) - monthNumber(self),
  'toStartOfMonth()': (_rt, self: ApexDate) => self.addDays(1 - self.day()),
  'toStartOfWeek()': (_rt, self: ApexDate) => self.addDays(-self.dayOfWeek()),
  'year()': (_rt, self: ApexDate) => self.year(),
  'daysInMonth(Integer,Integer)': (_rt, year: Whole, month: Whole) => daysInMonth(required(year), required(month)),
  'isLeapYear(Integer)': (_rt, year: Whole) => isLeapYear(required(year)),
  'newInstance(Integer,Integer,Integer)': (_rt, year: Whole, month: Whole, day: Whole) =>
    ApexDate.of(required(year), required(month), required(day)),
  'parse(String)': (rt, text: string | null) => parseDay(required(text), today(rt).year()),
  'today()': (rt) => today(rt),
  'valueOf(Object)': (rt, value: unknown) => dateOf(rt, someValue('Date', value)),
  'valueOf(String)': (_rt, text: string | null) => readDate(required(text)),
});

export function today(rt: Runtime): ApexDate {
  return now(rt).date(userTimeZone(rt));
}

export function formatDay(date: ApexDate): string {
  return `${String(date.month())}/${String(date.day())}/${String(date.year())}`;
}

/** `M/d/yyyy`, or with two digits of the year, which mean one from 80 years ago to 20 years ahead (Java's `SimpleDateFormat`). */
export function parseDay(text: string, thisYear: number): ApexDate {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  const [month, day, year] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null) throw typeFault(`Invalid date: ${text}`);
  const full = match[3]?.length === 2 ? withCentury(year, thisYear) : year;
  if (!isDay(full, month, day)) throw typeFault(`Invalid date: ${text}`);
  return ApexDate.of(full, month, day);
}

function withCentury(year: number, thisYear: number): number {
  const base = thisYear - (thisYear % 100) + year;
  return base > thisYear + 20 ? base - 100 : base <= thisYear - 80 ? base + 100 : base;
}

/** `yyyy-MM-dd`, what follows is left out; months and days beyond their range roll over (observed on the platform). */
function readDate(text: string): ApexDate {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (match === null) throw typeFault(`Invalid date: ${text}`);
  return ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
}

function dateOf(rt: Runtime, value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.date(userTimeZone(rt));
  throw typeFault(`Invalid date: ${rt.stringOf(value)}`);
}

function monthNumber(date: ApexDate): number {
  return date.year() * 12 + date.month();
}
