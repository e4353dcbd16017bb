import {createEnginePlugin} from '@salesforce/code-analyzer-pmd-engine';
import type {Check} from './check.ts';
import {analyse} from './code-analyzer.ts';
import {requireJava} from './java.ts';
import {sourceFiles} from './project.ts';

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
    const problems = await analyse(project, {
      plugin: createEnginePlugin(),
      engines: {pmd: {rule_languages: ['apex']}, cpd: {rule_languages: ['apex']}},
      rules: LEFT_OUT,
      selectors: ['pmd:Recommended', 'cpd:Recommended'],
      files,
    });
    return {looked: files.length, subjects: 'Apex files', problems};
  },
};
