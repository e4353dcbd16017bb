import path from 'node:path';
import type {Check, Problem} from './check.ts';
import {runTool, toolFailure} from './process.ts';

const DIAGNOSTIC = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.+)$/;
const GLOBAL_DIAGNOSTIC = /^error (TS\d+): (.+)$/;

/** The TypeScript compiler, as a checker only: nothing here is built before it runs. */
export const tsc: Check = {
  name: 'tsc',
  question: 'Do the types of the TypeScript hold?',
  async run(project) {
    const output = await runTool(
      'typescript/bin/tsc',
      ['--project', '.', '--pretty', 'false', '--listFiles', '--incremental', '--tsBuildInfoFile', '.cache/tsc.tsbuildinfo'],
      project.root,
    );
    const problems: Problem[] = [];
    let looked = 0;
    for (const line of output.stdout.split('\n')) {
      const [, file, row, column, rule = '', message = ''] = DIAGNOSTIC.exec(line) ?? [];
      const [, globalRule = '', globalMessage] = GLOBAL_DIAGNOSTIC.exec(line) ?? [];
      if (file !== undefined) problems.push({path: file, line: Number(row), column: Number(column), rule, message});
      else if (globalMessage !== undefined) problems.push({rule: globalRule, message: globalMessage});
      else if (path.isAbsolute(line) && !line.includes('/node_modules/')) looked++;
    }
    if (output.exitCode !== 0 && problems.length === 0) throw toolFailure('tsc', output);
    return {looked, subjects: 'files', problems};
  },
};
