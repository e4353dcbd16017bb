/** Which tests can notice a change: those that run the lines around it. */
import type {Generation} from '../../generation.ts';
import type {Org} from '../../org.ts';
import {affectedTests, codeFiles} from '../affected-tests.ts';
import {findTests} from '../discovery.ts';
import type {TestResult} from '../results.ts';
import {runTestClass} from '../run-tests.ts';
import type {TestSelection} from '../selection.ts';
import type {Mutant} from './mutant.ts';

/** A test that passes on the code as it is, by itself. */
export interface ReachingTest {
  readonly class: string;
  readonly method: string;
  readonly durationMs: number;
  /** Lines that ran, setup included, by the path of their file. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
}

export interface Baseline {
  readonly passing: readonly ReachingTest[];
  /** They can't tell a changed program from the original, and are left out. */
  readonly others: readonly TestResult[];
}

/** Tests to run against a mutant, in this order. */
export type TestPlan = readonly PlannedClass[];

export interface PlannedClass {
  readonly class: string;
  readonly methods: readonly string[];
  /** After how long a loop is taken for endless. */
  readonly patienceMilliseconds: number;
}

/** The least time for a test, and how many times longer than on the original it may take: machines have better and worse moments. */
const PATIENCE = {milliseconds: 5000, times: 10} as const;

/** Runs each test by itself. @param org counts lines */
export function measureBaseline(org: Org, selection: TestSelection): Baseline {
  const passing: ReachingTest[] = [];
  const others: TestResult[] = [];
  for (const testClass of findTests(org.generation.classes.all)) {
    for (const method of testClass.methods.filter(({name}) => selection.includes(testClass.name, name))) {
      for (const {counts} of org.generation.lineCounts) counts.fill(0);
      for (const result of runTestClass(org, {...testClass, methods: [method]})) {
        if (result.outcome !== 'Pass') others.push(result);
        else passing.push({class: result.class, method: result.method, durationMs: result.durationMs, lines: linesRun(org.generation)});
      }
    }
  }
  return {passing, others};
}

function linesRun({lineCounts}: Generation): ReadonlyMap<string, ReadonlySet<number>> {
  const files = lineCounts.map(
    ({path, coverable, counts}) => [path, new Set(coverable.filter((line) => (counts[line] ?? 0) > 0))] as const,
  );
  return new Map(files.filter(([, lines]) => lines.size > 0));
}

/**
 * The tests that a mutant must pass to survive: those that run a line of the member that holds the change, or, where no member holds it, those that
 * depend on the class. First the class's own tests (`LeadTest` for `Lead`), then those of its direct users, then the rest, each by name.
 */
export function testPlanner({passing}: Baseline, {units}: Generation): (mutant: Mutant) => TestPlan {
  const files = codeFiles(units);
  const users = new Map(files.map(({name, uses}) => [name, new Set(uses)]));
  return ({name, path, lines}) => {
    const affected = lines === null ? affectedTests(files, new Set([name])) : 'all';
    const reaching = passing.filter((test) => {
      if (lines === null) return affected === 'all' || affected.has(test.class);
      return [...(test.lines.get(path) ?? [])].some((line) => line >= lines.first && line <= lines.last);
    });
    const distance = (testClass: string) => (testClass === `${name}Test` ? 0 : users.get(testClass)?.has(name) === true ? 1 : 2);
    const classes = [...Map.groupBy(reaching, (test) => test.class)].map(([testClass, tests]) => ({
      class: testClass,
      methods: tests.map(({method}) => method),
      patienceMilliseconds: PATIENCE.milliseconds + PATIENCE.times * Math.max(...tests.map(({durationMs}) => durationMs)),
    }));
    return classes.sort((left, right) => distance(left.class) - distance(right.class));
  };
}
