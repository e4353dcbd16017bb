/** Runs the Apex tests of a small project, each as a test of its own. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Org} from '../src/org.ts';
import {memoryFileSystem} from '../src/project/file-system.ts';
import {loadProject} from '../src/project/load-project.ts';
import type {TestResult} from '../src/testing/results.ts';
import {runTests} from '../src/testing/run-tests.ts';
import {testSelection} from '../src/testing/selection.ts';

/** @param files by path, as they lie in a package directory */
export function projectOrg(files: Readonly<Record<string, string>>): Org {
  return new Org({project: loadProject(['.'], {fileSystem: memoryFileSystem(files)})});
}

/** @param org has Apex tests, all of which must pass; the names of the methods name the tests */
export function mustPass(org: Org): void {
  const results = resultsOf(org);
  assert.ok(results.length > 0, 'the project has no tests');
  for (const {method, message} of results) {
    test(method.replaceAll(/([A-Z])/g, ' $1').toLowerCase(), () => assert.equal(message, ''));
  }
}

/** @throws AssertionError where the project doesn't compile */
export function resultsOf(org: Org): readonly TestResult[] {
  assert.deepEqual(
    org.diagnostics.map(({path, span, message}) => `${path}:${String(span.line)} ${message}`),
    [],
  );
  return runTests(org, testSelection([]), () => undefined);
}
