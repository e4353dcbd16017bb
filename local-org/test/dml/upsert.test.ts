import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {splitUpsert, type UpsertParts} from '../../src/dml/upsert.ts';
import {customField, customObject, decimal} from '../data/fixture.ts';
import {fieldOf, SaveFixture, type Values} from './save-fixture.ts';

const note = customObject('Note__c', [
  customField('Key__c', {externalId: true}),
  customField('Number__c', {type: 'Number', precision: 18, scale: 0, externalId: true}),
]);

function split(org: SaveFixture, field: string | null, rows: readonly Values[]): UpsertParts {
  const object = org.object('Note__c');
  const records = rows.map((values, index) => ({index, input: org.record('Note__c', values)}));
  return splitUpsert(org.environment, object, field === null ? null : fieldOf(object, field), records);
}

function indexes(parts: UpsertParts): Record<string, number[]> {
  const of = (rows: readonly {readonly index: number}[]): number[] => rows.map((row) => row.index);
  return {inserts: of(parts.inserts), updates: of(parts.updates), refused: of(parts.refused)};
}

function firstError(parts: UpsertParts): unknown {
  return parts.refused[0]?.errors[0];
}

describe('upsert', () => {
  const fixture = (): SaveFixture => new SaveFixture({objects: [note]});

  it('goes by the Id where no field is named', () => {
    const org = fixture();
    assert.deepEqual(indexes(split(org, null, [{}, {Id: org.stored('Note__c', {})}])), {inserts: [0], updates: [1], refused: []});
  });

  it('goes by the value of the field, whatever its case', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Key__c: 'ABC'});
    const parts = split(org, 'Key__c', [{Key__c: 'abc'}, {Key__c: 'new'}]);
    assert.deepEqual(indexes(parts), {inserts: [1], updates: [0], refused: []});
    assert.equal(parts.updates[0]?.input.id, id);
  });

  it('leaves the record of the caller without an Id until it is saved', () => {
    const org = fixture();
    org.stored('Note__c', {Key__c: 'k'});
    const object = org.object('Note__c');
    const input = org.record('Note__c', {Key__c: 'k'});
    splitUpsert(org.environment, object, fieldOf(object, 'Key__c'), [{index: 0, input}]);
    assert.equal(input.id, null);
  });

  it('does not find deleted rows', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Key__c: 'k'});
    org.save('delete', [org.record('Note__c', {Id: id})]);
    assert.deepEqual(indexes(split(org, 'Key__c', [{Key__c: 'k'}])).inserts, [0]);
  });

  it('goes by numbers, whatever their scale', () => {
    const org = fixture();
    org.stored('Note__c', {Number__c: decimal('7')});
    assert.deepEqual(indexes(split(org, 'Number__c', [{Number__c: decimal('7.0')}])).updates, [0]);
  });

  it('refuses a record without a value', () => {
    const parts = split(fixture(), 'Key__c', [{Key__c: ' '}]);
    assert.deepEqual(firstError(parts), {statusCode: 'MISSING_ARGUMENT', message: 'Key__c not specified', fields: ['Key__c']});
  });

  it('refuses all records of a statement that share a value', () => {
    const parts = split(fixture(), 'Key__c', [{Key__c: 'Twice'}, {Key__c: 'once'}, {Key__c: 'twice'}]);
    assert.deepEqual(indexes(parts), {inserts: [1], updates: [], refused: [0, 2]});
    assert.deepEqual(firstError(parts), {
      statusCode: 'DUPLICATE_VALUE',
      message: 'Duplicate external id specified: Twice',
      fields: ['Key__c'],
    });
  });

  it('refuses a value that several rows hold', () => {
    const org = fixture();
    const ids = [org.stored('Note__c', {Key__c: 'k'}), org.stored('Note__c', {Key__c: 'k'})];
    assert.deepEqual(firstError(split(org, 'Key__c', [{Key__c: 'k'}])), {
      statusCode: 'DUPLICATE_EXTERNAL_ID',
      message: `Key: more than one record found for external id field: [${ids.join(', ')}]`,
      fields: ['Key__c'],
    });
  });
});
