import path from 'node:path';
import type {Check, Problem} from './check.ts';
import {run, toolFailure} from './process.ts';
import {relativePath, sourceFiles} from './project.ts';

const DIAGNOSTIC = /^(.+?):(\d+):(\d+): (?:error|unsupported) ([EU]\d+) (.+)$/;
/** The command ends by saying how much it compiled. */
const COUNT = /\b(\d+) (?:Apex )?(?:files|classes|sources|types)\b/;

/** local-org's own compiler. It knows what apex-ls doesn't: the names in SOQL, field types, picklist values. */
export const soql: Check = {
  name: 'soql',
  question: 'Does local-org compile the Apex, with every object, field and relationship that SOQL names?',
  async run(project) {
    const sources = sourceFiles(project, '.cls', '.trigger').length;
    if (sources === 0) return {looked: 0, subjects: 'Apex files', problems: []};
    const command = path.join(import.meta.dirname, '../../local-org/bin/local-org.js');
    const output = await run(process.execPath, [command, 'check', ...project.packageDirectories], project.root);
    const printed = `${output.stdout}\n${output.stderr}`;
    // What no source of ours meets is listed without failing.
    if (output.exitCode === 0) return {looked: Number(COUNT.exec(printed)?.[1] ?? 0), subjects: 'Apex files', problems: []};
    const problems = printed.split('\n').flatMap((text): Problem[] => {
      const [, file, line, column, rule, message] = DIAGNOSTIC.exec(text) ?? [];
      if (file === undefined || rule === undefined || message === undefined) return [];
      return [{path: relativePath(project, path.resolve(project.root, file)), line: Number(line), column: Number(column), rule, message}];
    });
    if (problems.length === 0) throw toolFailure('local-org check', output);
    return {looked: sources, subjects: 'Apex files', problems};
  },
};
