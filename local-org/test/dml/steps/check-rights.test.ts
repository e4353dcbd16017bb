import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RecordAccess} from '../../../src/security/record-access.ts';
import {customField, customObject, everything, faultOf} from '../../data/fixture.ts';
import {errorsOf, SaveFixture, USER} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Open__c', {}), customField('Closed__c', {}), customField('Also__c', {})]);

function fixture(access: Partial<RecordAccess>): SaveFixture {
  return new SaveFixture({objects: [note]}, {access: {...everything, ...access}});
}

const withoutFields: Partial<RecordAccess> = {canAccessField: (_object, field) => !['Closed__c', 'Also__c'].includes(field.name)};
const userMode = {access: 'user'} as const;
const api = {access: 'user', origin: 'api'} as const;

describe('rights in system mode', () => {
  it('are not asked', () => {
    const org = fixture({...withoutFields, canAccessObject: () => false});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Closed__c: 'x'}])[0]), []);
  });
});

describe('rights in user mode', () => {
  it('deny an object that the user may not even read', () => {
    const org = fixture({canAccessObject: () => false});
    assert.equal(
      faultOf(() => org.insert('Note__c', [{}], userMode)),
      "System.SecurityException: Access to entity 'Note__c' denied",
    );
  });

  it('refuse an operation that the user may not do', () => {
    const org = fixture({canAccessObject: (_object, action) => action === 'read'});
    assert.equal(
      faultOf(() => org.insert('Note__c', [{}], userMode)),
      'System.TypeException: DML operation INSERT not allowed on Note__c',
    );
  });

  it('refuse a record for all fields that the user may not write', () => {
    const [saved] = fixture(withoutFields).insert('Note__c', [{Open__c: 'x', Closed__c: 'x', Also__c: null}], userMode);
    assert.deepEqual(errorsOf(saved), [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Operation failed due to fields being inaccessible on Sobject Note__c, check errors on Exception or Result!: [Closed__c, Also__c]',
    ]);
  });

  it('refuse an update for the fields that it gives', () => {
    const org = fixture({canAccessField: (_object, field, action) => action !== 'edit' || field.name !== 'Closed__c'});
    const id = org.put('Note__c', {OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, Open__c: 'x'}], userMode)[0]), []);
    assert.equal(org.update('Note__c', [{Id: id, Closed__c: 'x'}], userMode)[0]?.errors.length, 1);
  });

  it('save the records beside it', () => {
    const saved = fixture(withoutFields).insert('Note__c', [{Closed__c: 'x'}, {Open__c: 'x'}], {...userMode, partial: true});
    assert.deepEqual(
      saved.map((row) => row.id !== null),
      [false, true],
    );
  });

  it('let fields through that the platform fills', () => {
    const org = fixture({canAccessField: (_object, field) => !field.isSystem});
    const id = org.put('Note__c', {OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, CreatedById: USER}], userMode)[0]), []);
  });

  it('leave what a trigger writes alone', () => {
    const org = fixture(withoutFields);
    org.triggers.on('Note__c', 'before insert', ([row]) => {
      if (row !== undefined) row.record.slots[row.record.descriptor.fieldsByKey.get('closed__c')!.index] = 'x';
    });
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}], userMode)[0]), []);
  });
});

describe('rights of an API write', () => {
  it('refuse each record of an object that the user may not create', () => {
    const org = fixture({canAccessObject: (_object, action) => action === 'read'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}], api)[0]), [
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, entity type cannot be inserted: Note: []',
    ]);
  });

  it('name the fields that the user may not write', () => {
    const org = fixture({canAccessField: (_object, field, action) => action === 'read' || field.name !== 'Closed__c'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Closed__c: 'x'}], api)[0]), [
      'INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create/update fields: Closed__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.: [Closed__c]',
    ]);
  });

  it('know no field that the user may not see', () => {
    const [saved] = fixture(withoutFields).insert('Note__c', [{Closed__c: 'x'}], api);
    assert.deepEqual(errorsOf(saved), ["INVALID_FIELD, No such column 'Closed__c' on sobject of type Note__c: []"]);
  });
});
