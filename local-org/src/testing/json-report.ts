import {countOf} from './results.ts';
import type {TestRun} from './results.ts';

/** The text of the file that `local-org test --json` writes, for other programs. */
export function jsonReport({tests, durationMs, coverage, diagnostics}: TestRun): string {
  const summary = {
    passed: countOf(tests, 'Pass'),
    failed: countOf(tests, 'Fail'),
    unsupported: countOf(tests, 'Unsupported'),
    durationMs: Math.round(durationMs),
  };
  const problems = diagnostics.map(({code, message, path, span: {line, column}}) => ({code, message, path, line, column}));
  const report = {
    summary,
    tests: tests.map((test) => ({...test, durationMs: Math.round(test.durationMs)})),
    ...(coverage === null ? {} : {coverage}),
    diagnostics: problems,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
