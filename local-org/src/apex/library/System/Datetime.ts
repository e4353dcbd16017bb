import {required, someValue} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {now, userTimeZone} from '../session.ts';
import {formatDatetime} from '../text/date-patterns.ts';
import {formatDay, parseDay, today} from './Date.ts';
import {ApexDate, MILLIS_PER_DAY} from '../../runtime/date.ts';
import {ApexDatetime} from '../../runtime/datetime.ts';
import {ApexFault, typeFault} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexTime} from '../../runtime/time.ts';

type Whole = number | null;
type Text = string | null;

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Apex Reference Guide, "Datetime Class". What isn't called Gmt is in the user's time zone; the user's locale is en_US. */
export const datetimeClass = defineClass('System.Datetime', {
  'addDays(Integer)': (_rt, self: ApexDatetime, days: Whole) => self.addMillis(required(days) * MILLIS_PER_DAY),
  'addHours(Integer)': (_rt, self: ApexDatetime, hours: Whole) => self.addMillis(required(hours) * HOUR),
  'addMinutes(Integer)': (_rt, self: ApexDatetime, minutes: Whole) => self.addMillis(required(minutes) * MINUTE),
  'addMonths(Integer)': (_rt, self: ApexDatetime, months: Whole) => addToDate(self, self.date('GMT').addMonths(required(months))),
  'addSeconds(Integer)': (_rt, self: ApexDatetime, seconds: Whole) => self.addMillis(required(seconds) * 1000),
  'addYears(Integer)': (_rt, self: ApexDatetime, years: Whole) => addToDate(self, self.date('GMT').addMonths(required(years) * 12)),
  'date()': (rt, self: ApexDatetime) => self.date(userTimeZone(rt)),
  'dateGmt()': (_rt, self: ApexDatetime) => self.date('GMT'),
  'day()': (rt, self: ApexDatetime) => self.date(userTimeZone(rt)).day(),
  'dayGmt()': (_rt, self: ApexDatetime) => self.date('GMT').day(),
  'dayOfYear()': (rt, self: ApexDatetime) => self.date(userTimeZone(rt)).dayOfYear(),
  'dayOfYearGmt()': (_rt, self: ApexDatetime) => self.date('GMT').dayOfYear(),
  'format()': (rt, self: ApexDatetime) => formatLocal(rt, self),
  'format(String)': (rt, self: ApexDatetime, pattern: Text) => formatDatetime(self.epoch, required(pattern), userTimeZone(rt)),
  'format(String,String)': (_rt, self: ApexDatetime, pattern: Text, zone: Text) =>
    formatDatetime(self.epoch, required(pattern), required(zone)),
  'formatGmt(String)': (_rt, self: ApexDatetime, pattern: Text) => formatDatetime(self.epoch, required(pattern), 'GMT'),
  'formatLong()': (rt, self: ApexDatetime) => formatDatetime(self.epoch, 'M/d/yyyy, h:mm:ss a z', userTimeZone(rt)),
  'getTime()': (_rt, self: ApexDatetime) => BigInt(self.epoch),
  'hour()': (rt, self: ApexDatetime) => self.time(userTimeZone(rt)).hour(),
  'hourGmt()': (_rt, self: ApexDatetime) => self.time('GMT').hour(),
  'isSameDay(Datetime)': (rt, self: ApexDatetime, other: ApexDatetime | null) =>
    required(other).date(userTimeZone(rt)).days === self.date(userTimeZone(rt)).days,
  'millisecond()': (_rt, self: ApexDatetime) => self.time('GMT').millisecond(),
  'millisecondGmt()': (_rt, self: ApexDatetime) => self.time('GMT').millisecond(),
  'minute()': (rt, self: ApexDatetime) => self.time(userTimeZone(rt)).minute(),
  'minuteGmt()': (_rt, self: ApexDatetime) => self.time('GMT').minute(),
  'month()': (rt, self: ApexDatetime) => self.date(userTimeZone(rt)).month(),
  'monthGmt()': (_rt, self: ApexDatetime) => self.date('GMT').month(),
  'second()': (rt, self: ApexDatetime) => self.time(userTimeZone(rt)).second(),
  'secondGmt()': (_rt, self: ApexDatetime) => self.time('GMT').second(),
  'time()': (rt, self: ApexDatetime) => self.time(userTimeZone(rt)),
  'timeGmt()': (_rt, self: ApexDatetime) => self.time('GMT'),
  'year()': (rt, self: ApexDatetime) => self.date(userTimeZone(rt)).year(),
  'yearGmt()': (_rt, self: ApexDatetime) => self.date('GMT').year(),
  'newInstance(Date,Time)': (rt, date: ApexDate | null, time: ApexTime | null) =>
    ApexDatetime.ofLocal(required(date), required(time), userTimeZone(rt)),
  'newInstance(Integer,Integer,Integer)': (rt, year: Whole, month: Whole, day: Whole) =>
    ofFields(userTimeZone(rt), year, month, day, 0, 0, 0),
  'newInstance(Integer,Integer,Integer,Integer,Integer,Integer)': (
    rt,
    year: Whole,
    month: Whole,
    day: Whole,
    hour: Whole,
    minute: Whole,
    second: Whole,
  ) => ofFields(userTimeZone(rt), year, month, day, hour, minute, second),
  'newInstance(Long)': (_rt, millis: bigint | null) => new ApexDatetime(Number(required(millis))),
  'newInstanceGmt(Date,Time)': (_rt, date: ApexDate | null, time: ApexTime | null) =>
    ApexDatetime.ofLocal(required(date), required(time), 'GMT'),
  'newInstanceGmt(Integer,Integer,Integer)': (_rt, year: Whole, month: Whole, day: Whole) => ofFields('GMT', year, month, day, 0, 0, 0),
  'newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)': (
    _rt,
    year: Whole,
    month: Whole,
    day: Whole,
    hour: Whole,
    minute: Whole,
    second: Whole,
  ) => ofFields('GMT', year, month, day, hour, minute, second),
  'now()': (rt) => now(rt),
  'parse(String)': (rt, text: Text) => parseDatetime(rt, required(text)),
  'valueOf(Object)': (rt, value: unknown) => datetimeOf(rt, someValue('Datetime', value)),
  'valueOf(String)': (rt, text: Text) => readDatetime(required(text), userTimeZone(rt)),
  'valueOfGmt(String)': (_rt, text: Text) => readDatetime(required(text), 'GMT'),
});

/** Days, months and years are added on the calendar of GMT: the hour of a local time shifts when clocks change (observed on the platform). */
function addToDate(value: ApexDatetime, date: ApexDate): ApexDatetime {
  return ApexDatetime.ofLocal(date, value.time('GMT'), 'GMT');
}

function ofFields(zone: string, year: Whole, month: Whole, day: Whole, hour: Whole, minute: Whole, second: Whole): ApexDatetime {
  const date = ApexDate.of(required(year), required(month), required(day));
  const seconds = (required(hour) * 60 + required(minute)) * 60 + required(second);
  const local = date.days * MILLIS_PER_DAY + seconds * 1000;
  return ApexDatetime.ofLocal(new ApexDate(Math.floor(local / MILLIS_PER_DAY)), ApexTime.wrap(local), zone);
}

/** The short form of the ICU locale en_US: `1/28/2008, 4:30 PM` (Salesforce Help, "ICU Date and Time Formats"). */
function formatLocal(rt: Runtime, value: ApexDatetime): string {
  const zone = userTimeZone(rt);
  return `${formatDay(value.date(zone))}, ${formatDatetime(value.epoch, 'h:mm a', zone)}`;
}

function parseDatetime(rt: Runtime, text: string): ApexDatetime {
  const match = /^(\S+?),? (\d{1,2}):(\d{2}) ([AP]M)$/.exec(text);
  const hour = Number(match?.[2]);
  const minute = Number(match?.[3]);
  if (match === null || hour < 1 || hour > 12 || minute > 59) throw typeFault(`Invalid date/time: ${text}`);
  let date: ApexDate;
  try {
    date = parseDay(match[1] ?? '', today(rt).year());
  } catch (error) {
    throw error instanceof ApexFault ? typeFault(`Invalid date/time: ${text}`) : error;
  }
  return ApexDatetime.ofLocal(date, ApexTime.of((hour % 12) + (match[4] === 'PM' ? 12 : 0), minute, 0, 0), userTimeZone(rt));
}

/**
 * `yyyy-MM-dd HH:mm:ss`; what follows is left out, be it a zone; fields beyond their range roll over; the form with `T` isn't taken (all observed on the
 * platform).
 */
function readDatetime(text: string, zone: string): ApexDatetime {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  if (match === null) throw typeFault(`Invalid date/time: ${text}`);
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number];
  return ofFields(zone, year, month, day, hour, minute, second);
}

function datetimeOf(rt: Runtime, value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  throw typeFault(`Invalid date/time: ${rt.stringOf(value)}`);
}
