import {readFileSync} from 'node:fs';
import {openOrg} from '../org.ts';
import type {Command} from './arguments.ts';
import {UsageError} from './arguments.ts';
import {EXIT} from './exit-code.ts';

/** Runs an anonymous block as the administrator of a fresh org and prints what it logged. */
export function run({file}: Extract<Command, {kind: 'run'}>): number {
  const source = readSource(file);
  const org = openOrg({directories: ['.']});
  const {compileProblem, exception, log} = org.executeAnonymous(source, org.administratorId);
  for (const line of log) console.log(line);
  if (compileProblem !== null) {
    const {line, column, message} = compileProblem;
    console.error(`${file}:${String(line)}:${String(column)}: error ${message}`);
    return EXIT.notCompiled;
  }
  if (exception === null) return EXIT.success;
  console.error([exception.message, exception.stackTrace].filter((text) => text !== '').join('\n'));
  return EXIT.failed;
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} can't be read.`);
  }
}
