import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DOMParser} from '@xmldom/xmldom';
import {junitReport} from '../../src/testing/junit-report.ts';
import type {TestResult, TestRun} from '../../src/testing/results.ts';

function result(method: string, outcome: TestResult['outcome'], message = ''): TestResult {
  return {class: 'OrderTest', method, outcome, message, durationMs: 12};
}

function report(tests: readonly TestResult[]) {
  const run: TestRun = {tests, durationMs: 40, coverage: null, diagnostics: []};
  return new DOMParser().parseFromString(junitReport(run), 'text/xml').documentElement!;
}

test('suites and the whole tell how many tests there are and how they ended', () => {
  const root = report([result('a', 'Pass'), result('b', 'Fail', 'x'), result('c', 'Unsupported', 'U300')]);
  const suite = root.getElementsByTagName('testsuite')[0]!;
  for (const element of [root, suite]) {
    assert.deepEqual(
      ['tests', 'failures', 'errors'].map((name) => element.getAttribute(name)),
      ['3', '1', '1'],
    );
  }
});

test('a failure carries its message and the stack below it', () => {
  const failure = report([result('b', 'Fail', 'System.AssertException: no\nClass.OrderTest.b: line 3')]).getElementsByTagName(
    'failure',
  )[0]!;
  assert.equal(failure.getAttribute('message'), 'System.AssertException: no');
  assert.match(failure.textContent ?? '', /line 3$/);
});

test('text that XML would read as markup or refuse stays text', () => {
  const failure = report([result('b', 'Fail', `<a href="x">&\u0001`)]).getElementsByTagName('failure')[0]!;
  assert.equal(failure.textContent, '<a href="x">&\uFFFD');
});
