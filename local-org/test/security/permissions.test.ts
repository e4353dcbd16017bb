import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {combine, mute, permissionsOf} from '../../src/security/permissions.ts';
import {enabled, objectPermission, permissionSet} from './security-fixture.ts';

const field = (
  name: string,
  readable: boolean,
  editable: boolean,
): {field: string; readable: boolean; editable: boolean; line: number} => ({
  field: name,
  readable,
  editable,
  line: 1,
});
const reader = permissionsOf(
  permissionSet('Reader', {
    objectPermissions: [objectPermission('Note__c', 'read')],
    fieldPermissions: [field('Note__c.Text__c', true, false)],
  }),
);
const writer = permissionsOf(
  permissionSet('Writer', {
    objectPermissions: [objectPermission('Note__c', 'create', 'read', 'edit')],
    fieldPermissions: [field('Note__c.Text__c', true, true)],
    customPermissions: [enabled('Propose'), {...enabled('Never'), enabled: false}],
    userPermissions: [enabled('ViewAllData')],
    classAccesses: [enabled('Gate')],
    customMetadataTypeAccesses: [enabled('Policy__mdt')],
  }),
);

describe('the permissions of a set', () => {
  it('are known by lower-case names', () => {
    assert.deepEqual(
      [...writer.custom, ...writer.user, ...writer.classes, ...writer.types],
      ['propose', 'viewalldata', 'gate', 'policy__mdt'],
    );
  });

  it('let read what may be edited', () => {
    assert.deepEqual(permissionsOf(permissionSet('S', {fieldPermissions: [field('A.B', false, true)]})).fields.get('a.b'), {
      read: true,
      edit: true,
    });
  });
});

describe('permissions that are combined', () => {
  it('grant what any of them grants', () => {
    const all = combine([reader, writer]);
    assert.deepEqual(all, combine([writer, reader]));
    assert.equal(all.objects.get('note__c')?.edit, true);
    assert.deepEqual(all.fields.get('note__c.text__c'), {read: true, edit: true});
    assert.equal(all.custom.has('propose'), true);
  });
});

describe('a muting permission set', () => {
  it('takes away what it names, and nothing else', () => {
    const left = mute(
      writer,
      permissionsOf(
        permissionSet('M', {objectPermissions: [objectPermission('Note__c', 'edit')], customPermissions: [enabled('Propose')]}),
      ),
    );
    assert.deepEqual({create: left.objects.get('note__c')?.create, edit: left.objects.get('note__c')?.edit}, {create: true, edit: false});
    assert.equal(left.custom.has('propose'), false);
    assert.equal(left.user.has('viewalldata'), true);
  });

  it('takes away edit access to a field and leaves read access', () => {
    const left = mute(
      writer,
      permissionsOf(permissionSet('M', {fieldPermissions: [{...field('Note__c.Text__c', true, true), readable: false}]})),
    );
    assert.equal(left.fields.get('note__c.text__c')?.edit, false);
  });
});
