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

  it('has what each profile grants, as a permission set that the profile owns', () => {
    const [profile] = org.records.find('Profile', 'name', 'Read Only');
    const [set] = org.records.find('PermissionSet', 'profileid', profile ?? '');
    assert.equal(org.records.value('PermissionSet', set ?? '', 'isownedbyprofile'), true);
    const ofLead = org.records
      .find('ObjectPermissions', 'parentid', set ?? '')
      .filter((row) => org.records.text('ObjectPermissions', row, 'sobjecttype') === 'Lead');
    assert.deepEqual(
      ofLead.map((row) => [
        org.records.value('ObjectPermissions', row, 'permissionsread'),
        org.records.value('ObjectPermissions', row, 'permissionsedit'),
      ]),
      [[true, false]],
    );
  });

  it('tells administrators by the permissions of their profile', () => {
    const modifiesAll = (name: string): unknown => {
      const [profile] = org.records.find('Profile', 'name', name);
      return org.records.value('Profile', profile ?? '', 'permissionsmodifyalldata');
    };
    assert.deepEqual([modifiesAll('System Administrator'), modifiesAll('Standard User')], [true, false]);
  });

  it('has a row for each permission set, custom permission and group of the source', () => {
    const owned = org.records.find('PermissionSet', 'isownedbyprofile', true);
    assert.equal(owned.length, 4);
    assert.equal(names('PermissionSet', 'name').filter((name) => name === 'Proposer').length, 1);
    assert.deepEqual(names('CustomPermission', 'masterlabel'), ['May propose']);
    assert.deepEqual(names('PermissionSetGroup', 'developername'), ['Team']);
  });

  it('has the permissions of each set as rows', () => {
    const [set] = org.records.find('PermissionSet', 'name', 'Proposer');
    const ofSet = org.records.find('ObjectPermissions', 'parentid', set ?? '');
    assert.deepEqual(
      ofSet.map((row) => org.records.text('ObjectPermissions', row, 'sobjecttype')),
      ['Lead'],
    );
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
