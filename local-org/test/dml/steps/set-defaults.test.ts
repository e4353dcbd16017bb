import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FieldDescriptor} from '../../../src/data/descriptor.ts';
import {customField, customObject} from '../../data/fixture.ts';
import {get, SaveFixture, USER} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {}), customField('Flag__c', {type: 'Checkbox', defaultValue: 'true'})]);
const defaults = (field: FieldDescriptor): unknown => (field.name === 'Text__c' ? 'default' : undefined);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]}, {defaults});

describe('defaults', () => {
  it('fill the fields of new records that were not set', () => {
    const org = fixture();
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'Text__c'), 'default');
  });

  it('leave a field empty that was set to null', () => {
    const org = fixture();
    assert.equal(org.value('Note__c', org.stored('Note__c', {Text__c: null}), 'Text__c'), null);
  });

  it('are there before the before triggers', () => {
    const org = fixture();
    let seen: unknown;
    org.triggers.on('Note__c', 'before insert', ([row]) => (seen = row && get(row.record, 'Text__c')));
    org.insert('Note__c', [{}]);
    assert.equal(seen, 'default');
  });

  it('have no say over updates', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Text__c: null});
    org.update('Note__c', [{Id: id}]);
    assert.equal(org.value('Note__c', id, 'Text__c'), null);
  });

  it('make the user who saves the owner', () => {
    const org = fixture();
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'OwnerId'), USER);
  });

  it('leave no checkbox empty', () => {
    const org = fixture();
    assert.equal(org.value('Note__c', org.stored('Note__c', {Flag__c: null}), 'Flag__c'), false);
  });
});
