import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, fieldOf, get, put, SaveFixture} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {})]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});

describe('before triggers', () => {
  it('change what is saved', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => {
      if (row !== undefined) put(row.record, 'Text__c', 'changed');
    });
    const id = org.stored('Note__c', {Text__c: 'x'});
    assert.equal(org.value('Note__c', id, 'Text__c'), 'changed');
  });

  it('leave the record of the caller as it was', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => {
      if (row !== undefined) put(row.record, 'Text__c', 'changed');
    });
    const input = org.record('Note__c', {Text__c: 'x'});
    org.save('insert', [input]);
    assert.equal(get(input, 'Text__c'), 'x');
  });

  it('refuse a record by an error on it', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => row?.record.addError('no', null));
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}])[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION, no: []']);
  });

  it('refuse a record by an error on one of its fields', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => row?.record.addError('no', fieldOf(row.record.descriptor, 'Text__c')));
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}])[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION, no: [Text__c]']);
  });

  it('see no record that was refused before', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => undefined);
    org.insert('Note__c', [{Id: 'a005g0000000001AAA'}, {}]);
    assert.deepEqual(org.triggers.log, ['before insert 1']);
  });
});

describe('after triggers', () => {
  it('see the Id and the values that the platform filled in', () => {
    const org = fixture();
    const seen: unknown[] = [];
    org.triggers.on('Note__c', 'after insert', ([row]) => {
      if (row !== undefined) seen.push(row.record.id, get(row.record, 'CreatedById'));
    });
    const id = org.stored('Note__c', {});
    assert.deepEqual(seen, [id, '0055g0000000001AAA']);
  });

  it('see no record that was refused', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => row?.record.addError('no', null));
    org.triggers.on('Note__c', 'after insert', () => undefined);
    org.insert('Note__c', [{}]);
    assert.deepEqual(org.triggers.log, ['before insert 1']);
  });
});

describe('delete triggers', () => {
  it('refuse a record by an error on what it was', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    org.triggers.on('Note__c', 'before delete', ([row]) => row?.before?.addError('stays', null));
    assert.deepEqual(errorsOf(org.save('delete', [org.record('Note__c', {Id: id})])[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION, stays: []']);
    assert.equal(org.isDeleted('Note__c', id), false);
  });
});
