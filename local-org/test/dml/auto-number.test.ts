import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../data/fixture.ts';
import {SaveFixture} from './save-fixture.ts';

function fixture(displayFormat: string, startingNumber: number | null = null): SaveFixture {
  return new SaveFixture({
    objects: [customObject('Note__c', [customField('Number__c', {type: 'AutoNumber', displayFormat, startingNumber})])],
  });
}

describe('auto-numbers', () => {
  it('count up from one', () => {
    const org = fixture('P-{0000}');
    const ids = [org.stored('Note__c', {}), org.stored('Note__c', {})];
    assert.deepEqual(
      ids.map((id) => org.value('Note__c', id, 'Number__c')),
      ['P-0001', 'P-0002'],
    );
  });

  it('start where the field says', () => {
    const org = fixture('{0}', 100);
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'Number__c'), '100');
  });

  it('grow beyond the zeros of their format', () => {
    const org = fixture('{00}', 100);
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'Number__c'), '100');
  });

  it('show the day of creation', () => {
    const org = fixture('{YYYY}/{YY}-{MM}-{DD} {0}');
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'Number__c'), '2026/26-11-22 1');
  });

  it('are not given back by a record that was refused', () => {
    const org = fixture('{0}');
    org.triggers.on('Note__c', 'after insert', ([row]) => {
      row?.record.addError('no', null);
    });
    org.insert('Note__c', [{}]);
    org.triggers.on('Note__c', 'after insert', () => undefined);
    assert.equal(org.value('Note__c', org.stored('Note__c', {}), 'Number__c'), '2');
  });
});
