import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {SyntaxTreeCache} from '../../src/apex/syntax/cache.ts';
import {judgeMutants} from '../../src/cli/mutation-workers.ts';
import {Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';
import {chooseMutants} from '../../src/testing/mutation/plan.ts';
import type {Verdict} from '../../src/testing/mutation/run-mutant.ts';

const FILES = {
  'A.cls': `public class A {
    public static Boolean less(Integer a, Integer b) { return a < b; }
    public static void spin(Integer i) { while (i > 0) { } }
    public static void grow(Integer i) { List<Object> lists = new List<Object>(); while (i > 0) { lists.add(lists.clone()); } }
  }`,
  'ATest.cls': `@IsTest class ATest {
    @IsTest static void less() { System.assert(A.less(1, 2)); }
    @IsTest static void spin() { A.spin(0); }
    @IsTest static void grow() { A.grow(0); }
  }`,
};
const project = loadProject(['.'], {fileSystem: memoryFileSystem(FILES)});
const choice = {classes: [], operators: ['comparison', 'return'] as const};
const mutants = chooseMutants(project, new Org({project}).generation, new SyntaxTreeCache('', null), choice);
const methods = new Map([
  [2, 'less'],
  [3, 'spin'],
  [4, 'grow'],
]);
const jobs = mutants.map((mutant) => ({
  mutant,
  plan: [{class: 'ATest', methods: [methods.get(mutant.line) ?? ''], patienceMilliseconds: 600_000}],
}));
const [returnsTrue, returnsFalse, lessOrEqual, spinning, growing] = [jobs[0]!, jobs[1]!, jobs[2]!, jobs[3]!, jobs[4]!];
const SETUP = {project, cacheFolder: null};
const LIMITS = {workers: 1, patienceMilliseconds: 600_000, heapMegabytes: 1024};

const kinds = (verdicts: readonly Verdict[]) => verdicts.map((verdict) => (verdict.kind === 'stopped' ? verdict.reason : verdict.kind));

suite('workers that judge mutants', () => {
  test('give verdicts in the order of the jobs', async () => {
    const told: Verdict[] = [];
    const verdicts = await judgeMutants([returnsTrue, returnsFalse, lessOrEqual], SETUP, {...LIMITS, workers: 2}, (verdict) =>
      told.push(verdict),
    );
    assert.deepEqual(kinds(verdicts), ['survived', 'killed', 'survived']);
    assert.deepEqual(new Set(told), new Set(verdicts));
  });
  test('are ended when they take too long or too much memory, and others go on', async () => {
    const limits = {...LIMITS, patienceMilliseconds: 5000, heapMegabytes: 192};
    const verdicts = await judgeMutants([growing, spinning, returnsTrue], SETUP, limits, () => undefined);
    assert.deepEqual(kinds(verdicts), ['the process came to an abrupt end', 'no verdict after 5 s', 'survived']);
  });
  test("pass on what isn't the mutant's fault", async () => {
    const job = {...returnsTrue, plan: [{class: 'Gone', methods: [], patienceMilliseconds: 0}]};
    await assert.rejects(
      judgeMutants([job], SETUP, LIMITS, () => undefined),
      /There is no test class Gone/,
    );
  });
});
