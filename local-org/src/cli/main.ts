/** The command line: reads what was asked for, runs it, prints, and gives the exit code. */
import {readArguments, USAGE, UsageError} from './arguments.ts';
import type {Command} from './arguments.ts';
import {check} from './check.ts';
import {conformance} from './conformance.ts';
import {mutate} from './mutate.ts';
import {run} from './run.ts';
import {test} from './test.ts';
import {watch} from './watch.ts';

/** Code of sysexits.h for a command that was misused. */
const MISUSED = 64;

/** @param words what follows the name of the program @returns the exit code, at once save where workers have to be waited for */
export function main(words: readonly string[]): number | Promise<number> {
  try {
    const code = runCommand(readArguments(words));
    return typeof code === 'number' ? code : code.catch(misused);
  } catch (error) {
    return misused(error);
  }
}

/** @throws what isn't the user's mistake */
function misused(error: unknown): number {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  return MISUSED;
}

function runCommand(command: Command): number | Promise<number> {
  switch (command.kind) {
    case 'help':
      console.log(USAGE);
      return 0;
    case 'test':
      return command.watch ? watch(command) : test(command);
    case 'conformance':
      return conformance(command);
    case 'check':
      return check(command);
    case 'mutate':
      return mutate(command);
    case 'run':
      return run(command);
  }
}
