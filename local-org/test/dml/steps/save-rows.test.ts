import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {customField, customObject} from '../../data/fixture.ts';
import {SaveFixture, USER} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {})]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});
const NOW = new ApexDatetime(Date.parse('2026-11-22T10:00:00Z'));

describe('saving rows', () => {
  it('stamps who created and changed a new row, and when, to the second', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    const stamps = ['CreatedById', 'LastModifiedById', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'].map((name) =>
      org.value('Note__c', id, name),
    );
    assert.deepEqual(stamps, [USER, USER, NOW, NOW, NOW]);
  });

  it('leaves the stamp of the creation alone when a row is updated', () => {
    const org = fixture();
    const before = new ApexDatetime(0);
    const id = org.put('Note__c', {OwnerId: USER, CreatedDate: before, LastModifiedDate: before});
    org.update('Note__c', [{Id: id}]);
    assert.deepEqual([org.value('Note__c', id, 'CreatedDate'), org.value('Note__c', id, 'LastModifiedDate')], [before, NOW]);
  });

  it('calls a record without a name by its Id', () => {
    const org = fixture();
    const id = org.stored('Note__c', {});
    assert.equal(org.value('Note__c', id, 'Name'), id.slice(0, 15));
    org.update('Note__c', [{Id: id, Name: 'Named'}]);
    org.update('Note__c', [{Id: id, Name: null}]);
    assert.equal(org.value('Note__c', id, 'Name'), id.slice(0, 15));
  });

  it('makes the name of people from their first and last names', () => {
    const org = fixture();
    const both = org.stored('Lead', {FirstName: 'Ada', LastName: 'L', Company: 'C', Status: 'S'});
    const last = org.stored('Lead', {LastName: 'L', Company: 'C', Status: 'S'});
    assert.deepEqual([org.value('Lead', both, 'Name'), org.value('Lead', last, 'Name')], ['Ada L', 'L']);
  });

  it('stores empty text as null', () => {
    const org = fixture();
    assert.equal(org.value('Note__c', org.stored('Note__c', {Text__c: ''}), 'Text__c'), null);
  });
});
