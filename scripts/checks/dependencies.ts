import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Check} from './check.ts';
import {runTool, toolFailure} from './process.ts';

/** The part of dependency-cruiser's JSON report that is read here. */
interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly Violation[];
  };
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: {readonly name: string};
  readonly cycle?: readonly {readonly name: string}[];
}

/** dependency-cruiser: which TypeScript module may import which, by the rules of .dependency-cruiser.mjs. */
export const dependencies: Check = {
  name: 'dependencies',
  question: 'Do the TypeScript modules import each other in the allowed directions only?',
  async run(project) {
    const roots = ['local-org/src', 'local-org/test', 'scripts'].filter((folder) => existsSync(path.join(project.root, folder)));
    if (roots.length === 0) return {looked: 0, subjects: 'modules', problems: []};
    const output = await runTool('dependency-cruiser/bin/dependency-cruise.mjs', ['--output-type', 'json', ...roots], project.root);
    if (!output.stdout.startsWith('{')) throw toolFailure('dependency-cruiser', output);
    const {summary} = JSON.parse(output.stdout) as Report;
    const problems = summary.violations.map((violation) => ({
      path: violation.from,
      rule: violation.rule.name,
      message: describe(violation),
    }));
    return {looked: summary.totalCruised, subjects: 'modules', problems};
  },
};

function describe({to, rule, cycle}: Violation): string {
  if (cycle !== undefined) return `imports itself through ${cycle.map(({name}) => name).join(' → ')}`;
  if (rule.name === 'no-orphans') return 'imports nothing and is imported by nobody; remove it or wire it in';
  return rule.name === 'no-unresolvable' ? `imports ${to}, which isn't there` : `must not import ${to}`;
}
