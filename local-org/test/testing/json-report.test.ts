import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {jsonReport} from '../../src/testing/json-report.ts';
import type {TestRun} from '../../src/testing/results.ts';

const RUN: TestRun = {
  tests: [
    {class: 'ATest', method: 'a', outcome: 'Pass', message: '', durationMs: 1.4},
    {class: 'ATest', method: 'b', outcome: 'Fail', message: 'System.AssertException: no', durationMs: 2.6},
    {class: 'ATest', method: 'c', outcome: 'Unsupported', message: 'U300 no', durationMs: 0},
    {class: 'BTest', method: 'd', outcome: 'Pass', message: '', durationMs: 0},
  ],
  durationMs: 12.3,
  coverage: {percent: 50, classes: [{name: 'A', covered: 1, total: 2, percent: 50}]},
  diagnostics: [{code: 'E201', message: 'Variable does not exist: x', path: 'A.cls', span: {line: 3, column: 5, start: 20, end: 21}}],
};

suite('the JSON report', () => {
  const report = JSON.parse(jsonReport(RUN)) as Record<string, unknown>;
  test('counts outcomes', () => assert.deepEqual(report['summary'], {passed: 2, failed: 1, unsupported: 1, durationMs: 12}));
  test('has every test, with whole milliseconds', () => {
    assert.deepEqual((report['tests'] as unknown[])[1], {
      class: 'ATest',
      method: 'b',
      outcome: 'Fail',
      message: 'System.AssertException: no',
      durationMs: 3,
    });
  });
  test('has coverage', () => assert.deepEqual(report['coverage'], RUN.coverage));
  test('has no coverage where none was asked for', () =>
    assert.equal('coverage' in JSON.parse(jsonReport({...RUN, coverage: null})), false));
  test('has what does not compile', () => {
    assert.deepEqual(report['diagnostics'], [{code: 'E201', message: 'Variable does not exist: x', path: 'A.cls', line: 3, column: 5}]);
  });
});
