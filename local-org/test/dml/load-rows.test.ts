import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setField, SObject} from '../../src/apex/runtime/sobject.ts';
import {customField, customObject, day} from '../data/fixture.ts';
import {errorsOf, fieldOf, get, SaveFixture} from './save-fixture.ts';

const note = customObject('Note__c', [
  customField('Text__c', {}),
  customField('Other__c', {}),
  customField('Number__c', {type: 'AutoNumber', displayFormat: 'N-{00}'}),
]);

function fixture(): SaveFixture {
  return new SaveFixture({objects: [note]});
}

describe('loading rows', () => {
  it('refuses an insert that brings an Id along', () => {
    const org = fixture();
    const [saved] = org.insert('Note__c', [{Id: 'a005g0000000001AAA'}]);
    assert.deepEqual(errorsOf(saved), ['INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]']);
  });

  it('refuses an update without an Id', () => {
    const org = fixture();
    assert.deepEqual(errorsOf(org.update('Note__c', [{Text__c: 'x'}])[0]), ['MISSING_ARGUMENT, Id not specified in an update call: []']);
  });

  it('refuses an update of a row that never was', () => {
    const org = fixture();
    const [saved] = org.update('Note__c', [{Id: 'a005g0000000009AAA'}]);
    assert.deepEqual(errorsOf(saved), ['INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []']);
  });

  it('refuses an update of a deleted row', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    org.save('delete', [org.record('Note__c', {Id: id})]);
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id}])[0]), ['ENTITY_IS_DELETED, entity is deleted: []']);
  });

  it('refuses to delete a row twice', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    org.save('delete', [org.record('Note__c', {Id: id})]);
    assert.deepEqual(errorsOf(org.save('delete', [org.record('Note__c', {Id: id})])[0]), ['ENTITY_IS_DELETED, entity is deleted: []']);
  });

  it('refuses to restore a row that is not deleted', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    const [saved] = org.save('undelete', [org.record('Note__c', {Id: id})]);
    assert.deepEqual(errorsOf(saved), ['UNDELETE_FAILED, Entity is not in the recycle bin: []']);
  });

  it('keeps fields that an update leaves out', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: 'a', Other__c: 'b'});
    org.update('Note__c', [{Id: id, Text__c: 'c'}]);
    assert.equal(org.value('Note__c', id, 'Other__c'), 'b');
  });

  it('empties a field that an update sets to null', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: 'a'});
    org.update('Note__c', [{Id: id, Text__c: null}]);
    assert.equal(org.value('Note__c', id, 'Text__c'), null);
  });

  it('passes over fields that only the platform writes', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Number__c: 'mine'});
    org.update('Note__c', [{Id: id, Number__c: 'mine', CreatedById: null}]);
    assert.equal(org.value('Note__c', id, 'Number__c'), 'N-01');
    assert.notEqual(org.value('Note__c', id, 'CreatedById'), null);
  });

  it('leaves a field alone that a query found empty, whatever was written meanwhile', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    const queried = queriedNote(org, id, {Text__c: null, Other__c: null});
    org.update('Note__c', [{Id: id, Text__c: 'meanwhile'}]);
    org.save('update', [queried]);
    assert.equal(org.value('Note__c', id, 'Text__c'), 'meanwhile');
  });

  it('empties a field that a query found and that was set to null since', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: 'a'});
    const queried = queriedNote(org, id, {Text__c: 'a'});
    setField(queried, fieldOf(queried.descriptor, 'Text__c').index, null);
    org.save('update', [queried]);
    assert.equal(org.value('Note__c', id, 'Text__c'), null);
  });

  it('takes read-only fields from the platform alone', () => {
    const org = fixture();
    const [byApex] = org.insert('Lead', [{LastName: 'L', Company: 'C', Status: 'S', Jigsaw: null, ConvertedDate: day('2026-01-01')}]);
    const [byPlatform] = org.insert('Lead', [{LastName: 'L', Company: 'C', Status: 'S', ConvertedDate: day('2026-01-01')}], {
      origin: 'platform',
    });
    assert.deepEqual(
      [org.value('Lead', byApex?.id ?? '', 'ConvertedDate'), org.value('Lead', byPlatform?.id ?? '', 'ConvertedDate')],
      [null, day('2026-01-01')],
    );
  });

  it('writes a queried value back over what was written meanwhile', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: 'first'});
    const queried = queriedNote(org, id, {Text__c: 'first'});
    org.update('Note__c', [{Id: id, Text__c: 'meanwhile'}]);
    org.save('update', [queried]);
    assert.equal(org.value('Note__c', id, 'Text__c'), 'first');
  });

  it('shows triggers the whole record, and what it was before', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: 'a', Other__c: 'b'});
    const seen: unknown[] = [];
    org.triggers.on('Note__c', 'before update', ([row]) => {
      if (row?.before != null) seen.push(get(row.before, 'Text__c'), get(row.record, 'Text__c'), get(row.record, 'Other__c'));
    });
    org.update('Note__c', [{Id: id, Text__c: 'c'}]);
    assert.deepEqual(seen, ['a', 'c', 'b']);
  });

  it('lets nobody write the record as it was before', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    let isReadOnly: boolean | undefined;
    org.triggers.on('Note__c', 'before update', ([row]) => (isReadOnly = row?.before?.isReadOnly));
    org.update('Note__c', [{Id: id}]);
    assert.equal(isReadOnly, true);
  });
});

function queriedNote(org: SaveFixture, id: string, values: Readonly<Record<string, unknown>>): SObject {
  const object = org.object('Note__c');
  const slots = new Array<unknown>(object.fields.length);
  slots[0] = id;
  for (const [name, value] of Object.entries(values)) slots[fieldOf(object, name).index] = value;
  return SObject.ofQuery(object, slots, []);
}
