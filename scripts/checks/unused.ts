import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Check, Problem} from './check.ts';
import {runTool, toolFailure} from './process.ts';
import {filesBelow, relativePath} from './project.ts';

interface Name {
  readonly name: string;
  readonly line?: number;
  readonly col?: number;
}

/** The part of knip's JSON report that is read here. */
interface Report {
  readonly files: readonly string[];
  readonly issues: readonly (Readonly<Record<'dependencies' | 'devDependencies' | 'unlisted' | 'exports', readonly Name[]>> & {
    readonly file: string;
  })[];
}

/** knip: TypeScript files, exports and packages that nothing uses, and packages that are used without being declared. */
export const unused: Check = {
  name: 'unused',
  question: 'Is every TypeScript file, export and package used, and every used package declared?',
  async run(project) {
    const folders = ['local-org', 'scripts'].map((folder) => path.join(project.root, folder)).filter((folder) => existsSync(folder));
    const looked = folders.flatMap(filesBelow).filter((file) => file.endsWith('.ts')).length;
    const options = ['--no-progress', '--reporter', 'json', '--include', 'files,exports,dependencies,unlisted'];
    const output = await runTool('knip/bin/knip.js', options, project.root);
    if (!output.stdout.startsWith('{')) throw toolFailure('knip', output);
    const {files, issues} = JSON.parse(output.stdout) as Report;
    const problems = [
      ...files.map((file): Problem => ({
        path: relativePath(project, path.resolve(project.root, file)),
        rule: 'file',
        message: 'nothing uses this file',
      })),
      ...issues.flatMap(({file, exports, dependencies, devDependencies, unlisted}) => [
        ...exports.map(({name, line, col}) => at(file, 'export', `${name} is exported and used nowhere else`, line, col)),
        ...[...dependencies, ...devDependencies].map(({name}) => at(file, 'dependency', `${name} is declared and not used`)),
        ...unlisted.map(({name}) => at(file, 'dependency', `${name} is used and not declared`)),
      ]),
    ];
    return {looked, subjects: 'files', problems};
  },
};

function at(file: string, rule: string, message: string, line = 1, column = 1): Problem {
  return {path: file, line, column, rule, message};
}
