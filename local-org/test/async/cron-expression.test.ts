import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cronOfInstant, CronProblem, nextFireTime, parseCron} from '../../src/async/cron-expression.ts';

/** The next `count` times, as ISO text without milliseconds. */
function fires(expression: string, after: string, count = 1, zone = 'GMT'): readonly string[] {
  const cron = parseCron(expression);
  if (cron instanceof CronProblem) throw new Error(cron.message);
  const times: string[] = [];
  let at: number | null = Date.parse(after);
  while (times.length < count) {
    at = nextFireTime(cron, at, zone);
    if (at === null) break;
    times.push(new Date(at).toISOString().replace('.000Z', 'Z'));
  }
  return times;
}

/** 2026-11-22 is a Sunday. */
const SUNDAY = '2026-11-22T10:00:00Z';

const TABLE: readonly (readonly [what: string, expression: string, after: string, times: readonly string[]])[] = [
  ['every day at 1 PM', '0 0 13 * * ?', SUNDAY, ['2026-11-22T13:00:00Z', '2026-11-23T13:00:00Z']],
  ['every hour at five past', '0 5 * * * ?', SUNDAY, ['2026-11-22T10:05:00Z', '2026-11-22T11:05:00Z']],
  ['not at the instant itself', '0 0 10 * * ?', SUNDAY, ['2026-11-23T10:00:00Z']],
  ['the last Friday of each month', '0 0 22 ? * 6L', SUNDAY, ['2026-11-27T22:00:00Z', '2026-12-25T22:00:00Z']],
  ['Monday through Friday', '0 0 10 ? * MON-FRI', '2026-11-27T10:00:00Z', ['2026-11-30T10:00:00Z', '2026-12-01T10:00:00Z']],
  [
    'a range of days over the end of the week',
    '0 0 0 ? * FRI-MON',
    SUNDAY,
    ['2026-11-23T00:00:00Z', '2026-11-27T00:00:00Z', '2026-11-28T00:00:00Z'],
  ],
  ['one year alone', '0 0 20 * * ? 2027', SUNDAY, ['2027-01-01T20:00:00Z']],
  ['a year that is over', '0 0 20 * * ? 2010', SUNDAY, []],
  ['a date', '0 0 8 13 2 ?', SUNDAY, ['2027-02-13T08:00:00Z', '2028-02-13T08:00:00Z']],
  ['a leap day', '0 0 0 29 2 ?', SUNDAY, ['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z']],
  ['a day that no month has', '0 0 0 31 FEB ?', SUNDAY, []],
  ['every fifth day of the month', '0 0 0 1/5 * ?', '2026-11-26T00:00:00Z', ['2026-12-01T00:00:00Z', '2026-12-06T00:00:00Z']],
  ['every sixth hour', '0 30 */6 * * ?', SUNDAY, ['2026-11-22T12:30:00Z', '2026-11-22T18:30:00Z', '2026-11-23T00:30:00Z']],
  ['several hours', '15 30 8,20 * * ?', SUNDAY, ['2026-11-22T20:30:15Z', '2026-11-23T08:30:15Z']],
  ['the last day of the month', '0 0 0 L * ?', SUNDAY, ['2026-11-30T00:00:00Z', '2026-12-31T00:00:00Z']],
  ['the last weekday of the month', '0 0 0 LW * ?', '2027-01-01T00:00:00Z', ['2027-01-29T00:00:00Z']],
  ['the weekday before a Saturday', '0 0 0 28W 11 ?', SUNDAY, ['2026-11-27T00:00:00Z']],
  ['the Monday after a Saturday that is the first', '0 0 0 1W 5 ?', '2027-01-01T00:00:00Z', ['2027-05-03T00:00:00Z']],
  ['the first Monday of each month', '0 0 0 ? * 2#1', SUNDAY, ['2026-12-07T00:00:00Z', '2027-01-04T00:00:00Z']],
  ['a fifth Sunday where there is one', '0 0 0 ? * SUN#5', SUNDAY, ['2026-11-29T00:00:00Z', '2027-01-31T00:00:00Z']],
  ['L alone as a day of the week is Saturday', '0 0 0 ? * L', SUNDAY, ['2026-11-28T00:00:00Z']],
  ['months by name, in any case', '0 0 0 1 jan,Mar ?', SUNDAY, ['2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z']],
];

describe('A cron expression', () => {
  for (const [what, expression, after, times] of TABLE) {
    it(`fires: ${what}`, () => {
      assert.deepEqual(fires(expression, after, Math.max(times.length, 1)), times);
    });
  }

  it('goes by the clocks of a zone', () => {
    assert.deepEqual(fires('0 0 9 * * ?', '2026-10-24T09:00:00Z', 2, 'Europe/Berlin'), ['2026-10-25T08:00:00Z', '2026-10-26T08:00:00Z']);
    assert.deepEqual(fires('0 0 9 * * ?', '2026-10-23T12:00:00Z', 1, 'Europe/Berlin'), ['2026-10-24T07:00:00Z']);
  });

  it('wants integers for seconds and minutes', () => {
    const problem = parseCron('0 0/5 * * * ?');
    assert.ok(problem instanceof CronProblem);
    assert.deepEqual([problem.kind, problem.message], ['integers', 'Seconds and minutes must be specified as integers: 0 0/5 * * * ?']);
  });

  for (const expression of [
    '0 0 13 * *',
    '0 0 13 * * ? 2026 x',
    '0 0 24 * * ?',
    '0 60 1 * * ?',
    '0 0 1 32 * ?',
    '0 0 1 1 13 ?',
    '0 0 1 1 * 2',
    '0 0 1 ? * ?',
    '0 0 1 ? * 8',
    '0 0 1 ? * FOO',
    '0 0 1 1-L * ?',
    '0 0 1 ? * 2#6',
  ]) {
    it(`is not ${expression}`, () => {
      assert.ok(parseCron(expression) instanceof CronProblem);
    });
  }

  it('is made of an instant', () => {
    assert.equal(cronOfInstant(Date.parse('2026-11-22T10:01:07Z'), 'Europe/Berlin'), '7 1 11 22 11 ? 2026');
  });
});
