import {readFileSync} from 'node:fs';
import type {Check} from './check.ts';
import {analyserClassPath, requireJava} from './java.ts';
import {run, toolFailure} from './process.ts';
import {relativePath, sourceFiles} from './project.ts';

/** The JSON report of apex-ls. Offsets count from 0. */
interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: {readonly line: number; readonly offset: number};
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

/** The constants of an enum complete it, and `valueOf` reaches them without naming them. */
function isEnumConstant(file: string, {category, message}: {readonly category: string; readonly message: string}): boolean {
  return category === 'Unused' && message.startsWith('Unused field') && /^\s*(public|global)\s+enum\s/m.test(readFileSync(file, 'utf8'));
}

/** Flow and Lightning call these, from outside the Apex. */
const CALLED_FROM_OUTSIDE = /^\s*@(?:InvocableMethod|AuraEnabled)\b/i;
const ANNOTATION_LINES = 8;

/** Methods of which apex-ls doesn't know the callers. The annotation stands above the name, over some lines where it has many properties. */
function isCalledFromOutside(file: string, {category, message, start}: Report['files'][number]['messages'][number]): boolean {
  if (category !== 'Unused' || !message.startsWith('Unused public method')) return false;
  const above = readFileSync(file, 'utf8')
    .split('\n')
    .slice(Math.max(0, start.line - ANNOTATION_LINES), start.line);
  const previousEnd = above.findLastIndex((line) => /^\s*}/.test(line));
  return above.slice(previousEnd + 1).some((line) => CALLED_FROM_OUTSIDE.test(line));
}

/**
 * apex-ls, an independent checker of Apex types, over the whole workspace. Level "unused" includes its warnings and adds
 * the methods, fields and variables that nothing uses.
 */
export const apexLs: Check = {
  name: 'apex-ls',
  question: 'Do the types of the Apex hold, and is none of it unused?',
  async run(project) {
    const looked = sourceFiles(project, '.cls', '.trigger').length;
    if (looked === 0) return {looked, subjects: 'Apex files', problems: []};
    await requireJava();
    const options = ['--nocache', '--detail', 'unused', '--format', 'json', '--workspace', project.root];
    const output = await run(
      'java',
      ['-cp', analyserClassPath(), 'io.github.apexdevtools.apexls.CheckForIssues', ...options],
      project.root,
    );
    if (!output.stdout.trimStart().startsWith('{')) throw toolFailure('apex-ls', output);
    const problems = (JSON.parse(output.stdout) as Report).files.flatMap((file) =>
      file.messages
        .filter((message) => !isEnumConstant(file.path, message) && !isCalledFromOutside(file.path, message))
        .map(({start, category, message}) => ({
          path: relativePath(project, file.path),
          line: start.line,
          column: start.offset + 1,
          rule: category,
          message,
        })),
    );
    return {looked, subjects: 'Apex files', problems};
  },
};
