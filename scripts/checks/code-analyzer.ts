import {CodeAnalyzer, CodeAnalyzerConfig, type EngineLogEvent, EventType, type LogEvent, LogLevel} from '@salesforce/code-analyzer-core';
import type {Problem, Project} from './check.ts';
import {relativePath} from './project.ts';

export interface Analysis {
  /** Of the engine, as its package creates it. */
  readonly plugin: Parameters<CodeAnalyzer['addEnginePlugin']>[0];
  /** Settings of the engines, and rules that are left out, as code-analyzer.yml has them. */
  readonly engines: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly rules?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** What is run: `pmd:Recommended`. */
  readonly selectors: readonly string[];
  /** Absolute paths of what is looked at. */
  readonly files: readonly string[];
}

/**
 * Runs Salesforce Code Analyzer.
 *
 * @returns the violations, and what the engine itself reports as an error: a file it couldn't read hides what is in it
 * @throws Error where the selectors select no rule
 */
export async function analyse(project: Project, {plugin, engines, rules: settings = {}, selectors, files}: Analysis): Promise<Problem[]> {
  const config = {engines, rules: settings, config_root: project.root};
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject(config));
  const failures: Problem[] = [];
  const note = (event: LogEvent | EngineLogEvent): void => {
    if (event.logLevel === LogLevel.Error) failures.push({rule: 'engine', message: event.message});
  };
  analyzer.onEvent<LogEvent>(EventType.LogEvent, note);
  analyzer.onEvent<EngineLogEvent>(EventType.EngineLogEvent, note);
  await analyzer.addEnginePlugin(plugin);
  const workspace = await analyzer.createWorkspace([...files]);
  const rules = await analyzer.selectRules([...selectors], {workspace});
  if (rules.getCount() === 0) throw new Error(`Code Analyzer selected no rules by ${selectors.join(', ')}`);
  const results = await analyzer.run(rules, {workspace});
  const violations = results.getViolations().map((violation): Problem => {
    const location = violation.getPrimaryLocation();
    const rule = violation.getRule();
    const file = location.getFile();
    const place = {path: relativePath(project, file ?? ''), line: location.getStartLine() ?? 1, column: location.getStartColumn() ?? 1};
    return {
      ...(file === undefined ? {} : place),
      rule: `${rule.getEngineName()}:${rule.getName()}`,
      message: violation.getMessage().replaceAll(/\s+/g, ' '),
    };
  });
  return [...failures, ...violations];
}
