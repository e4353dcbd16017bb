import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {classLines, coverageLines, summaryLine} from '../../src/testing/text-report.ts';
import type {TestResult} from '../../src/testing/results.ts';

const result = (method: string, outcome: TestResult['outcome'], message = ''): TestResult => ({
  class: 'ATest',
  method,
  outcome,
  message,
  durationMs: 1,
});
const plain = (lines: readonly string[]) => lines.map(stripVTControlCharacters);

suite('the report of a class', () => {
  test('is one line when all is well', () => {
    assert.deepEqual(plain(classLines('ATest', [result('a', 'Pass'), result('b', 'Pass')])), ['✓ ATest  2 tests  2 ms']);
  });
  test('shows what failed, and why', () => {
    const lines = classLines('ATest', [
      result('a', 'Pass'),
      result('b', 'Fail', 'System.AssertException: no\nClass.ATest.b: line 3, column 1'),
    ]);
    assert.deepEqual(plain(lines), [
      '✗ ATest  1 of 2 tests did not pass  2 ms',
      '    ✗ b',
      '        System.AssertException: no',
      '        Class.ATest.b: line 3, column 1',
    ]);
  });
  test('marks what is unsupported', () => {
    assert.deepEqual(plain(classLines('ATest', [result('a', 'Unsupported', 'U300 no')]))[1], '    ? a');
  });
});

suite('the summary', () => {
  const run = (...tests: readonly TestResult[]) => ({tests, durationMs: 1234, coverage: null, diagnostics: []});
  test('counts', () => assert.equal(summaryLine(run(result('a', 'Pass'), result('b', 'Fail'))), '1 passed, 1 failed in 1.23 s'));
  test('names the unsupported where there are any', () => {
    assert.equal(summaryLine(run(result('a', 'Unsupported'))), '0 passed, 0 failed, 1 unsupported in 1.23 s');
  });
});

test('coverage is listed from the least covered class on', () => {
  const classes = [
    {name: 'A', covered: 10, total: 10, percent: 100},
    {name: 'B', covered: 1, total: 3, percent: 33.33},
  ];
  assert.deepEqual(plain(coverageLines({percent: 84.61, classes})), [
    'Lines covered: 84.6 %',
    '   33.3 %    1 of 3  B',
    '  100.0 %  10 of 10  A',
  ]);
});
