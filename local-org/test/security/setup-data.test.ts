import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {enabled, group, objectPermission, permissionSet, SecurityFixture} from './security-fixture.ts';

describe('the setup data of a new org', () => {
  const org = new SecurityFixture({
    customPermissions: [{path: 'test', line: 1, name: 'Propose', label: 'May propose', description: null, requiredPermissions: []}],
    permissionSets: [
      permissionSet('Proposer', {
        customPermissions: [enabled('Propose')],
        objectPermissions: [objectPermission('Lead', 'read')],
        fieldPermissions: [{field: 'Lead.Rating', readable: true, editable: false, line: 1}],
      }),
    ],
    permissionSetGroups: [group('Team', ['Proposer'])],
  });
  const names = (object: string, key: string): (string | null)[] =>
    [...org.tables.table(org.object(object)).scan()].map(([id]) => org.records.text(object, id, key));

  it('has an administrator who owns what is there', () => {
    const {administratorId} = org.setup;
    assert.equal(org.records.text('User', administratorId, 'username'), 'admin@local.test');
    const [set] = org.records.find('PermissionSet', 'name', 'Proposer');
    assert.equal(org.records.text('PermissionSet', set ?? '', 'createdbyid'), administratorId);
  });

  it('has the four standard profiles', () => {
    assert.deepEqual(names('Profile', 'name'), ['System Administrator', 'Standard User', 'Read Only', 'Minimum Access - Salesforce']);
  });

  it('has a row for each permission set, custom permission and group of the source', () => {
    assert.deepEqual(names('PermissionSet', 'name'), ['Proposer']);
    assert.deepEqual(names('CustomPermission', 'masterlabel'), ['May propose']);
    assert.deepEqual(names('PermissionSetGroup', 'developername'), ['Team']);
  });

  it('has the permissions of each set as rows', () => {
    assert.deepEqual(names('ObjectPermissions', 'sobjecttype'), ['Lead']);
    assert.deepEqual(names('FieldPermissions', 'field'), ['Lead.Rating']);
    assert.deepEqual(names('SetupEntityAccess', 'setupentitytype'), ['CustomPermission']);
  });

  it('has a row for each lead status, the converted one among them', () => {
    const [converted] = org.records.find('LeadStatus', 'apiname', 'Closed - Converted');
    assert.equal(org.records.value('LeadStatus', converted ?? '', 'isconverted'), true);
    assert.ok(names('LeadStatus', 'apiname').includes('Open - Not Contacted'));
  });

  it('can not be undone', () => {
    org.tables.rollbackTo(0);
    assert.equal(names('Profile', 'name').length, 4);
  });
});
