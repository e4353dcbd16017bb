import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {test} from '../apex-project.ts';

const SET = "PermissionSet granted = new PermissionSet(Name = 'S', Label = 'S'); insert granted;";
const assignment = 'new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = granted.Id)';
const GROUP = "PermissionSetGroup made = new PermissionSetGroup(DeveloperName = 'G', MasterLabel = 'G'); insert made;";
const joining = 'insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetGroupId = made.Id);';

describe('an assignment', () => {
  it('is refused where the user has the permission set already', () => {
    assert.throws(
      () => test({}, `${SET} insert ${assignment}; insert ${assignment};`),
      /DUPLICATE_VALUE, Duplicate PermissionSetAssignment\. Assignee: 005\w{12}; Permission Set: 0PS\w{12}/,
    );
    assert.throws(
      () => test({}, `${SET} insert new List<PermissionSetAssignment>{${assignment}, ${assignment}};`),
      /First exception on row 1; first error: DUPLICATE_VALUE, Duplicate PermissionSetAssignment/,
    );
  });

  it('needs a permission set or a group', () => {
    assert.throws(() => test({}, 'insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId());'), /REQUIRED_FIELD_MISSING/);
  });

  it('to a group waits until its permissions are calculated', () => {
    assert.throws(() => test({}, `${GROUP} ${joining}`), /INVALID_CROSS_REFERENCE_KEY/);
    test({}, `${GROUP} Test.calculatePermissionSetGroup(made.Id); ${joining}`);
  });
});
