import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PicklistValue, ValueSet} from '../../../src/project/model.ts';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, SaveFixture} from '../save-fixture.ts';

function value(fullName: string, isActive = true): PicklistValue {
  return {fullName, label: fullName, default: false, isActive} as PicklistValue;
}

function valueSet(restricted: boolean): ValueSet {
  return {
    restricted,
    sorted: false,
    valueSetName: null,
    values: [value('Red'), value('Green'), value('Old', false)],
  } as unknown as ValueSet;
}

const note = customObject('Note__c', [
  customField('Strict__c', {type: 'Picklist', valueSet: valueSet(true)}),
  customField('Open__c', {type: 'Picklist', valueSet: valueSet(false)}),
  customField('Many__c', {type: 'MultiselectPicklist', valueSet: valueSet(true)}),
]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});
const errors = (values: Readonly<Record<string, string>>): string[] => errorsOf(fixture().insert('Note__c', [values])[0]);

describe('restricted picklists', () => {
  it('take their values', () => {
    assert.deepEqual(errors({Strict__c: 'Red'}), []);
  });

  it('refuse any other value', () => {
    assert.deepEqual(errors({Strict__c: 'Blue'}), [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Strict: bad value for restricted picklist field: Blue: [Strict__c]',
    ]);
  });

  it('refuse values that are no longer active', () => {
    assert.match(errors({Strict__c: 'Old'})[0] ?? '', /bad value for restricted picklist field: Old/);
  });

  it('name the value of several that is wrong', () => {
    assert.deepEqual(errors({Many__c: 'Red;Green'}), []);
    assert.match(errors({Many__c: 'Red;Blue'})[0] ?? '', /Many: bad value for restricted picklist field: Blue/);
  });

  it('keep a value that they held before', () => {
    const org = fixture();
    const id = org.put('Note__c', {Strict__c: 'Old', OwnerId: '0055g0000000001AAA'});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, Strict__c: 'Old'}])[0]), []);
  });
});

describe('other picklists', () => {
  it('take any value', () => {
    assert.deepEqual(errors({Open__c: 'Blue'}), []);
  });
});
