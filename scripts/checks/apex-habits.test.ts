import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apexClass, type Files, withProject} from '../testing/project-fixture.ts';
import {checkApexHabits} from './apex-habits.ts';
import {formatProblem} from './check.ts';

const COMMENT = '/** Opens and shuts. */\n';
const PLACE = 'force-app/main/gate/Gate';

refuses('a class without sharing', 'public class Gate {}', /Gate declares no sharing/);
refuses('a class that does not say what it is for', 'public enum Gate {OPEN, SHUT}', /Gate doesn't begin with a comment/, '');
refuses('DML without an access level', body('insert new Lead();'), /insert without an access level/);
refuses('Database DML without an access level', body('Database.update(new Lead(), false);'), /Database.update without an AccessLevel/);
refuses('a query without an access level', body('Object o = [SELECT Id FROM Lead];'), /SOQL without an access level/);
refuses(
  'dynamic SOQL without an access level',
  body("Object o = Database.query('SELECT Id FROM Lead');"),
  /Database.query without an AccessLevel/,
);
refuses('a test hook', body('if (Test.isRunningTest()) { }'), /production code asks whether a test runs/);

refuses('a callout', body('HttpRequest request = null;'), /HttpRequest in the path of triggers/);
refuses(
  'a class that is allowed callouts',
  'public with sharing class Gate implements Queueable, Database.AllowsCallouts {}',
  /AllowsCallouts in the path of triggers/,
);
refuses(
  'a future callout',
  'public with sharing class Gate { @future(callout=true) static void f() {} }',
  /@future\(callout=true\) in the path of triggers/,
);

accepts('inherited sharing', 'public inherited sharing class Gate {}');
accepts('an interface', 'public interface Gate {}');
accepts('an enumeration', 'public enum Gate {OPEN, SHUT}');
accepts('DML in system mode', body('insert as system new Lead();'));
accepts('DML in user mode', body('update as user new Lead();'));
accepts('a query in a mode', body('Object o = [SELECT Id FROM Lead WITH SYSTEM_MODE FOR UPDATE];'));
accepts('Database methods that take no access level', body('Database.setSavepoint();'));
accepts('Database DML with an access level', body('Database.update(new Lead(), false, AccessLevel.USER_MODE);'));

test('refuses a trigger with more than one statement', () => {
  const problems = problemsOf({
    'force-app/main/lead/LeadTrigger.trigger': 'trigger LeadTrigger on Lead (before update) { A.run(); B.run(); }',
  });
  assert.match(problems.join(), /the trigger has 2 statements, expected one/);
});

test('accepts a trigger of one line', () => {
  assert.deepEqual(problemsOf({'force-app/main/lead/LeadTrigger.trigger': 'trigger LeadTrigger on Lead (before update) { A.run(); }'}), []);
});

test('refuses SeeAllData in a test, and asks nothing else of tests', () => {
  const source = '@IsTest(SeeAllData=true) private class GateTest { static void f() { insert new Lead(); } }';
  const problems = problemsOf(apexClass('force-app/tests/gate/GateTest', source));
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /SeeAllData/);
});

function refuses(what: string, source: string, expected: RegExp, comment = COMMENT): void {
  test(`refuses ${what}`, () => {
    const problems = problemsOf(apexClass(PLACE, `${comment}${source}`));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', expected);
  });
}

function accepts(what: string, source: string): void {
  test(`accepts ${what}`, () => assert.deepEqual(problemsOf(apexClass(PLACE, `${COMMENT}${source}`)), []));
}

function body(statement: string): string {
  return `public with sharing class Gate { void f() { ${statement} } }`;
}

function problemsOf(files: Files): string[] {
  return withProject(files, checkApexHabits).problems.map(formatProblem);
}
