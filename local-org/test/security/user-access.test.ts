import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../data/fixture.ts';
import {enabled, objectPermission, permissionSet, SecurityFixture} from './security-fixture.ts';
import type {PermissionSet} from '../../src/project/model.ts';

const text = customField('Text__c', {});
const needed = customField('Needed__c', {required: true});
const formula = customField('Formula__c', {type: 'Text', formula: 'Name'});
const secret = customObject('Secret__c', [text, needed, formula], {sharingModel: 'Private'});
const notice = customObject('Notice__c', [text], {sharingModel: 'Read'});
const open = customObject('Open__c', [text], {sharingModel: 'ReadWrite'});
const detail = customObject('Detail__c', [customField('Secret__c', {type: 'MasterDetail', referenceTo: 'Secret__c'})], {
  sharingModel: 'ControlledByParent',
});
const policy = customObject('Policy__mdt', [text]);
const objects = [secret, notice, open, detail, policy];

const all = ['create', 'read', 'edit', 'delete'] as const;
const grants = (...permissions: PermissionSet['objectPermissions']): PermissionSet =>
  permissionSet('Rights', {objectPermissions: permissions});
const fixture = (rights: PermissionSet = grants()): SecurityFixture => new SecurityFixture({objects, permissionSets: [rights]});

describe('object permissions', () => {
  const mayRead = (org: SecurityFixture, userId: string, object: string): boolean =>
    org.access(userId).canAccessObject(org.object(object), 'read');

  it('of custom objects come from permission sets, save for administrators', () => {
    const org = fixture();
    assert.deepEqual([mayRead(org, org.user('System Administrator'), 'Secret__c'), mayRead(org, org.user(), 'Secret__c')], [true, false]);
  });

  it('of standard objects come with the standard profile', () => {
    const org = fixture();
    const rights = (userId: string): boolean[] => all.map((action) => org.access(userId).canAccessObject(org.object('Lead'), action));
    assert.deepEqual(rights(org.user('Standard User')), [true, true, true, true]);
    assert.deepEqual(rights(org.user('Read Only')), [false, true, false, false]);
    assert.deepEqual(rights(org.user('Minimum Access - Salesforce')), [false, false, false, false]);
  });

  it('of setup objects let everybody read and administrators write', () => {
    const org = fixture();
    const user = org.user();
    assert.deepEqual([mayRead(org, user, 'User'), org.access(user).canAccessObject(org.object('User'), 'edit')], [true, false]);
  });

  it('follow from View All Data and Modify All Data', () => {
    const org = fixture(permissionSet('Rights', {userPermissions: [enabled('ModifyAllData')]}));
    const access = org.access(org.userWith('Rights'));
    assert.deepEqual(
      [access.canAccessObject(org.object('Secret__c'), 'edit'), access.canAccessObject(org.object('Secret__c'), 'read')],
      [true, false],
    );
  });

  it('of custom metadata types are given by type', () => {
    const org = fixture(permissionSet('Rights', {customMetadataTypeAccesses: [enabled('Policy__mdt')]}));
    assert.deepEqual([mayRead(org, org.userWith(), 'Policy__mdt'), mayRead(org, org.userWith('Rights'), 'Policy__mdt')], [false, true]);
    assert.equal(mayRead(org, org.user('System Administrator'), 'Policy__mdt'), true);
  });
});

describe('field-level security', () => {
  const may = (org: SecurityFixture, userId: string, object: string, name: string, action: 'read' | 'create' | 'edit'): boolean =>
    org.access(userId).canAccessField(org.object(object), org.field(object, name), action);

  it('hides custom fields from everybody to whom no permission set gives them', () => {
    const org = fixture();
    assert.equal(may(org, org.user('System Administrator'), 'Secret__c', 'Text__c', 'read'), false);
  });

  it('tells reading from writing', () => {
    const org = fixture(
      permissionSet('Rights', {fieldPermissions: [{field: 'Secret__c.Text__c', readable: true, editable: false, line: 1}]}),
    );
    const user = org.userWith('Rights');
    assert.deepEqual([may(org, user, 'Secret__c', 'Text__c', 'read'), may(org, user, 'Secret__c', 'Text__c', 'edit')], [true, false]);
  });

  it('has no say over required fields, names and Ids', () => {
    const org = fixture(grants(objectPermission('Secret__c', 'read', 'edit', 'create')));
    const user = org.userWith('Rights');
    for (const name of ['Id', 'Name', 'Needed__c', 'OwnerId', 'CreatedDate'])
      assert.equal(may(org, user, 'Secret__c', name, 'read'), true, name);
    assert.equal(may(org, user, 'Secret__c', 'Needed__c', 'edit'), true);
  });

  it('lets nobody write a formula', () => {
    const org = fixture(
      permissionSet('Rights', {fieldPermissions: [{field: 'Secret__c.Formula__c', readable: true, editable: true, line: 1}]}),
    );
    assert.equal(may(org, org.userWith('Rights'), 'Secret__c', 'Formula__c', 'edit'), false);
  });

  it('of standard fields comes with the profile', () => {
    const org = fixture();
    assert.equal(may(org, org.user('Standard User'), 'Lead', 'Rating', 'edit'), true);
    assert.deepEqual(
      [may(org, org.user('Read Only'), 'Lead', 'Rating', 'read'), may(org, org.user('Read Only'), 'Lead', 'Rating', 'edit')],
      [true, false],
    );
    assert.equal(may(org, org.user('Minimum Access - Salesforce'), 'Lead', 'Rating', 'read'), false);
  });

  it('of the parts of an address is that of the address', () => {
    const org = fixture(
      permissionSet('Rights', {fieldPermissions: [{field: 'Account.ShippingAddress', readable: true, editable: true, line: 1}]}),
    );
    const user = org.userWith('Rights');
    assert.deepEqual([may(org, user, 'Account', 'ShippingCity', 'edit'), may(org, user, 'Account', 'BillingCity', 'read')], [true, false]);
  });

  it('is opened for reading by View All Fields', () => {
    const org = fixture(grants(objectPermission('Secret__c', 'read', 'viewAllFields')));
    const user = org.userWith('Rights');
    assert.deepEqual([may(org, user, 'Secret__c', 'Text__c', 'read'), may(org, user, 'Secret__c', 'Text__c', 'edit')], [true, false]);
  });
});

describe('sharing', () => {
  const rights = grants(...objects.map((object) => objectPermission(object.name, 'create', 'read', 'edit', 'delete')));
  const actions = ['read', 'edit', 'delete'] as const;
  const of = (org: SecurityFixture, user: string, object: string, id: string): boolean[] =>
    actions.map((action) => org.reaches(user, object, id, action));

  it('of a private object shows a row to its owner alone', () => {
    const org = fixture(rights);
    const [owner, other] = [org.userWith('Rights'), org.userWith('Rights')];
    const id = org.put('Secret__c', {OwnerId: owner});
    assert.deepEqual(of(org, owner, 'Secret__c', id), [true, true, true]);
    assert.deepEqual(of(org, other, 'Secret__c', id), [false, false, false]);
  });

  it('of a public object lets everybody read, or write, and nobody else delete', () => {
    const org = fixture(rights);
    const [owner, other] = [org.userWith('Rights'), org.userWith('Rights')];
    assert.deepEqual(of(org, other, 'Notice__c', org.put('Notice__c', {OwnerId: owner})), [true, false, false]);
    assert.deepEqual(of(org, other, 'Open__c', org.put('Open__c', {OwnerId: owner})), [true, true, false]);
  });

  it('shows rows to those above their owner in the role hierarchy, however far', () => {
    const org = fixture(rights);
    const top = org.put('UserRole', {Name: 'Top'});
    const middle = org.put('UserRole', {Name: 'Middle', ParentRoleId: top});
    const bottom = org.put('UserRole', {Name: 'Bottom', ParentRoleId: middle});
    const [boss, peer, owner] = [top, bottom, bottom].map((UserRoleId) => org.user('Standard User', {UserRoleId}));
    const id = org.put('Secret__c', {OwnerId: owner});
    assert.deepEqual([org.reaches(boss!, 'Secret__c', id, 'delete'), org.reaches(peer!, 'Secret__c', id, 'read')], [true, false]);
    assert.equal(org.reaches(owner!, 'Secret__c', org.put('Secret__c', {OwnerId: boss}), 'read'), false);
  });

  it('shows the rows of a queue to its members, direct or through a group', () => {
    const org = fixture(rights);
    const [member, indirect, other] = [org.user(), org.user(), org.user()];
    const queue = org.put('Group', {Name: 'Queue', Type: 'Queue'});
    const team = org.put('Group', {Name: 'Team', Type: 'Regular'});
    org.put('GroupMember', {GroupId: queue, UserOrGroupId: member});
    org.put('GroupMember', {GroupId: queue, UserOrGroupId: team});
    org.put('GroupMember', {GroupId: team, UserOrGroupId: indirect});
    const id = org.put('Secret__c', {OwnerId: queue});
    assert.deepEqual(
      [member, indirect, other].map((user) => org.reaches(user, 'Secret__c', id, 'edit')),
      [true, true, false],
    );
  });

  it('hides nothing from View All of an object, and lets Modify All change all', () => {
    const viewer = fixture(grants(objectPermission('Secret__c', 'read', 'viewAll')));
    const modifier = fixture(grants(objectPermission('Secret__c', 'read', 'edit', 'viewAll', 'modifyAll')));
    const seenBy = (org: SecurityFixture): boolean[] =>
      of(org, org.userWith('Rights'), 'Secret__c', org.put('Secret__c', {OwnerId: org.user()}));
    assert.deepEqual(seenBy(viewer), [true, false, false]);
    assert.deepEqual(seenBy(modifier), [true, true, true]);
  });

  it('hides nothing from administrators', () => {
    const org = fixture();
    assert.equal(org.access(org.user('System Administrator')).rowFilter(org.object('Secret__c'), 'delete'), null);
  });

  it('of a detail follows its master', () => {
    const org = fixture(rights);
    const [owner, other] = [org.userWith('Rights'), org.userWith('Rights')];
    const id = org.put('Detail__c', {Secret__c: org.put('Secret__c', {OwnerId: owner})});
    assert.deepEqual(of(org, owner, 'Detail__c', id), [true, true, true]);
    assert.deepEqual(of(org, other, 'Detail__c', id), [false, false, false]);
  });

  it('of a contact without an account is its owner alone', () => {
    const org = fixture(rights);
    const [owner, other] = [org.user(), org.user()];
    const alone = org.put('Contact', {OwnerId: owner});
    const accounted = org.put('Contact', {OwnerId: owner, AccountId: org.put('Account', {OwnerId: owner})});
    assert.deepEqual([org.reaches(owner, 'Contact', alone, 'read'), org.reaches(other, 'Contact', alone, 'read')], [true, false]);
    assert.equal(org.reaches(other, 'Contact', accounted, 'edit'), true);
  });
});
