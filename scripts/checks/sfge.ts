import {readFileSync} from 'node:fs';
import {createEnginePlugin} from '@salesforce/code-analyzer-sfge-engine';
import type {Check, Problem, Project} from './check.ts';
import {analyse} from './code-analyzer.ts';
import {explain} from './explained-findings.ts';
import {requireJava} from './java.ts';
import {relativePath, sourceFiles} from './project.ts';

/** Findings that a person has looked at, each with the reason why it stays. */
const EXPLAINED = new URL('sfge-explained.json', import.meta.url);

/** Where the engine starts to follow the data: what callers from outside reach. (Triggers it doesn't follow.) */
const DOORS = /@(?:AuraEnabled|InvocableMethod|RemoteAction|NamespaceAccessible)\b|\bglobal\s+static\b/gi;

/**
 * Salesforce Graph Engine: follows data from each way into the Apex to the statements that read and write records, and asks
 * whether object and field rights were checked on the way. Slow and hungry for memory, so a job of its own.
 */
export const sfge: Check = {
  name: 'sfge',
  question: 'Are object and field rights checked on every path from a way in to a record?',
  async run(project) {
    const isProduction = (file: string): boolean => !relativePath(project, file).startsWith('force-app/tests/');
    const files = sourceFiles(project, '.cls', '.trigger', '-meta.xml').filter(isProduction);
    const classes = files.filter((file) => file.endsWith('.cls'));
    const doors = classes.reduce((count, file) => count + (readFileSync(file, 'utf8').match(DOORS)?.length ?? 0), 0);
    if (doors === 0) return {looked: 0, subjects: 'ways into the Apex', problems: []};
    await requireJava();
    const findings: Problem[] = await analyse(project, {
      plugin: createEnginePlugin(),
      engines: {sfge: {java_max_heap_size: '4g', java_thread_count: 2, java_thread_timeout: 180_000}},
      selectors: ['sfge:Security'],
      files,
    });
    const placed = findings.map((finding) => placeOf(project, finding));
    return {looked: doors, subjects: 'ways into the Apex', problems: explain(placed, readFileSync(EXPLAINED, 'utf8'))};
  },
};

/** What the engine says where it gives a way in up: the place, what it says to everybody, and the cause, with its stack. */
const GIVEN_UP = /^Internal execution error while scanning entry point: (.+):(\d+):(\d+): (?:.*Error and stacktrace: )?(.+)$/s;

/** Gives an error of the engine the place that its text names, and without its stack the text of which an explanation can speak. */
function placeOf(project: Project, finding: Problem): Problem {
  const [, file, line, column, cause] = GIVEN_UP.exec(finding.message) ?? [];
  if (file === undefined || cause === undefined) return finding;
  return {
    path: relativePath(project, file),
    line: Number(line),
    column: Number(column),
    rule: 'sfge:InternalExecutionError',
    message: `The engine gave this way in up: ${cause.split(/[,;]/, 1)[0] ?? cause}`,
  };
}
