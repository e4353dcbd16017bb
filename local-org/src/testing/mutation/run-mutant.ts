/** Puts a mutant into an org and runs tests against it until one fails. */
import type {ApexSources} from '../../org-code.ts';
import type {Org} from '../../org.ts';
import {isError} from '../../diagnostics/diagnostic.ts';
import {findTests} from '../discovery.ts';
import {runTestClass} from '../run-tests.ts';
import {mutatedSource} from './mutant.ts';
import type {Mutant} from './mutant.ts';
import type {TestPlan} from './test-reach.ts';

export type Verdict =
  /** `by` is `Class.method`; `message` is the first line of what it threw. */
  | {readonly kind: 'killed'; readonly by: string; readonly message: string}
  /** The whole run had to be ended from outside. */
  | {readonly kind: 'stopped'; readonly reason: string}
  | {readonly kind: 'survived'; readonly tests: number}
  | {readonly kind: 'not compiled'; readonly message: string};

/** Runs one mutant after the other; each replaces the one before. */
export class MutantRunner {
  readonly #org: Org;
  readonly #tests: ReadonlyMap<string, ReturnType<typeof findTests>[number]>;
  /** What has to be put back, or nothing. */
  #original: ApexSources = {classes: [], triggers: []};

  /** @param org whose own code compiles */
  constructor(org: Org) {
    this.#org = org;
    this.#tests = new Map(findTests(org.generation.classes.all).map((test) => [test.name, test]));
  }

  run(mutant: Mutant, plan: TestPlan): Verdict {
    const error = this.#deploy(mutant);
    if (error !== null) return {kind: 'not compiled', message: error};
    let count = 0;
    for (const {class: className, methods, patienceMilliseconds} of plan) {
      const test = this.#tests.get(className);
      if (test === undefined) throw new Error(`There is no test class ${className}.`);
      const planned = test.methods.filter(({name}) => methods.includes(name));
      this.#org.limitLoops(patienceMilliseconds);
      const results = runTestClass(this.#org, {...test, methods: planned}, ({outcome}) => outcome !== 'Fail');
      const failed = results.find(({outcome}) => outcome === 'Fail');
      if (failed !== undefined) {
        const [message = ''] = failed.message.split('\n');
        return {kind: 'killed', by: `${failed.class}.${failed.method}`, message};
      }
      count += results.length;
    }
    return {kind: 'survived', tests: count};
  }

  /** @returns the error because of which the mutant is no program */
  #deploy(mutant: Mutant): string | null {
    const {classes, triggers} = this.#org.project;
    const original: ApexSources = {
      classes: mutant.kind === 'class' ? classes.filter(({path}) => path === mutant.path) : [],
      triggers: mutant.kind === 'trigger' ? triggers.filter(({path}) => path === mutant.path) : [],
    };
    const mutated = <Source extends {readonly source: string}>(each: Source) => ({...each, source: mutatedSource(each.source, mutant)});
    const back = this.#original;
    const diagnostics = this.#org.deployCode({
      classes: [...back.classes.filter(({path}) => path !== mutant.path), ...original.classes.map(mutated)],
      triggers: [...back.triggers.filter(({path}) => path !== mutant.path), ...original.triggers.map(mutated)],
    });
    const error = diagnostics.find(isError);
    if (error !== undefined) return `${String(error.span.line)}:${String(error.span.column)} ${error.message}`;
    this.#original = original;
    return null;
  }
}
