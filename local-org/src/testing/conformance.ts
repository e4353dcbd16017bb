/** What keeps a project's tests from passing, by cause: the most frequent one is the next gap to close. */
import {countOf} from './results.ts';
import type {LeftOutTest} from './left-out-tests.ts';
import type {TestOutcome, TestResult} from './results.ts';

export interface Conformance {
  readonly summary: {
    readonly passed: number;
    readonly failed: number;
    readonly unsupported: number;
    /** Tests of classes that don't compile, or that need one that doesn't. */
    readonly notCompiled: number;
    readonly total: number;
  };
  /** The most frequent first. */
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly outcome: Exclude<TestOutcome, 'Pass'> | 'NotCompiled';
  /** The first line of the message, with what differs from test to test left out. */
  readonly cause: string;
  /** `Class.method` */
  readonly tests: readonly string[];
}

export function conformanceOf(results: readonly TestResult[], leftOut: readonly LeftOutTest[]): Conformance {
  const causes = new Map<string, {outcome: Cause['outcome']; cause: string; tests: string[]}>();
  const add = (outcome: Cause['outcome'], message: string, test: {readonly class: string; readonly method: string}) => {
    const cause = normalizedMessage(message);
    const key = `${outcome} ${cause}`;
    const known = causes.get(key) ?? {outcome, cause, tests: []};
    causes.set(key, known);
    known.tests.push(`${test.class}.${test.method}`);
  };
  for (const result of results) if (result.outcome !== 'Pass') add(result.outcome, result.message, result);
  for (const test of leftOut) add('NotCompiled', test.reason, test);
  return {
    summary: {
      passed: countOf(results, 'Pass'),
      failed: countOf(results, 'Fail'),
      unsupported: countOf(results, 'Unsupported'),
      notCompiled: leftOut.length,
      total: results.length + leftOut.length,
    },
    causes: [...causes.values()].sort((left, right) => right.tests.length - left.tests.length),
  };
}

/** Ids and numbers aside, two tests with the same first line fail for the same cause. */
export function normalizedMessage(message: string): string {
  const [line = ''] = message.split('\n');
  return line
    .replace(/\b[a-zA-Z0-9]{3}0[a-zA-Z0-9]{11}(?:[a-zA-Z0-9]{3})?\b/g, '<Id>')
    .replace(/(?<![\w.])-?\d+(?:\.\d+)?(?!\w)/g, '<number>');
}

const TITLES: Readonly<Record<Cause['outcome'], string>> = {
  Unsupported: 'Unsupported',
  Fail: 'Failed',
  NotCompiled: 'Not compiled',
};

/** For people: one line a cause, with the first of its tests. */
export function conformanceLines({summary, causes}: Conformance): string[] {
  const {passed, failed, unsupported, notCompiled, total} = summary;
  const width = String(causes[0]?.tests.length ?? 0).length;
  const sections = (['Unsupported', 'Fail', 'NotCompiled'] as const).flatMap((outcome) => {
    const lines = causes
      .filter((cause) => cause.outcome === outcome)
      .map(({cause, tests}) => `  ${String(tests.length).padStart(width)}  ${cause}  (${tests[0] ?? ''})`);
    return lines.length === 0 ? [] : [TITLES[outcome], ...lines, ''];
  });
  const percent = total === 0 ? 0 : (passed / total) * 100;
  const counts = [`${String(failed)} failed`, `${String(unsupported)} unsupported`, `${String(notCompiled)} not compiled`].join(', ');
  return [...sections, `${String(passed)} of ${String(total)} passed (${percent.toFixed(1)} %), ${counts}`];
}
