/** What was asked for on the command line. */
import {parseArgs} from 'node:util';

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
  local-org conformance [DIR…] [--json FILE]
      Runs all Apex tests of a project and prints what keeps which of them from passing, by cause.
  local-org run FILE.apex
      Runs anonymous Apex in a fresh org with the project in it, and prints its debug log.

DIR is a folder with sfdx-project.json or any folder with metadata below it; without one it is the project in the current folder.
Exit code: 0 when all is well, 1 when a test or the program failed, 2 when code doesn't compile, 64 when this command was misused.`;

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
      const {values, positionals} = parse({args: rest, options: {json: {type: 'string'}}, allowPositionals: true});
      return {kind: 'conformance', directories: orProject(positionals), json: values.json ?? null};
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
