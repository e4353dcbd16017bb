import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readPermissionSetGroup} from '../../src/project/permission-set-group.ts';
import {element} from './elements.ts';

test('a permission set group names its permission sets', () => {
  const {permissionSets, mutingPermissionSets} = readPermissionSetGroup(
    element(
      'PermissionSetGroup',
      '<mutingPermissionSets>M</mutingPermissionSets><permissionSets>A</permissionSets><permissionSets>B</permissionSets>',
    ),
    'G',
    'p',
  );
  assert.deepEqual([permissionSets, mutingPermissionSets], [['A', 'B'], ['M']]);
});
