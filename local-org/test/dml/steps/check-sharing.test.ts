import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject, everything} from '../../data/fixture.ts';
import {errorsOf, SaveFixture, USER} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {})]);
const REFUSED = ['INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: []'];

/** A user who may edit rows whose text says so. */
function fixture(): SaveFixture {
  return new SaveFixture(
    {objects: [note]},
    {
      access: {
        ...everything,
        rowFilter: (object, action) => {
          const field = object.fieldsByKey.get('text__c');
          return field === undefined ? null : (row) => row(field) === action;
        },
      },
    },
  );
}

describe('sharing', () => {
  it('lets nobody update a row without edit access', () => {
    const org = fixture();
    const id = org.put('Note__c', {Text__c: 'read', OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id}], {enforcesSharing: true})[0]), REFUSED);
  });

  it('goes by the row as it is stored, not as it would be', () => {
    const org = fixture();
    const id = org.put('Note__c', {Text__c: 'read', OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, Text__c: 'edit'}], {enforcesSharing: true})[0]), REFUSED);
  });

  it('lets nobody delete a row that they may only edit', () => {
    const org = fixture();
    const id = org.put('Note__c', {Text__c: 'edit', OwnerId: USER});
    assert.deepEqual(errorsOf(org.save('delete', [org.record('Note__c', {Id: id})], {enforcesSharing: true})[0]), REFUSED);
  });

  it('has no say over new rows', () => {
    assert.deepEqual(errorsOf(fixture().insert('Note__c', [{}], {enforcesSharing: true})[0]), []);
  });

  it('is not asked without sharing', () => {
    const org = fixture();
    const id = org.put('Note__c', {OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id}])[0]), []);
  });
});
