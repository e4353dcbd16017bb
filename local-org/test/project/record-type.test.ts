import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readRecordType} from '../../src/project/record-type.ts';
import {element} from './elements.ts';

test('a record type has its picklist values, decoded', () => {
  const {label, active, picklistValues} = readRecordType(
    element(
      'RecordType',
      '<active>true</active><label>In</label><picklistValues><picklist>S__c</picklist><values><fullName>A %2D B</fullName><default>true</default></values></picklistValues>',
    ),
    'Inbound',
    'p',
  );
  assert.deepEqual([label, active, picklistValues], ['In', true, [{picklist: 'S__c', values: [{fullName: 'A - B', default: true}]}]]);
});
