import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {conformanceLines, conformanceOf, normalizedMessage} from '../../src/testing/conformance.ts';
import type {TestOutcome, TestResult} from '../../src/testing/results.ts';

const result = (method: string, outcome: TestOutcome, message: string): TestResult => ({
  class: 'A',
  method,
  outcome,
  message,
  durationMs: 1,
});

const found = conformanceOf(
  [
    result('passes', 'Pass', ''),
    result('fails', 'Fail', 'System.DmlException: no\nClass.A.fails: line 1, column 1'),
    result('lacks', 'Unsupported', 'U300 Http.send(HttpRequest) is not supported.\nClass.A.lacks: line 2, column 1'),
    result('lacksToo', 'Unsupported', 'U300 Http.send(HttpRequest) is not supported.\nClass.A.lacksToo: line 9, column 1'),
  ],
  [{class: 'B', method: 'isBroken', reason: 'E203 Invalid type: C'}],
);

suite('conformance', () => {
  test('counts, with the tests that could not be compiled', () => {
    assert.deepEqual(found.summary, {passed: 1, failed: 1, unsupported: 2, notCompiled: 1, total: 5});
  });
  test('groups by cause, the most frequent first', () => {
    assert.deepEqual(found.causes, [
      {outcome: 'Unsupported', cause: 'U300 Http.send(HttpRequest) is not supported.', tests: ['A.lacks', 'A.lacksToo']},
      {outcome: 'Fail', cause: 'System.DmlException: no', tests: ['A.fails']},
      {outcome: 'NotCompiled', cause: 'E203 Invalid type: C', tests: ['B.isBroken']},
    ]);
  });
  test('is printed by outcome', () => {
    assert.deepEqual(conformanceLines(found), [
      'Unsupported',
      '  2  U300 Http.send(HttpRequest) is not supported.  (A.lacks)',
      '',
      'Failed',
      '  1  System.DmlException: no  (A.fails)',
      '',
      'Not compiled',
      '  1  E203 Invalid type: C  (B.isBroken)',
      '',
      '1 of 5 passed (20.0 %), 1 failed, 2 unsupported, 1 not compiled',
    ]);
  });
  test('takes messages that differ in Ids and numbers alone for one cause', () => {
    assert.equal(
      normalizedMessage('Expected: 3, Actual: -12.5 for 001000000000001AAA\nmore'),
      'Expected: <number>, Actual: <number> for <Id>',
    );
  });
});
