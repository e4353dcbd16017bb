/**
 * Runs Apex tests in an org. Each method runs in a transaction of its own, with fresh statics, as the administrator, on the rows that the
 * class's setup made, and leaves nothing behind (Apex Developer Guide, "Isolation of Test Data from Organization Data in Unit Tests").
 */
import {runLeftOverJobs} from '../async/test-work.ts';
import type {Org} from '../org.ts';
import type {TransactionOptions} from '../transaction.ts';
import {findTests} from './discovery.ts';
import type {TestClass, TestMethod} from './discovery.ts';
import {failureOf} from './failure.ts';
import type {Failure} from './failure.ts';
import {isOrganizationData} from './organization-data.ts';
import type {TestResult} from './results.ts';
import type {TestSelection} from './selection.ts';

/** @param onClass told the results of each class when its last test has ended */
export function runTests(
  org: Org,
  selection: TestSelection,
  onClass: (className: string, results: readonly TestResult[]) => void,
): TestResult[] {
  const results: TestResult[] = [];
  for (const testClass of findTests(org.generation.classes.all)) {
    const methods = testClass.methods.filter(({name}) => selection.includes(testClass.name, name));
    if (methods.length === 0) continue;
    const ofClass = runTestClass(org, {...testClass, methods});
    onClass(testClass.name, ofClass);
    results.push(...ofClass);
  }
  return results;
}

/**
 * Runs the tests of one class. The rows of the setup live in a transaction around those of the tests, and go with it.
 *
 * @param goesOn asked after each test whether to run the next
 */
export function runTestClass(
  org: Org,
  {name, setup, methods}: TestClass,
  goesOn: (result: TestResult) => boolean = () => true,
): TestResult[] {
  return org.tables.without(isOrganizationData, () => runIsolated(org, {name, setup, methods}, goesOn));
}

function runIsolated(org: Org, {name, setup, methods}: TestClass, goesOn: (result: TestResult) => boolean): TestResult[] {
  return org.isolated(testTransaction(org), () => {
    const broken = setup === null ? null : attempt(org, () => org.transaction(testTransaction(org), () => callStatic(org, name, setup)));
    const results: TestResult[] = [];
    for (const method of methods) {
      const start = performance.now();
      const failure = broken ?? attempt(org, () => org.isolated(testTransaction(org), () => callStatic(org, name, method)));
      const {outcome, message} = failure ?? {outcome: 'Pass', message: ''};
      const result = {class: name, method: method.name, outcome, message, durationMs: performance.now() - start};
      results.push(result);
      if (!goesOn(result)) break;
    }
    return results;
  });
}

function testTransaction(org: Org): TransactionOptions {
  return {userId: org.administratorId, quiddity: 'RUNTEST_SYNC', isTest: true};
}

function callStatic(org: Org, className: string, {name, slot}: TestMethod): void {
  const method = org.generation.staticMethod(className, slot);
  if (method === null) throw new Error(`The code of ${className} has no method ${name}.`);
  method();
  runLeftOverJobs(org.runtime);
}

function attempt(org: Org, work: () => void): Failure | null {
  try {
    work();
    return null;
  } catch (error) {
    return failureOf(error, org.generation);
  }
}
