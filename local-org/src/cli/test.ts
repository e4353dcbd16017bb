import type {Generation} from '../generation.ts';
import {openOrg} from '../org.ts';
import type {Org} from '../org.ts';
import {coverageOf} from '../testing/coverage.ts';
import type {LineCounts} from '../testing/coverage.ts';
import {jsonReport} from '../testing/json-report.ts';
import {junitReport} from '../testing/junit-report.ts';
import type {TestRun} from '../testing/results.ts';
import {runTests} from '../testing/run-tests.ts';
import {testSelection} from '../testing/selection.ts';
import {classLines, coverageLines, summaryLine} from '../testing/text-report.ts';
import type {Command} from './arguments.ts';
import {diagnosticLines, hasErrors} from './diagnostics.ts';
import {EXIT} from './exit-code.ts';
import {writeReport} from './report-file.ts';

export type TestCommand = Extract<Command, {kind: 'test'}>;

/** Runs tests. Code that doesn't compile doesn't keep the rest from running, but from success. */
export function test(command: TestCommand): number {
  return testOrg(openOrg({directories: command.directories, countLines: command.coverage}), command);
}

/** Runs the tests of an org and prints and writes what came of them. @returns the exit code */
export function testOrg(org: Org, {directories, tests: names, coverage: withCoverage, json, junit}: TestCommand): number {
  const {diagnostics, generation} = org;
  for (const line of diagnosticLines(diagnostics.filter(({code}) => !code.startsWith('U')))) console.error(line);
  const selection = testSelection(names);
  const start = performance.now();
  const tests = runTests(org, selection, (className, results) => {
    for (const line of classLines(className, results)) console.log(line);
  });
  const durationMs = performance.now() - start;
  const run: TestRun = {tests, durationMs, coverage: withCoverage ? coverageOf(codeUnderTest(generation)) : null, diagnostics};
  if (run.coverage !== null) for (const line of ['', ...coverageLines(run.coverage), '']) console.log(line);
  console.log(summaryLine(run));
  if (json !== null) writeReport(json, jsonReport(run));
  if (junit !== null) writeReport(junit, junitReport(run));
  const unmatched = selection.unmatched(tests);
  for (const name of unmatched) console.error(`There is no test ${name}.`);
  if (tests.length === 0) console.error(`There are no tests in ${directories.join(', ')}.`);
  if (hasErrors(diagnostics)) return EXIT.notCompiled;
  const isSuccess = tests.length > 0 && unmatched.length === 0 && tests.every(({outcome}) => outcome === 'Pass');
  return isSuccess ? EXIT.success : EXIT.failed;
}

/** Test classes are not part of what is to be covered. */
function codeUnderTest({lineCounts, classes}: Generation): readonly LineCounts[] {
  return lineCounts.filter(({name}) => classes.info(name)?.isTest !== true);
}
