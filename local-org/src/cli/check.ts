import {openOrg} from '../org.ts';
import type {Command} from './arguments.ts';
import {diagnosticLines, hasErrors, hasRefusals} from './diagnostics.ts';
import {EXIT} from './exit-code.ts';

/** Compiles a project and prints what is wrong with it, then how much was looked at. */
export function check({directories}: Extract<Command, {kind: 'check'}>): number {
  const {project, diagnostics} = openOrg({directories});
  for (const line of diagnosticLines(diagnostics)) console.log(line);
  const files = project.classes.length + project.triggers.length;
  const count = (letter: string) => String(diagnostics.filter(({code}) => code.startsWith(letter)).length);
  console.log(`${String(files)} Apex files checked: ${count('E')} errors, ${count('U')} unsupported, ${count('W')} warnings`);
  if (files === 0) console.error(`There is no Apex in ${directories.join(', ')}.`);
  if (hasErrors(diagnostics)) return EXIT.notCompiled;
  return hasRefusals(diagnostics) || files === 0 ? EXIT.failed : EXIT.success;
}
