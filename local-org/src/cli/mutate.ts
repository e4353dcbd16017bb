import {availableParallelism} from 'node:os';
import {openOrg} from '../org.ts';
import {cacheFolder, loadSyntaxTrees} from '../project/syntax-tree-store.ts';
import {chooseMutants} from '../testing/mutation/plan.ts';
import {mutationJson, mutationLines, summaryOf} from '../testing/mutation/report.ts';
import type {MutantResult} from '../testing/mutation/report.ts';
import {measureBaseline, testPlanner} from '../testing/mutation/test-reach.ts';
import type {Baseline} from '../testing/mutation/test-reach.ts';
import {testSelection} from '../testing/selection.ts';
import type {Command} from './arguments.ts';
import {UsageError} from './arguments.ts';
import {diagnosticLines, hasErrors} from './diagnostics.ts';
import {EXIT} from './exit-code.ts';
import {judgeMutants} from './mutation-workers.ts';
import {writeReport} from './report-file.ts';

export type MutateCommand = Extract<Command, {kind: 'mutate'}>;

/** How long a worker may say nothing, and how many times longer than all tests on the original it may take. */
const PATIENCE = {milliseconds: 60_000, times: 10} as const;

/** For an org and what its tests make; a program that wants more fills all there is. */
const HEAP_MEGABYTES = 1024;

/** Mutants between two lines of progress. */
const PROGRESS_STEP = 50;

/** Changes code in one place after the other and says which changes no test notices. Nothing is written but the reports and the usual cache. */
export async function mutate(command: MutateCommand): Promise<number> {
  const {directories, classes, operators, json, minimum} = command;
  const org = openOrg({directories, countLines: true});
  const {project, generation, diagnostics} = org;
  if (hasErrors(diagnostics)) {
    for (const line of diagnosticLines(diagnostics)) console.error(line);
    console.error('The code has to compile before it can be changed.');
    return EXIT.notCompiled;
  }
  const folder = cacheFolder(project.root);
  const mutants = chooseMutants(project, generation, loadSyntaxTrees(folder), {classes, operators});
  if (mutants.length === 0) throw new UsageError(`There is nothing to change in ${[...directories, ...classes].join(', ')}.`);
  const selection = testSelection(command.tests);
  const baseline = measureBaseline(org, selection);
  const unmatched = selection.unmatched([...baseline.passing, ...baseline.others]);
  if (unmatched.length > 0) throw new UsageError(`There is no test ${unmatched.join(', ')}.`);
  reportBaseline(baseline);

  const planOf = testPlanner(baseline, generation);
  const jobs = mutants.map((mutant) => ({mutant, plan: planOf(mutant)}));
  const total = baseline.passing.reduce((sum, {durationMs}) => sum + durationMs, 0);
  const limits = {
    workers: command.workers ?? availableParallelism(),
    patienceMilliseconds: PATIENCE.milliseconds + PATIENCE.times * total,
    heapMegabytes: HEAP_MEGABYTES,
  };
  let done = 0;
  let survived = 0;
  const verdicts = await judgeMutants(jobs, {project, cacheFolder: folder}, limits, ({kind}) => {
    if (kind === 'survived') survived++;
    if (++done % PROGRESS_STEP === 0) console.error(`${String(done)} of ${String(jobs.length)} mutants, ${String(survived)} survived`);
  });
  const results = verdicts.map((verdict, index): MutantResult => ({mutant: mutants[index] as MutantResult['mutant'], verdict}));
  return report(results, new Map([...project.classes, ...project.triggers].map(({path, source}) => [path, source])), json, minimum);
}

function reportBaseline({passing, others}: Baseline): void {
  console.error(`${String(passing.length)} tests pass on the code as it is`);
  for (const {class: name, method, outcome} of others) console.error(`left out: ${name}.${method} (${outcome})`);
}

function report(results: readonly MutantResult[], sources: ReadonlyMap<string, string>, json: string | null, minimum: number): number {
  const source = (path: string) => sources.get(path) ?? '';
  for (const line of mutationLines(results, source)) console.log(line);
  if (json !== null) writeReport(json, mutationJson(results, source));
  return summaryOf(results).percent >= minimum ? EXIT.success : EXIT.failed;
}
