/** What came of a mutation run, for people and for programs. */
import {styleText} from 'node:util';
import {changedText} from './mutant.ts';
import type {Mutant} from './mutant.ts';
import type {Verdict} from './run-mutant.ts';

export interface MutantResult {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

export interface MutationSummary {
  /** Of the mutants that compile. */
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly notCompiled: number;
  /** Killed of those that compile, rounded down to one digit, so that only a complete kill is 100; 100 where there is nothing to kill. */
  readonly percent: number;
}

export function summaryOf(results: readonly MutantResult[]): MutationSummary {
  const survived = results.filter(({verdict}) => verdict.kind === 'survived').length;
  const notCompiled = results.filter(({verdict}) => verdict.kind === 'not compiled').length;
  const mutants = results.length - notCompiled;
  const killed = mutants - survived;
  return {mutants, killed, survived, notCompiled, percent: mutants === 0 ? 100 : Math.floor((1000 * killed) / mutants) / 10};
}

/** One line a class with its survivors below it, one line an operator, and the sum. @param source text of a file by its path */
export function mutationLines(results: readonly MutantResult[], source: (path: string) => string): string[] {
  const classes = [...Map.groupBy(results, ({mutant}) => mutant.name)];
  const operators = [...Map.groupBy(results, ({mutant}) => mutant.operator)].sort(([left], [right]) => (left < right ? -1 : 1));
  const {mutants, killed, survived, notCompiled, percent} = summaryOf(results);
  return [
    ...classes.flatMap(([name, ofClass]) => [
      countLine(name, ofClass),
      ...ofClass.flatMap(({mutant, verdict}) =>
        verdict.kind === 'survived' ? survivorLines(mutant, verdict.tests, source(mutant.path)) : [],
      ),
    ]),
    '',
    ...operators.map(([operator, ofOperator]) => countLine(operator, ofOperator)),
    '',
    `${String(mutants)} mutants: ${String(killed)} killed (${percent.toFixed(1)} %), ${String(survived)} survived; ${String(notCompiled)} more did not compile`,
  ];
}

function countLine(name: string, results: readonly MutantResult[]): string {
  const {mutants, killed, survived} = summaryOf(results);
  const mark = survived === 0 ? styleText('green', '✓') : styleText('red', '✗');
  return `${mark} ${name}  ${String(killed)} of ${String(mutants)} killed`;
}

function survivorLines(mutant: Mutant, tests: number, source: string): string[] {
  const {before, after} = changedText(source, mutant);
  const reached = tests === 0 ? 'no test gets there' : `${String(tests)} ${tests === 1 ? 'test passes' : 'tests pass'}`;
  return [
    `    ${mutant.path}:${String(mutant.line)}:${String(mutant.column)}  ${mutant.operator}, ${reached}`,
    styleText('red', `      - ${before}`),
    styleText('green', `      + ${after}`),
  ];
}

/** The text of the file that `local-org mutate --json` writes. */
export function mutationJson(results: readonly MutantResult[], source: (path: string) => string): string {
  const mutants = results.map(({mutant, verdict}) => {
    const {operator, name, path, line, column} = mutant;
    return {operator, class: name, path, line, column, ...changedText(source(path), mutant), verdict};
  });
  return `${JSON.stringify({summary: summaryOf(results), mutants}, null, 2)}\n`;
}
