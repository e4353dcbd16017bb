import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject, everything} from '../../data/fixture.ts';
import {errorsOf, SaveFixture, USER} from '../save-fixture.ts';

const parent = customObject('Parent__c', []);
const child = customObject('Child__c', [customField('Parent__c', {type: 'Lookup', referenceTo: 'Parent__c', label: 'Boss'})]);
const fixture = (): SaveFixture => new SaveFixture({objects: [parent, child]});

describe('foreign keys', () => {
  it('may point to a row of their object', () => {
    const org = fixture();
    const [saved] = org.insert('Child__c', [{Parent__c: org.stored('Parent__c', {})}]);
    assert.deepEqual(errorsOf(saved), []);
  });

  it('may not point to a row of another object', () => {
    const [saved] = fixture().insert('Child__c', [{Parent__c: USER}]);
    assert.deepEqual(errorsOf(saved), [`FIELD_INTEGRITY_EXCEPTION, Boss: id value of incorrect type: ${USER}: [Parent__c]`]);
  });

  it('may not dangle', () => {
    const [saved] = fixture().insert('Child__c', [{Parent__c: 'a015g0000000009AAA'}]);
    assert.deepEqual(errorsOf(saved), [
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id: a015g0000000009: []',
    ]);
  });

  it('name a dangling owner an invalid reference', () => {
    const [saved] = fixture().insert('Parent__c', [{OwnerId: '0055g0000000009AAA'}]);
    assert.deepEqual(errorsOf(saved), ['INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []']);
  });

  it('may not point into the recycle bin', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    org.save('delete', [org.record('Parent__c', {Id: id})]);
    assert.deepEqual(errorsOf(org.insert('Child__c', [{Parent__c: id}])[0]), ['ENTITY_IS_DELETED, entity is deleted: []']);
  });

  it('may stay as they are when their row is gone', () => {
    const org = fixture();
    const id = org.put('Child__c', {Parent__c: 'a015g0000000009AAA', OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Child__c', [{Id: id, Parent__c: 'a015g0000000009AAA'}])[0]), []);
  });

  it('make no inactive user an owner', () => {
    const org = fixture();
    const inactive = org.put('User', {IsActive: false});
    assert.deepEqual(errorsOf(org.insert('Parent__c', [{OwnerId: inactive}])[0]), [
      `INACTIVE_OWNER_OR_USER, operation performed with inactive user [${inactive.slice(0, 15)}] as owner of parent: []`,
    ]);
  });

  it('may not point to a row that sharing hides, where sharing counts', () => {
    const org = new SaveFixture({objects: [parent, child]}, {access: {...everything, rowFilter: () => () => false}});
    const id = org.stored('Parent__c', {});
    assert.deepEqual(errorsOf(org.insert('Child__c', [{Parent__c: id}])[0]), []);
    assert.match(
      errorsOf(org.insert('Child__c', [{Parent__c: id}], {enforcesSharing: true})[0])[0] ?? '',
      /^INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/,
    );
  });

  it('are checked again after the before triggers', () => {
    const org = fixture();
    org.triggers.on('Child__c', 'before insert', ([row]) => {
      if (row !== undefined) row.record.slots[row.record.descriptor.fieldsByKey.get('parent__c')!.index] = 'a015g0000000009AAA';
    });
    assert.equal(org.insert('Child__c', [{}])[0]?.errors[0]?.statusCode, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
  });
});
