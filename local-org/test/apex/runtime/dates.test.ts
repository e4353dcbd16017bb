import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {ApexDate, daysInMonth} from '../../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {ApexTime} from '../../../src/apex/runtime/time.ts';
import {canonicalZone, isTimeZone, offsetAt, utcOfLocal, zoneName} from '../../../src/apex/runtime/time-zone.ts';

test('a day has its fields', () => {
  const day = ApexDate.of(2024, 2, 29);
  assert.deepEqual([day.year(), day.month(), day.day(), day.dayOfYear(), day.dayOfWeek()], [2024, 2, 29, 60, 4]);
  assert.equal(day.toIso(), '2024-02-29');
  assert.equal(day.toString(), '2024-02-29 00:00:00');
});

test('fields beyond their range roll over', () => {
  assert.equal(ApexDate.of(2023, 13, 1).toIso(), '2024-01-01');
  assert.equal(ApexDate.of(2023, 2, 30).toIso(), '2023-03-02');
  assert.equal(ApexDate.of(2023, 1, 0).toIso(), '2022-12-31');
});

test('months are added to the same day, or to the last one of a shorter month', () => {
  assert.equal(ApexDate.of(2024, 1, 31).addMonths(1).toIso(), '2024-02-29');
  assert.equal(ApexDate.of(2023, 3, 31).addMonths(-1).toIso(), '2023-02-28');
  assert.equal(ApexDate.of(2023, 11, 30).addMonths(3).toIso(), '2024-02-29');
  assert.equal(ApexDate.of(2023, 1, 15).addMonths(-13).toIso(), '2021-12-15');
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({min: -700000, max: 2900000}), (days) => {
      const day = new ApexDate(days);
      assert.equal(ApexDate.of(day.year(), day.month(), day.day()).days, days);
      assert.equal(ApexDate.parseIso(day.toIso())?.days, days);
      assert.ok(day.day() <= daysInMonth(day.year(), day.month()));
    }),
  );
});

test('days that do not exist are not read', () => {
  for (const text of ['2023-02-29', '2023-13-01', '2023-1-1', '2023-01-01 ', '']) assert.equal(ApexDate.parseIso(text), null, text);
});

test('times roll over the clock', () => {
  assert.equal(ApexTime.of(25, 0, 0, 0).hour(), 1);
  assert.equal(ApexTime.of(0, 0, 0, 0).add(-1).toString(), '23:59:59.999Z');
  assert.deepEqual([ApexTime.of(13, 5, 6, 7).hour(), ApexTime.of(13, 5, 6, 7).minute()], [13, 5]);
});

test('a Datetime is local in a zone, daylight saving included', () => {
  const winter = new ApexDatetime(Date.UTC(2026, 0, 15, 3, 4, 5, 6));
  assert.equal(winter.toText('America/Los_Angeles'), '2026-01-14 19:04:05');
  assert.equal(winter.toText('GMT'), '2026-01-15 03:04:05');
  assert.equal(winter.toIso(), '2026-01-15T03:04:05.006Z');
  const summer = new ApexDatetime(Date.UTC(2026, 6, 15, 3, 4, 5));
  assert.equal(summer.toText('America/Los_Angeles'), '2026-07-14 20:04:05');
  assert.equal(summer.toText('Asia/Kolkata'), '2026-07-15 08:34:05');
});

test('a time that occurs twice is the later one, a skipped one an hour later: standard time, as in Java', () => {
  const zone = 'America/Los_Angeles';
  assert.equal(utcOfLocal(zone, Date.UTC(2026, 10, 1, 1, 30)), Date.UTC(2026, 10, 1, 9, 30));
  assert.equal(utcOfLocal(zone, Date.UTC(2026, 2, 8, 2, 30)), Date.UTC(2026, 2, 8, 10, 30));
  assert.equal(new ApexDatetime(Date.UTC(2026, 2, 8, 10, 30)).toText(zone), '2026-03-08 03:30:00');
  assert.equal(utcOfLocal(zone, Date.UTC(2026, 2, 8, 1, 59)), Date.UTC(2026, 2, 8, 9, 59));
  assert.equal(utcOfLocal(zone, Date.UTC(2026, 2, 8, 3, 0)), Date.UTC(2026, 2, 8, 10, 0));
});

test('local times outside of the changes of clocks are read back, in every hemisphere', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Sydney', 'America/Sao_Paulo', 'Asia/Kathmandu', 'GMT']) {
    fc.assert(
      fc.property(fc.integer({min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1)}), (epoch) => {
        const local = epoch + offsetAt(zone, epoch);
        const read = utcOfLocal(zone, local);
        assert.equal(read + offsetAt(zone, read), local);
      }),
    );
  }
});

test('unknown zones are GMT, custom ones have their offset', () => {
  assert.equal(canonicalZone('Nowhere/Land'), 'GMT');
  assert.equal(canonicalZone('GMT+5'), 'GMT+05:00');
  assert.equal(offsetAt('GMT-3:30', 0), -12_600_000);
  assert.ok(isTimeZone('Europe/Paris'));
  assert.ok(!isTimeZone('Nowhere/Land'));
  assert.equal(zoneName('America/Los_Angeles', Date.UTC(2026, 0, 1), 'short'), 'PST');
  assert.equal(zoneName('America/Los_Angeles', Date.UTC(2026, 6, 1), 'long'), 'Pacific Daylight Time');
});
