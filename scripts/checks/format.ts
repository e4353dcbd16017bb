import path from 'node:path';
import {getFileInfo} from 'prettier';
import type {Check} from './check.ts';
import {runTool, toolFailure} from './process.ts';
import {filesBelow, relativePath} from './project.ts';

/** Prettier, with its Apex and XML plugins. As Salesforce's own parser reads the Apex, it also finds syntax errors. */
export const format: Check = {
  name: 'format',
  question: 'Is every file formatted by Prettier?',
  async run(project) {
    const ignorePath = path.join(project.root, '.prettierignore');
    const plugins = ['prettier-plugin-apex', '@prettier/plugin-xml'];
    const files: string[] = [];
    for (const file of filesBelow(project.root)) {
      const {ignored, inferredParser} = await getFileInfo(file, {ignorePath, plugins});
      if (!ignored && inferredParser !== null) files.push(relativePath(project, file));
    }
    if (files.length === 0) return {looked: 0, subjects: 'files', problems: []};
    const output = await runTool('prettier/bin/prettier.cjs', ['--list-different', '--cache', ...files], project.root);
    const different = lines(output.stdout).map((file) => ({path: file, message: 'not formatted; run "npm run format"'}));
    const unreadable = lines(output.stderr).filter((line) => line.startsWith('[error] '));
    if (output.exitCode !== 0 && different.length + unreadable.length === 0) throw toolFailure('prettier', output);
    const problems = [...different, ...unreadable.map((line) => ({message: line.slice('[error] '.length)}))];
    return {looked: files.length, subjects: 'files', problems};
  },
};

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
