import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fillTimes, fillTimesIn} from './time-template.ts';

const NOW = Date.parse('2026-01-10T12:00:00Z');

for (const [template, expected] of [
  ['{{now}}', '2026-01-10T12:00:00.000Z'],
  ['{{now-2h}}', '2026-01-10T10:00:00.000Z'],
  ['{{ now + 5m }}', '2026-01-10T12:05:00.000Z'],
  ['{{now-30s}}', '2026-01-10T11:59:30.000Z'],
  ['{{now-3d}}', '2026-01-07T12:00:00.000Z'],
] as const) {
  test(`${template} is the instant that it names`, () => {
    assert.equal(fillTimes(template, NOW), expected);
  });
}

test('text without a template stays as it is', () => {
  assert.equal(fillTimes('{{then-2h}} and {now}', NOW), '{{then-2h}} and {now}');
});

test('templates are filled at every depth of a value', () => {
  assert.deepEqual(fillTimesIn({a: [{b: '{{now}}'}], c: 1, d: null}, NOW), {a: [{b: '2026-01-10T12:00:00.000Z'}], c: 1, d: null});
});
