import assert from 'node:assert/strict';
import {test} from 'node:test';
import {periodOf} from '../../../src/data/soql/date-periods.ts';
import {day} from '../fixture.ts';

/** A Sunday, in the fourth quarter. */
const today = day('2026-11-22');

const cases: readonly (readonly [literal: string, from: string, to: string])[] = [
  ['TODAY', '2026-11-22', '2026-11-23'],
  ['YESTERDAY', '2026-11-21', '2026-11-22'],
  ['TOMORROW', '2026-11-23', '2026-11-24'],
  ['THIS_WEEK', '2026-11-22', '2026-11-29'],
  ['LAST_WEEK', '2026-11-15', '2026-11-22'],
  ['NEXT_WEEK', '2026-11-29', '2026-12-06'],
  ['THIS_MONTH', '2026-11-01', '2026-12-01'],
  ['LAST_MONTH', '2026-10-01', '2026-11-01'],
  ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
  ['LAST_90_DAYS', '2026-08-24', '2026-11-23'],
  ['NEXT_90_DAYS', '2026-11-23', '2027-02-21'],
  ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
  ['NEXT_QUARTER', '2027-01-01', '2027-04-01'],
  ['THIS_YEAR', '2026-01-01', '2027-01-01'],
  ['LAST_YEAR', '2025-01-01', '2026-01-01'],
  ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
  ['THIS_FISCAL_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_FISCAL_YEAR', '2025-01-01', '2026-01-01'],
  ['LAST_N_DAYS:3', '2026-11-19', '2026-11-23'],
  ['NEXT_N_DAYS:3', '2026-11-23', '2026-11-26'],
  ['N_DAYS_AGO:3', '2026-11-19', '2026-11-20'],
  ['LAST_N_WEEKS:2', '2026-11-08', '2026-11-22'],
  ['NEXT_N_WEEKS:2', '2026-11-29', '2026-12-13'],
  ['N_WEEKS_AGO:1', '2026-11-15', '2026-11-22'],
  ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
  ['NEXT_N_MONTHS:2', '2026-12-01', '2027-02-01'],
  ['N_MONTHS_AGO:12', '2025-11-01', '2025-12-01'],
  ['LAST_N_QUARTERS:2', '2026-04-01', '2026-10-01'],
  ['N_QUARTERS_AGO:4', '2025-10-01', '2026-01-01'],
  ['LAST_N_YEARS:2', '2024-01-01', '2026-01-01'],
  ['NEXT_N_FISCAL_YEARS:1', '2027-01-01', '2028-01-01'],
  ['N_FISCAL_QUARTERS_AGO:1', '2026-07-01', '2026-10-01'],
];

for (const [literal, from, to] of cases) {
  test(`${literal} is from ${from} to before ${to}`, () => {
    const [name = '', n] = literal.split(':');
    const period = periodOf(name, n === undefined ? null : Number(n), today);
    assert.deepEqual([period?.from.toIso(), period?.to.toIso()], [from, to]);
  });
}

test('a name that is no literal, and a number too many or too few, are none', () => {
  assert.equal(periodOf('LAST_CENTURY', null, today), null);
  assert.equal(periodOf('LAST_N_DAYS', null, today), null);
  assert.equal(periodOf('TODAY', 3, today), null);
});

test('a week that begins in the middle of one starts on its Sunday', () => {
  assert.equal(periodOf('THIS_WEEK', null, day('2026-11-25'))?.from.toIso(), '2026-11-22');
});
