import type {Check} from './check.ts';
import {runTool, toolFailure} from './process.ts';
import {relativePath} from './project.ts';

/** The part of ESLint's JSON report that is read here. */
interface FileReport {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** ESLint over TypeScript and the configuration files. Warnings count: a rule is worth an error or isn't worth having. */
export const eslint: Check = {
  name: 'eslint',
  question: 'Does the TypeScript keep to the rules of eslint.config.mjs?',
  async run(project) {
    const output = await runTool('eslint/bin/eslint.js', ['--format', 'json', '--no-error-on-unmatched-pattern', '.'], project.root);
    if (output.exitCode > 1) throw toolFailure('eslint', output);
    const reports = JSON.parse(output.stdout) as readonly FileReport[];
    const problems = reports.flatMap(({filePath, messages}) =>
      messages.map(({ruleId, message, line = 1, column = 1}) => ({
        path: relativePath(project, filePath),
        line,
        column,
        rule: ruleId ?? 'syntax',
        message: message.split('\n')[0] ?? message,
      })),
    );
    return {looked: reports.length, subjects: 'files', problems};
  },
};
