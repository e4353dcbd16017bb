import assert from 'node:assert/strict';
import {test} from 'node:test';
import {platformFacts} from '../../src/apex/platform-facts.ts';

test('a class that only the supplement has is known at run time', () => {
  const facts = platformFacts('system.formulavalidationexception');
  assert.deepEqual([facts?.name, facts?.supertypes], ['System.FormulaValidationException', ['System.Exception']]);
});

test('a class that neither has is not', () => {
  assert.equal(platformFacts('System.Nothing'), null);
});
