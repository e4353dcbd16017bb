/** `local-org conformance --invert`: whether tests that pass would have failed, had the code done something else. */
import {Org} from '../org.ts';
import type {Project} from '../project/model.ts';
import {edited, invertedAssertion, spread} from '../testing/inverted-assertions.ts';
import type {Edit, TestName} from '../testing/inverted-assertions.ts';
import type {TestResult} from '../testing/results.ts';
import {runTests} from '../testing/run-tests.ts';
import {testSelection} from '../testing/selection.ts';

export interface Inversion {
  readonly tests: readonly TestResult[];
  /** Those that pass with the opposite of what they assert. */
  readonly indifferent: readonly TestName[];
}

/** All inversions go into one copy of the project, each into a test of its own. */
export function invertPassing(project: Project, results: readonly TestResult[], count: number): Inversion {
  const sources = new Map(project.classes.map(({name, source}) => [name, source]));
  const invertible = results.flatMap((result) => {
    const edit = result.outcome === 'Pass' ? invertedAssertion(sources.get(result.class) ?? '', result) : null;
    return edit === null ? [] : [{test: result, edit}];
  });
  const sample = spread(invertible, count);
  const edits = Map.groupBy(sample, ({test}) => test.class);
  const org = new Org({project: withEdits(project, edits), cacheFolder: null});
  const names = sample.map(({test}) => `${test.class}.${test.method}`);
  const tests = names.length === 0 ? [] : runTests(org, testSelection(names), () => undefined);
  return {tests, indifferent: tests.filter(({outcome}) => outcome === 'Pass')};
}

function withEdits(project: Project, edits: ReadonlyMap<string, readonly {readonly edit: Edit}[]>): Project {
  const classes = project.classes.map((each) => {
    const own = edits.get(each.name)?.map(({edit}) => edit) ?? [];
    return own.length === 0 ? each : {...each, source: edited(each.source, own)};
  });
  return {...project, classes};
}

export function inversionLines({tests, indifferent}: Inversion): string[] {
  const failed = tests.length - indifferent.length;
  return [
    `${String(failed)} of ${String(tests.length)} tests with an inverted assertion fail`,
    ...indifferent.map((test) => `  passes all the same: ${test.class}.${test.method}`),
  ];
}
