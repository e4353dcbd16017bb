/** What running tests gives: plain data, which the reports print and the JSON file holds. */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';

/** `Unsupported`: the test met legal Apex that this org lacks, so that nothing can be said about the code under test. */
export type TestOutcome = 'Pass' | 'Fail' | 'Unsupported';

export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: TestOutcome;
  /** `System.AssertException: Assertion Failed: …` with its stack trace; empty where the test passed. */
  readonly message: string;
  readonly durationMs: number;
}

export interface TestRun {
  readonly tests: readonly TestResult[];
  readonly durationMs: number;
  /** `null` where coverage wasn't asked for. */
  readonly coverage: Coverage | null;
  /** Of the project and its code. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Coverage {
  /** Of all lines of all classes, 0 to 100, with two digits. */
  readonly percent: number;
  readonly classes: readonly ClassCoverage[];
}

export interface ClassCoverage {
  /** Name of the class or trigger. */
  readonly name: string;
  readonly covered: number;
  readonly total: number;
  readonly percent: number;
}

export function countOf(tests: readonly TestResult[], outcome: TestOutcome): number {
  return tests.filter((test) => test.outcome === outcome).length;
}
