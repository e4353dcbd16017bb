import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {ApexTime} from '../../../src/apex/runtime/time.ts';
import {call, fakeRuntime, raises} from './fake-runtime.ts';

const rt = fakeRuntime({timeZone: 'America/Los_Angeles', now: Date.UTC(2026, 0, 2, 3, 4, 5, 6)});
const day = ApexDate.of(2026, 1, 31);
const instant = new ApexDatetime(Date.UTC(2026, 0, 2, 3, 4, 5, 6));

function date(member: string, ...args: readonly unknown[]): unknown {
  const result = call(rt, 'System.Date', member, ...args);
  return result instanceof ApexDate ? result.toIso() : result;
}

function datetime(member: string, ...args: readonly unknown[]): unknown {
  const result = call(rt, 'System.Datetime', member, ...args);
  return result instanceof ApexDatetime ? result.toIso() : result;
}

test('a Date moves, and ends its month', () => {
  assert.equal(date('addMonths(Integer)', day, 1), '2026-02-28');
  assert.equal(date('addYears(Integer)', ApexDate.of(2024, 2, 29), 1), '2025-02-28');
  assert.equal(date('addDays(Integer)', day, -31), '2025-12-31');
  assert.equal(date('toStartOfMonth()', day), '2026-01-01');
  assert.equal(date('toStartOfWeek()', day), '2026-01-25');
  assert.equal(date('daysInMonth(Integer,Integer)', 2024, 2), 29);
  assert.equal(date('isLeapYear(Integer)', 1900), false);
});

test('days and months between', () => {
  assert.equal(date('daysBetween(Date)', ApexDate.of(2026, 1, 1), day), 30);
  assert.equal(date('daysBetween(Date)', day, ApexDate.of(2026, 1, 1)), -30);
  assert.equal(date('monthsBetween(Date)', ApexDate.of(2025, 12, 31), ApexDate.of(2026, 2, 1)), 2);
  assert.equal(date('isSameDay(Date)', day, ApexDate.of(2026, 1, 31)), true);
});

test('today is the day in the zone of the user', () => {
  assert.equal(date('today()'), '2026-01-01');
});

test('Dates are shown and read in the form of en_US', () => {
  assert.equal(date('format()', ApexDate.of(2026, 1, 2)), '1/2/2026');
  assert.equal(date('parse(String)', '12/27/2009'), '2009-12-27');
  assert.equal(date('parse(String)', '1/2/26'), '2026-01-02');
  assert.equal(date('parse(String)', '1/2/99'), '1999-01-02');
  assert.throws(() => date('parse(String)', '27.12.2009'), raises('System.TypeException', 'Invalid date: 27.12.2009'));
  assert.throws(() => date('parse(String)', '2/30/2009'), raises('System.TypeException', 'Invalid date: 2/30/2009'));
});

test('Date.valueOf reads the day and leaves out what follows', () => {
  assert.equal(date('valueOf(String)', '2026-01-02'), '2026-01-02');
  assert.equal(date('valueOf(String)', '2026-1-2 23:59:59'), '2026-01-02');
  assert.throws(() => date('valueOf(String)', '1/2/2026'), raises('System.TypeException', 'Invalid date: 1/2/2026'));
});

test('Date.valueOf(Object) takes days and instants, not text', () => {
  assert.equal(date('valueOf(Object)', instant), '2026-01-01');
  assert.throws(() => date('valueOf(Object)', '2024-02-29'), raises('System.TypeException', 'Invalid date: 2024-02-29'));
});

test('valueOf of an Object that is null is refused', () => {
  const refused = {code: 'U323'};
  assert.throws(() => date('valueOf(Object)', null), refused);
  assert.throws(() => datetime('valueOf(Object)', null), refused);
});

test('parts of a Datetime, local and in GMT', () => {
  assert.deepEqual([datetime('day()', instant), datetime('dayGmt()', instant)], [1, 2]);
  assert.deepEqual([datetime('hour()', instant), datetime('hourGmt()', instant)], [19, 3]);
  assert.deepEqual([datetime('minute()', instant), datetime('second()', instant), datetime('millisecond()', instant)], [4, 5, 6]);
  assert.equal(datetime('getTime()', instant), BigInt(instant.epoch));
  assert.equal((datetime('time()', instant) as ApexTime).toString(), '19:04:05.006Z');
  assert.equal(datetime('dayOfYear()', instant), 1);
});

test('addDays adds 24 hours, whatever clocks do', () => {
  const before = new ApexDatetime(Date.UTC(2018, 10, 4, 5));
  assert.equal(datetime('addDays(Integer)', before, 1), '2018-11-05T05:00:00.000Z');
  assert.equal(datetime('addMonths(Integer)', new ApexDatetime(Date.UTC(2024, 0, 31, 12)), 1), '2024-02-29T12:00:00.000Z');
  assert.equal(datetime('addYears(Integer)', before, -1), '2017-11-04T05:00:00.000Z');
  assert.equal(datetime('addHours(Integer)', before, 20), '2018-11-05T01:00:00.000Z');
});

test('Datetimes are made of local and GMT fields', () => {
  assert.equal(datetime('newInstance(Integer,Integer,Integer)', 2026, 7, 1), '2026-07-01T07:00:00.000Z');
  assert.equal(
    datetime('newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)', 2026, 7, 1, 24, 0, 0),
    '2026-07-02T00:00:00.000Z',
  );
  assert.equal(datetime('newInstance(Date,Time)', day, ApexTime.of(1, 2, 3, 4)), '2026-01-31T09:02:03.004Z');
  assert.equal(datetime('newInstance(Long)', 0n), '1970-01-01T00:00:00.000Z');
  assert.equal(datetime('now()'), '2026-01-02T03:04:05.006Z');
});

test('Datetime.valueOf reads local fields, leaves out zones and refuses ISO', () => {
  assert.equal(datetime('valueOf(String)', '2026-05-02 05:00:00'), '2026-05-02T12:00:00.000Z');
  assert.equal(datetime('valueOf(String)', '2026-05-02 5:0:0+02:00'), '2026-05-02T12:00:00.000Z');
  assert.equal(datetime('valueOf(String)', '2010-13-01 1:1:1'), '2011-01-01T09:01:01.000Z');
  assert.equal(datetime('valueOfGmt(String)', '2026-05-02 07:00:00Z'), '2026-05-02T07:00:00.000Z');
  const iso = '2026-05-02T05:00:00Z';
  assert.throws(() => datetime('valueOf(String)', iso), raises('System.TypeException', `Invalid date/time: ${iso}`));
  assert.throws(() => datetime('valueOf(String)', '2010-01-01 1:1'), raises('System.TypeException', 'Invalid date/time: 2010-01-01 1:1'));
  assert.throws(
    () => datetime('valueOf(Object)', '2026-05-02 01:02:03'),
    raises('System.TypeException', 'Invalid date/time: 2026-05-02 01:02:03'),
  );
});

test('Datetimes are shown and read in the form of en_US', () => {
  assert.equal(datetime('format()', instant), '1/1/2026, 7:04 PM');
  assert.equal(datetime('parse(String)', '1/1/2026, 7:04 PM'), '2026-01-02T03:04:00.000Z');
  assert.equal(datetime('parse(String)', '10/14/2011 11:46 AM'), '2011-10-14T18:46:00.000Z');
  assert.throws(() => datetime('parse(String)', 'x'), raises('System.TypeException', 'Invalid date/time: x'));
});

/** Pattern, zone, result for 2026-01-02T03:04:05.006Z, a Friday in GMT. */
const patterns: readonly (readonly [string, string, string])[] = [
  ['yyyy-MM-dd HH:mm:ss', 'GMT', '2026-01-02 03:04:05'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'GMT', '2026-01-02T03:04:05.006Z'],
  ["yyyy-MM-dd'T'HH:mm:ss.000+0000", 'GMT', '2026-01-02T03:04:05.000+0000'],
  ['EEE, MMM d yyyy', 'America/Los_Angeles', 'Thu, Jan 1 2026'],
  ['EEEE MMMM dd', 'GMT', 'Friday January 02'],
  ['h:mm a z', 'America/Los_Angeles', '7:04 PM PST'],
  ['k K H h', 'GMT', '3 3 3 3'],
  ['Z X XX XXX', 'America/Los_Angeles', '-0800 -08 -0800 -08:00'],
  ['X', 'GMT', 'Z'],
  ['D w W F u yy y G', 'GMT', '2 1 1 1 5 26 2026 AD'],
  ["'o''clock' ''", 'GMT', "o'clock '"],
];

for (const [pattern, zone, expected] of patterns) {
  test(`the pattern ${pattern} in ${zone}`, () => {
    assert.equal(datetime('format(String,String)', instant, pattern, zone), expected);
  });
}

test('format(pattern) is local, formatGmt is not', () => {
  assert.equal(datetime('format(String)', instant, 'HH'), '19');
  assert.equal(datetime('formatGmt(String)', instant, 'HH'), '03');
});

test('letters that mean nothing are refused', () => {
  assert.throws(
    () => datetime('format(String)', instant, 'b'),
    raises('System.InvalidParameterValueException', "Illegal pattern character 'b'"),
  );
});

test('Time has fields and rolls over', () => {
  const time = ApexTime.of(23, 59, 0, 0);
  assert.equal((call(rt, 'System.Time', 'addMinutes(Integer)', time, 2) as ApexTime).toString(), '00:01:00.000Z');
  assert.equal(call(rt, 'System.Time', 'hour()', time), 23);
});

test('TimeZone tells offset, id and name', () => {
  const zone = call(rt, 'System.TimeZone', 'getTimeZone(String)', 'America/Los_Angeles');
  assert.equal(call(rt, 'System.TimeZone', 'getOffset(Datetime)', zone, instant), -28_800_000);
  assert.equal(call(rt, 'System.TimeZone', 'getID()', zone), 'America/Los_Angeles');
  assert.equal(call(rt, 'System.TimeZone', 'getDisplayName()', zone), '(GMT-08:00) Pacific Standard Time (America/Los_Angeles)');
  assert.ok(rt.equals(zone, call(rt, 'System.TimeZone', 'getTimeZone(String)', 'America/Los_Angeles')));
});
