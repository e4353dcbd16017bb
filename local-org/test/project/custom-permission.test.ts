import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCustomPermission} from '../../src/project/custom-permission.ts';
import {element} from './elements.ts';

test('a custom permission may need others', () => {
  const {label, requiredPermissions} = readCustomPermission(
    element(
      'CustomPermission',
      '<label>L</label><requiredPermission><customPermission>Review</customPermission><dependency>true</dependency></requiredPermission>',
    ),
    'Manage',
    'p',
  );
  assert.deepEqual([label, requiredPermissions], ['L', ['Review']]);
});
