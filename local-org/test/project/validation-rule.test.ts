import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readValidationRule} from '../../src/project/validation-rule.ts';
import {element} from './elements.ts';

test('a validation rule knows the line of its formula', () => {
  const {active, errorConditionFormula, formulaLine, errorMessage, errorDisplayField} = readValidationRule(
    element(
      'ValidationRule',
      '<active>true</active>\n<errorConditionFormula>A__c &gt;\n1</errorConditionFormula><errorDisplayField>A__c</errorDisplayField><errorMessage>No.</errorMessage>',
    ),
    'R',
    'p',
  );
  assert.deepEqual([active, errorConditionFormula, formulaLine, errorMessage, errorDisplayField], [true, 'A__c >\n1', 4, 'No.', 'A__c']);
});
