import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RestOrg} from './rest-org.ts';

const rest = new RestOrg();

/** What a field holds after a value was written to it and read back. */
function roundTrip(field: string, value: unknown): unknown {
  return rest.stored(rest.note({[field]: value}), field);
}

function refusal(field: string, value: unknown): string {
  const {status, body} = rest.request('POST', 'sobjects/Note__c', {Text__c: 'x', [field]: value});
  assert.equal(status, 400);
  return JSON.stringify(body);
}

describe('values in JSON', () => {
  it('come back as they went in', () => {
    assert.equal(roundTrip('Key__c', 'text'), 'text');
    assert.equal(roundTrip('Number__c', -12.34), -12.34);
    assert.equal(roundTrip('Flag__c', true), true);
    assert.equal(roundTrip('Day__c', '2026-02-28'), '2026-02-28');
  });

  it('show moments in GMT', () => {
    assert.equal(roundTrip('Moment__c', '2026-11-22T23:30:00-05:00'), '2026-11-23T04:30:00.000+0000');
    assert.equal(roundTrip('Moment__c', '2026-11-22T23:30:00.000+0000'), '2026-11-22T23:30:00.000+0000');
  });

  it('may be null', () => {
    assert.equal(roundTrip('Number__c', null), null);
  });

  it('may be written as text where they are numbers or checkboxes', () => {
    assert.equal(roundTrip('Number__c', '7.50'), 7.5);
    assert.equal(roundTrip('Flag__c', 'true'), true);
  });

  it('may be numbers with an exponent', () => {
    assert.equal(roundTrip('Number__c', 1.5e3), 1500);
    assert.equal(roundTrip('Number__c', 1e-7), 0);
  });

  it('are refused where their type is another', () => {
    assert.match(refusal('Number__c', 'seven'), /JSON_PARSER_ERROR.*double.*seven.*Number__c/);
    assert.match(refusal('Flag__c', 'maybe'), /JSON_PARSER_ERROR.*boolean.*Flag__c/);
    assert.match(refusal('Day__c', '2026-02-30'), /JSON_PARSER_ERROR.*date.*Day__c/);
    assert.match(refusal('Moment__c', 'yesterday'), /JSON_PARSER_ERROR.*datetime.*Moment__c/);
    assert.match(refusal('Key__c', {a: 1}), /JSON_PARSER_ERROR.*string.*Key__c/);
  });

  it('are refused where they are no Ids', () => {
    assert.match(refusal('Parent__c', 'nonsense'), /MALFORMED_ID.*Parent: id value of incorrect type: nonsense/);
  });

  it('are refused where they are Ids of another object', () => {
    assert.match(refusal('Parent__c', rest.org.administratorId), /FIELD_INTEGRITY_EXCEPTION/);
  });
});
