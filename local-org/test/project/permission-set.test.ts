import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readPermissionSet} from '../../src/project/permission-set.ts';
import {element} from './elements.ts';

suite('a permission set', () => {
  const {label, objectPermissions, fieldPermissions, customPermissions, userPermissions, classAccesses, recordTypeVisibilities} =
    readPermissionSet(
      element(
        'PermissionSet',
        `<label>Proposer</label>
<objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Lead</object><viewAllRecords>true</viewAllRecords></objectPermissions>
<fieldPermissions><editable>false</editable><field>Lead.F__c</field><readable>true</readable></fieldPermissions>
<customPermissions><enabled>true</enabled><name>Propose</name></customPermissions>
<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>
<classAccesses><apexClass>A</apexClass><enabled>false</enabled></classAccesses>
<recordTypeVisibilities><recordType>Lead.R</recordType><visible>true</visible></recordTypeVisibilities>`,
      ),
      'Lifecycle_Proposer',
      'p',
    );
  test('has a label', () => assert.equal(label, 'Proposer'));
  test('has object permissions', () => {
    assert.deepEqual(objectPermissions, [
      {
        object: 'Lead',
        allowCreate: true,
        allowRead: true,
        allowEdit: false,
        allowDelete: false,
        viewAllRecords: true,
        modifyAllRecords: false,
        viewAllFields: false,
        line: 4,
      },
    ]);
  });
  test('has field permissions', () => assert.deepEqual(fieldPermissions, [{field: 'Lead.F__c', readable: true, editable: false, line: 5}]));
  test('has custom permissions', () => assert.deepEqual(customPermissions, [{name: 'Propose', enabled: true, line: 6}]));
  test('has user permissions', () => assert.deepEqual(userPermissions, [{name: 'ApiEnabled', enabled: true, line: 7}]));
  test('has class accesses', () => assert.deepEqual(classAccesses, [{name: 'A', enabled: false, line: 8}]));
  test('has record types', () => {
    assert.deepEqual(recordTypeVisibilities, [{recordType: 'Lead.R', visible: true, default: false, line: 9}]);
  });
});
