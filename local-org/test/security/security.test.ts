import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApexDatetime} from '../../src/apex/runtime/datetime.ts';
import {customObject} from '../data/fixture.ts';
import {enabled, group, objectPermission, permissionSet, SecurityFixture} from './security-fixture.ts';

const note = customObject('Note__c', []);
const propose = {path: 'test', line: 1, name: 'Propose', label: 'Propose', description: null, requiredPermissions: []};
const proposer = permissionSet('Proposer', {
  objectPermissions: [objectPermission('Note__c', 'read', 'create')],
  customPermissions: [enabled('Propose')],
  userPermissions: [enabled('ViewAllData'), enabled('ManageLeads')],
});

const fixture = (): SecurityFixture => new SecurityFixture({objects: [note], customPermissions: [propose], permissionSets: [proposer]});
const mayCreate = (org: SecurityFixture, userId: string): boolean => org.access(userId).canAccessObject(org.object('Note__c'), 'create');

describe('a permission set', () => {
  it('gives nothing to users who do not have it', () => {
    const org = fixture();
    const user = org.userWith();
    assert.deepEqual([mayCreate(org, user), org.access(user).hasCustomPermission('Propose')], [false, false]);
  });

  it('gives its permissions to users who have it', () => {
    const org = fixture();
    const access = org.access(org.userWith('Proposer'));
    assert.equal(access.canAccessObject(org.object('Note__c'), 'create'), true);
    assert.equal(access.hasCustomPermission('propose'), true);
    assert.deepEqual([access.hasUserPermission('ViewAllData'), access.hasUserPermission('ManageLeads')], [true, true]);
  });

  it('counts from the moment of its assignment', () => {
    const org = fixture();
    const user = org.userWith();
    assert.equal(mayCreate(org, user), false);
    org.assign(user, 'Proposer');
    assert.equal(mayCreate(org, user), true);
  });

  it('counts no longer when its assignment is undone', () => {
    const org = fixture();
    const user = org.userWith();
    const mark = org.tables.mark();
    org.assign(user, 'Proposer');
    assert.equal(mayCreate(org, user), true);
    org.tables.rollbackTo(mark);
    assert.equal(mayCreate(org, user), false);
  });

  it('counts no longer when its assignment has expired', () => {
    const org = fixture();
    const user = org.userWith();
    org.assign(user, 'Proposer', {ExpirationDate: new ApexDatetime(org.clock.now())});
    assert.equal(mayCreate(org, user), false);
  });
});

describe('a permission set that a program made', () => {
  function made(org: SecurityFixture): {readonly set: string; readonly user: string} {
    const set = org.put('PermissionSet', {Name: 'Made', Label: 'Made', PermissionsModifyAllData: true});
    return {set, user: org.userWith('Made')};
  }

  it('gives the user permissions of its checkboxes', () => {
    const org = fixture();
    const {user} = made(org);
    assert.equal(org.access(user).hasUserPermission('ModifyAllData'), true);
  });

  it('gives what its object permissions say', () => {
    const org = fixture();
    const {set, user} = made(org);
    assert.equal(org.access(user).canAccessObject(org.object('Note__c'), 'read'), false);
    org.put('ObjectPermissions', {ParentId: set, SobjectType: 'Note__c', PermissionsRead: true});
    assert.equal(org.access(user).canAccessObject(org.object('Note__c'), 'read'), true);
  });

  it('gives what its field permissions say', () => {
    const org = fixture();
    const {set, user} = made(org);
    org.put('FieldPermissions', {ParentId: set, SobjectType: 'Lead', Field: 'Lead.Rating', PermissionsRead: true, PermissionsEdit: false});
    const access = org.access(user);
    assert.equal(access.canAccessField(org.object('Lead'), org.field('Lead', 'Rating'), 'read'), true);
    assert.equal(access.canAccessField(org.object('Lead'), org.field('Lead', 'Rating'), 'edit'), false);
  });

  it('gives the custom permissions of its setup entity access', () => {
    const org = fixture();
    const {set, user} = made(org);
    const [permission] = org.records.find('CustomPermission', 'developername', 'Propose');
    org.put('SetupEntityAccess', {ParentId: set, SetupEntityId: permission});
    assert.equal(org.access(user).hasCustomPermission('Propose'), true);
  });
});

describe('a permission set group', () => {
  const editor = permissionSet('Editor', {objectPermissions: [objectPermission('Note__c', 'read', 'edit')]});
  const muting = permissionSet('Muting', {objectPermissions: [objectPermission('Note__c', 'create')]});

  it('gives what its sets give, without what is muted', () => {
    const org = new SecurityFixture({
      objects: [note],
      permissionSets: [proposer, editor],
      mutingPermissionSets: [muting],
      permissionSetGroups: [group('Team', ['Proposer', 'Editor'], ['Muting'])],
    });
    const access = org.access(org.userWith('Team'));
    assert.deepEqual(
      (['read', 'edit', 'create'] as const).map((action) => access.canAccessObject(org.object('Note__c'), action)),
      [true, true, false],
    );
  });

  it('mutes nothing that a user has beside the group', () => {
    const org = new SecurityFixture({
      objects: [note],
      permissionSets: [proposer],
      mutingPermissionSets: [muting],
      permissionSetGroups: [group('Team', ['Proposer'], ['Muting'])],
    });
    assert.equal(mayCreate(org, org.userWith('Team', 'Proposer')), true);
  });

  it('may be made by a program', () => {
    const org = fixture();
    const groupId = org.put('PermissionSetGroup', {DeveloperName: 'Made', MasterLabel: 'Made'});
    const [setId] = org.records.find('PermissionSet', 'name', 'Proposer');
    org.put('PermissionSetGroupComponent', {PermissionSetGroupId: groupId, PermissionSetId: setId});
    assert.equal(mayCreate(org, org.userWith('Made')), true);
  });
});

describe('a profile', () => {
  it('has the permissions of its file in the source', () => {
    const org = new SecurityFixture({
      objects: [note],
      profiles: [permissionSet('Standard', {objectPermissions: [objectPermission('Note__c', 'create', 'read')]})],
    });
    assert.equal(mayCreate(org, org.user('Standard User')), true);
    assert.equal(mayCreate(org, org.user('Read Only')), false);
  });

  it('has to be one that the org knows', () => {
    const org = fixture();
    const profileId = org.put('Profile', {Name: 'Custom'});
    assert.throws(() => org.access(org.user('Standard User', {ProfileId: profileId})), /is none of System Administrator, Standard User/);
  });
});

describe('security', () => {
  it('knows no user that the org has not', () => {
    assert.throws(() => fixture().access('0055g0000000999AAA'), /There is no user 0055g0000000999AAA/);
  });
});
