/** Test results for people. Nothing is printed here: the lines go to whoever asked. */
import {styleText} from 'node:util';
import {countOf} from './results.ts';
import type {Coverage, TestOutcome, TestResult, TestRun} from './results.ts';

const MARKS: Readonly<Record<TestOutcome, string>> = {
  Pass: styleText('green', '✓'),
  Fail: styleText('red', '✗'),
  Unsupported: styleText('yellow', '?'),
};

/** One line a class, and for each test of it that didn't pass its message. */
export function classLines(className: string, tests: readonly TestResult[]): string[] {
  const outcome = worst(tests);
  const failed = tests.filter((test) => test.outcome !== 'Pass');
  const counted =
    failed.length === 0 ? plural(tests.length, 'test') : `${String(failed.length)} of ${plural(tests.length, 'test')} did not pass`;
  const time = styleText('dim', `${String(Math.round(tests.reduce((total, test) => total + test.durationMs, 0)))} ms`);
  return [`${MARKS[outcome]} ${className}  ${counted}  ${time}`, ...failed.flatMap(testLines)];
}

function testLines({method, outcome, message}: TestResult): string[] {
  return [`    ${MARKS[outcome]} ${method}`, ...message.split('\n').map((line) => `        ${line}`)];
}

function worst(tests: readonly TestResult[]): TestOutcome {
  const outcomes = tests.map(({outcome}) => outcome);
  return outcomes.includes('Fail') ? 'Fail' : outcomes.includes('Unsupported') ? 'Unsupported' : 'Pass';
}

/** The least covered classes first. */
export function coverageLines({percent, classes}: Coverage): string[] {
  const sorted = classes.toSorted((left, right) => left.percent - right.percent);
  const rows = sorted.map(({name, covered, total, percent: part}) => [
    `${part.toFixed(1)} %`,
    `${String(covered)} of ${String(total)}`,
    name,
  ]);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return [
    styleText('bold', `Lines covered: ${percent.toFixed(1)} %`),
    ...rows.map(([part = '', lines = '', name = '']) => `  ${part.padStart(widths[0] ?? 0)}  ${lines.padStart(widths[1] ?? 0)}  ${name}`),
  ];
}

export function summaryLine({tests, durationMs}: TestRun): string {
  const unsupported = countOf(tests, 'Unsupported');
  const counts = [
    `${String(countOf(tests, 'Pass'))} passed`,
    `${String(countOf(tests, 'Fail'))} failed`,
    ...(unsupported === 0 ? [] : [`${String(unsupported)} unsupported`]),
  ];
  return `${counts.join(', ')} in ${(durationMs / 1000).toFixed(2)} s`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
