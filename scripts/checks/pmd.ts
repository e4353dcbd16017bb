import {CodeAnalyzer, CodeAnalyzerConfig, type EngineLogEvent, EventType, type LogEvent, LogLevel} from '@salesforce/code-analyzer-core';
import {createEnginePlugin} from '@salesforce/code-analyzer-pmd-engine';
import type {Check, Problem} from './check.ts';
import {requireJava} from './java.ts';
import {relativePath, sourceFiles} from './project.ts';

/** Recommended rules that aren't followed here, each with the reason. */
const LEFT_OUT = {
  pmd: {
    // It asks for a @param and a @return each, which repeat what the signature says. That a class is documented, apex-habits checks.
    ApexDoc: {disabled: true},
    // It can't tell a Boolean that switches what a method does from one that is a value, as of a field.
    AvoidBooleanMethodParameters: {disabled: true},
    // It counts the assertions that stand in the test method itself, and most stand in the assertions of force-app/tests/support.
    ApexUnitTestClassShouldHaveAsserts: {disabled: true},
    // It asks for System.runAs in every test, and the tests of the pure core have no user.
    ApexUnitTestClassShouldHaveRunAs: {disabled: true},
    // Four is the limit, and the constructor of an immutable value takes all its parts.
    ExcessiveParameterList: {disabled: true},
  },
};

/** Salesforce Code Analyzer with PMD's rules for Apex (security, performance, design …) and CPD, which finds copied code. */
export const pmd: Check = {
  name: 'pmd',
  question: "Does the Apex pass PMD's recommended rules, without copied code?",
  async run(project) {
    const files = sourceFiles(project, '.cls', '.trigger');
    if (files.length === 0) return {looked: 0, subjects: 'Apex files', problems: []};
    await requireJava();
    const engines = {pmd: {rule_languages: ['apex']}, cpd: {rule_languages: ['apex']}};
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({engines, rules: LEFT_OUT, config_root: project.root}));
    const failures: Problem[] = [];
    const note = (event: LogEvent | EngineLogEvent): void => {
      if (event.logLevel === LogLevel.Error) failures.push({rule: 'engine', message: event.message});
    };
    analyzer.onEvent<LogEvent>(EventType.LogEvent, note);
    analyzer.onEvent<EngineLogEvent>(EventType.EngineLogEvent, note);
    await analyzer.addEnginePlugin(createEnginePlugin());
    const workspace = await analyzer.createWorkspace(files);
    const rules = await analyzer.selectRules(['pmd:Recommended', 'cpd:Recommended'], {workspace});
    if (rules.getCount() === 0) throw new Error('Code Analyzer selected no rules; expected those tagged Recommended');
    const results = await analyzer.run(rules, {workspace});
    const problems = results.getViolations().map((violation): Problem => {
      const location = violation.getPrimaryLocation();
      const rule = violation.getRule();
      return {
        path: relativePath(project, location.getFile() ?? project.root),
        line: location.getStartLine() ?? 1,
        column: location.getStartColumn() ?? 1,
        rule: `${rule.getEngineName()}:${rule.getName()}`,
        message: violation.getMessage().replaceAll(/\s+/g, ' '),
      };
    });
    return {looked: files.length, subjects: 'Apex files', problems: [...failures, ...problems]};
  },
};
