/** What was asked for on the command line. */
import {parseArgs} from 'node:util';
import {DEFAULT_OPERATORS, isMutationOperator, MUTATION_OPERATORS} from '../testing/mutation/operators.ts';
import type {MutationOperator} from '../testing/mutation/operators.ts';

export type Command =
  | {readonly kind: 'help'}
  | {
      readonly kind: 'test';
      readonly directories: readonly string[];
      /** `Class` or `Class.method`; none is all. */
      readonly tests: readonly string[];
      readonly coverage: boolean;
      /** File for the JSON report. */
      readonly json: string | null;
      /** File for the JUnit report. */
      readonly junit: string | null;
      /** Whether to stay, and run again what a change can reach. */
      readonly watch: boolean;
    }
  | {
      readonly kind: 'conformance';
      readonly directories: readonly string[];
      /** How many passing tests to run again with an assertion turned into its opposite. */
      readonly invert: number;
      /** File for the JSON report. */
      readonly json: string | null;
    }
  | {
      readonly kind: 'mutate';
      readonly directories: readonly string[];
      /** Patterns for names or paths of classes and triggers; none is all. */
      readonly classes: readonly string[];
      /** `Class` or `Class.method`; none is all. */
      readonly tests: readonly string[];
      readonly operators: readonly MutationOperator[];
      /** Null is as many as the machine has cores. */
      readonly workers: number | null;
      /** Percentage of killed mutants below which the command fails. */
      readonly minimum: number;
      /** File for the JSON report. */
      readonly json: string | null;
    }
  | {readonly kind: 'check'; readonly directories: readonly string[]}
  | {readonly kind: 'run'; readonly file: string};

export const USAGE = `Usage:
  local-org test [DIR…] [--tests CLASS[.METHOD]]… [--coverage] [--json FILE] [--junit FILE] [--watch]
      Runs the Apex tests of a project, all or the named ones. With --watch it stays and runs again what a change can reach.
  local-org check [DIR…]
      Compiles the Apex of a project and reports what is wrong with it.
  local-org conformance [DIR…] [--invert COUNT] [--json FILE]
      Runs all Apex tests of a project and prints what keeps which of them from passing, by cause. With --invert it turns an assertion
      of so many passing tests into its opposite, and prints which of them pass all the same.
  local-org mutate [DIR…] [--classes GLOB]… [--tests CLASS[.METHOD]]… [--operators NAME]… [--minimum PERCENT] [--workers N] [--json FILE]
      Changes the code in one place at a time and prints the changes that no test notices. GLOB is for names or paths of classes and triggers.
      Operators: ${Object.keys(MUTATION_OPERATORS).join(', ')}; all but sharing by default.
  local-org run FILE.apex
      Runs anonymous Apex in a fresh org with the project in it, and prints its debug log.

DIR is a folder with sfdx-project.json or any folder with metadata below it; without one it is the project in the current folder.
Exit code: 0 when all is well, 1 when a test or the program failed, or fewer mutants than --minimum were killed, 2 when code doesn't compile, 64 when this command was misused.`;

/** Something on the command line that makes no sense; the message says what. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readArguments([name, ...rest]: readonly string[]): Command {
  switch (name) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return {kind: 'help'};
    case 'test': {
      const options = {
        tests: {type: 'string', multiple: true},
        coverage: {type: 'boolean'},
        json: {type: 'string'},
        junit: {type: 'string'},
        watch: {type: 'boolean'},
      } as const;
      const {values, positionals} = parse({args: rest, options, allowPositionals: true});
      const {tests = [], coverage = false, json = null, junit = null, watch = false} = values;
      return {kind: 'test', directories: orProject(positionals), tests, coverage, json, junit, watch};
    }
    case 'conformance': {
      const options = {json: {type: 'string'}, invert: {type: 'string', default: '0'}} as const;
      const {values, positionals} = parse({args: rest, options, allowPositionals: true});
      const invert = Number(values.invert);
      if (!Number.isInteger(invert) || invert < 0) throw new UsageError(`--invert takes a number of tests, found ${values.invert}.`);
      return {kind: 'conformance', directories: orProject(positionals), invert, json: values.json ?? null};
    }
    case 'mutate': {
      const options = {
        classes: {type: 'string', multiple: true},
        tests: {type: 'string', multiple: true},
        operators: {type: 'string', multiple: true},
        minimum: {type: 'string'},
        workers: {type: 'string'},
        json: {type: 'string'},
      } as const;
      const {values, positionals} = parse({args: rest, options, allowPositionals: true});
      const {classes = [], tests = [], operators, minimum = '0', workers, json = null} = values;
      return {
        kind: 'mutate',
        directories: orProject(positionals),
        classes,
        tests,
        operators: operators?.map(mutationOperator) ?? DEFAULT_OPERATORS,
        workers: workers === undefined ? null : numberBetween('--workers', workers, 1, 64),
        minimum: numberBetween('--minimum', minimum, 0, 100),
        json,
      };
    }
    case 'check':
      return {kind: 'check', directories: orProject(parse({args: rest, options: {}, allowPositionals: true}).positionals)};
    case 'run': {
      const [file, ...others] = parse({args: rest, options: {}, allowPositionals: true}).positionals;
      if (file === undefined || others.length > 0) throw new UsageError('local-org run takes one file.');
      return {kind: 'run', file};
    }
    default:
      throw new UsageError(`There is no command ${name}.`);
  }
}

const parse: typeof parseArgs = (config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

function orProject(directories: readonly string[]): readonly string[] {
  return directories.length === 0 ? ['.'] : directories;
}

function mutationOperator(name: string): MutationOperator {
  if (isMutationOperator(name)) return name;
  throw new UsageError(`There is no operator ${name}. There are: ${Object.keys(MUTATION_OPERATORS).join(', ')}.`);
}

function numberBetween(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new UsageError(`${option} takes a number from ${String(least)} to ${String(most)}, not ${text}.`);
}
