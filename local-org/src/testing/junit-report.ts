import {countOf} from './results.ts';
import type {TestResult, TestRun} from './results.ts';

/** The text of a JUnit XML file, one suite a class, as build servers read it. Unsupported tests are errors: nothing was found out. */
export function junitReport({tests, durationMs}: TestRun): string {
  const suites = [...Map.groupBy(tests, (test) => test.class)].map(([name, results]) => suite(name, results));
  const totals = counts(tests, durationMs);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, tests: readonly TestResult[]): string {
  const time = tests.reduce((total, test) => total + test.durationMs, 0);
  return `  <testsuite name="${escaped(name)}" ${counts(tests, time)}>\n${tests.map(testCase).join('')}  </testsuite>\n`;
}

function counts(tests: readonly TestResult[], durationMs: number): string {
  const failures = countOf(tests, 'Fail');
  const errors = countOf(tests, 'Unsupported');
  return `tests="${String(tests.length)}" failures="${String(failures)}" errors="${String(errors)}" time="${seconds(durationMs)}"`;
}

function testCase({class: className, method, outcome, message, durationMs}: TestResult): string {
  const start = `    <testcase classname="${escaped(className)}" name="${escaped(method)}" time="${seconds(durationMs)}"`;
  if (outcome === 'Pass') return `${start}/>\n`;
  const [summary = ''] = message.split('\n');
  const element = outcome === 'Fail' ? 'failure' : 'error';
  return `${start}>\n      <${element} message="${escaped(summary)}">${escaped(message)}</${element}>\n    </testcase>\n`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** XML 1.0 has no place for most control characters, escaped or not. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
