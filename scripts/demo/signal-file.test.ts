import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DEMO_FILES} from './run.ts';
import {readSignal, readSignals} from './signal-file.ts';

test('a signal is read into the fields of its object', () => {
  assert.deepEqual(readSignal(3, {leadId: '@Lead07', type: 'Email_Reply', weight: 12.5, summary: null}), {
    index: 3,
    leadId: '@Lead07',
    fields: {Signal_Type__c: 'Email_Reply', Weight__c: 12.5},
  });
});

for (const [what, value, message] of [
  ['something that is no object', 'reply', /has to be an object, found/],
  ['a signal about no lead', {type: 'Email_Reply'}, /needs a text in "leadId"/],
  ['an unknown property', {leadId: '@Lead07', kind: 'Email_Reply'}, /"kind" is no property of a signal; there are leadId, type/],
  ['a text where a number belongs', {leadId: '@Lead07', weight: '12'}, /weight has to be a number/],
  ['a number where a text belongs', {leadId: '@Lead07', source: 12}, /source has to be a text/],
] as const) {
  test(`${what} is told with its fault`, () => {
    const fault = readSignal(0, value);
    assert.ok(typeof fault === 'string');
    assert.match(fault, message);
  });
}

test('the times of the demo signals turn around the moment at which they arrive', () => {
  const {signals, rejected} = readSignals(DEMO_FILES.signals ?? '', Date.UTC(2026, 0, 31, 12));
  assert.deepEqual(rejected, []);
  assert.equal(signals[0]?.fields['Occurred_At__c'], '2026-01-31T10:00:00.000Z');
});
