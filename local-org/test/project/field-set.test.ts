import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFieldSet} from '../../src/project/field-set.ts';
import {element} from './elements.ts';

test('a field set has shown and available fields', () => {
  const {displayedFields, availableFields} = readFieldSet(
    element(
      'FieldSet',
      '<availableFields><field>Owner.Name</field></availableFields><displayedFields><field>Name</field><isRequired>true</isRequired></displayedFields>',
    ),
    'F',
    'p',
  );
  assert.deepEqual([displayedFields, availableFields], [[{field: 'Name', isRequired: true}], [{field: 'Owner.Name', isRequired: false}]]);
});
