import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ADMINISTRATOR, Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';
import type {TestResult} from '../../src/testing/results.ts';
import {runTests} from '../../src/testing/run-tests.ts';
import {testSelection} from '../../src/testing/selection.ts';

const CLASSES = {
  'Counter.cls': `public class Counter {
    public static Integer touched = 0;
    public static Integer leads() { return [SELECT COUNT() FROM Lead]; }
  }`,
  'OutcomeTest.cls': `@IsTest
  private class OutcomeTest {
    @IsTest static void passes() { System.assertEquals(1, 1); }
    @IsTest
    static void fails() {
      System.assertEquals(1, 2, 'as planned');
    }
    @IsTest static void throwsItsOwn() { throw new OwnException('boom', new OwnException('root')); }
    @IsTest static void dereferencesNull() { String nothing; nothing.length(); }
    @IsTest static void meetsWhatIsLacking() { ConnectApi.Organization.getSettings(); }
    static void isNoTest() { System.assert(false); }
    class OwnException extends Exception {}
  }`,
  'RowsTest.cls': `@IsTest
  private class RowsTest {
    @TestSetup static void makeRows() { insert new Lead(LastName = 'A', Company = 'B'); Counter.touched = 5; }
    @IsTest static void findsTheRowsOfTheSetup() { System.assertEquals(1, Counter.leads()); }
    @IsTest static void startsWithFreshStatics() { System.assertEquals(0, Counter.touched); Counter.touched = 1; }
    @IsTest static void startsWithFreshStaticsAgain() { System.assertEquals(0, Counter.touched); }
    @IsTest static void addsARow() { insert new Lead(LastName = 'C', Company = 'D'); System.assertEquals(2, Counter.leads()); }
    @IsTest static void doesNotSeeTheRowsOfAnotherTest() { System.assertEquals(1, Counter.leads()); }
  }`,
  'SecondRowsTest.cls': `@IsTest
  private class SecondRowsTest {
    @IsTest static void doesNotSeeTheRowsOfAnotherClass() { System.assertEquals(0, Counter.leads()); }
    @IsTest static void knowsThatItIsATest() { System.assert(Test.isRunningTest()); }
  }`,
  'BrokenSetupTest.cls': `@IsTest
  private class BrokenSetupTest {
    @TestSetup static void makeRows() { insert new Lead(); }
    @IsTest static void cannotRun() { }
  }`,
};

const org = new Org({project: loadProject(['.'], {fileSystem: memoryFileSystem(CLASSES)})});
const reported: string[] = [];
const results = runTests(org, testSelection([]), (name, ofClass) => reported.push(`${name} ${String(ofClass.length)}`));

function resultOf(className: string, method: string): TestResult {
  const found = results.find((each) => each.class === className && each.method === method);
  assert(found !== undefined, `${className}.${method} did not run`);
  return found;
}

function outcomes(className: string): Record<string, string> {
  return Object.fromEntries(
    results.filter((each) => each.class === className).map(({method, outcome, message}) => [method, message || outcome]),
  );
}

test('the fixture compiles', () =>
  assert.deepEqual(
    org.diagnostics.filter(({code}) => code.startsWith('E')),
    [],
  ));

suite('the outcome of a test', () => {
  test('is a pass when it returns', () =>
    assert.deepEqual([resultOf('OutcomeTest', 'passes').outcome, resultOf('OutcomeTest', 'passes').message], ['Pass', '']));
  test('is a failure with message and place when an assertion fails', () => {
    const {outcome, message} = resultOf('OutcomeTest', 'fails');
    assert.equal(outcome, 'Fail');
    assert.equal(
      message,
      'System.AssertException: Assertion Failed: as planned: Expected: 1, Actual: 2\nClass.OutcomeTest.fails: line 6, column 1',
    );
  });
  test('is a failure with its causes when it throws', () => {
    const {outcome, message} = resultOf('OutcomeTest', 'throwsItsOwn');
    assert.equal(outcome, 'Fail');
    assert.match(
      message,
      /^OutcomeTest\.OwnException: boom\nClass\.OutcomeTest\.throwsItsOwn: line 8, column 1\nCaused by\nOutcomeTest\.OwnException: root\n/,
    );
  });
  test('is a failure for what the platform throws', () => {
    assert.match(
      resultOf('OutcomeTest', 'dereferencesNull').message,
      /^System\.NullPointerException: Attempt to de-reference a null object\nClass\./,
    );
  });
  test('is unsupported where the org lacks something', () => {
    const {outcome, message} = resultOf('OutcomeTest', 'meetsWhatIsLacking');
    assert.equal(outcome, 'Unsupported');
    assert.match(message, /^U\d+ .*\nClass\.OutcomeTest\.meetsWhatIsLacking: line 10, column 1$/);
  });
});

test('only annotated methods run', () => {
  assert.deepEqual(Object.keys(outcomes('OutcomeTest')), ['passes', 'fails', 'throwsItsOwn', 'dereferencesNull', 'meetsWhatIsLacking']);
});

suite('tests are isolated', () => {
  for (const [method, outcome] of Object.entries({...outcomes('RowsTest'), ...outcomes('SecondRowsTest')})) {
    test(method, () => assert.equal(outcome, 'Pass'));
  }
  test('and leave nothing behind', () => {
    const path = `/services/data/v66.0/query?q=${encodeURIComponent('SELECT Id FROM Lead')}`;
    const {body} = org.handle({method: 'GET', path, user: ADMINISTRATOR});
    assert.equal((JSON.parse(body) as {totalSize: number}).totalSize, 0);
  });
});

test('tests see no rows that were in the org before, save those that manage it', () => {
  const old = org.executeAnonymous("insert new Lead(LastName = 'Old', Company = 'B');", org.administratorId);
  assert.equal(old.exception, null);
  const [again] = runTests(org, testSelection(['SecondRowsTest.doesNotSeeTheRowsOfAnotherClass']), () => undefined);
  assert.equal(again?.outcome, 'Pass');
  assert.deepEqual(org.executeAnonymous('System.debug([SELECT COUNT() FROM Lead]);', org.administratorId).log, ['1']);
});

test('all tests of a class fail with a setup that fails', () => {
  const {outcome, message} = resultOf('BrokenSetupTest', 'cannotRun');
  assert.equal(outcome, 'Fail');
  assert.match(message, /^System\.DmlException: Insert failed\. .*\nClass\.BrokenSetupTest\.makeRows: line 3, column 1$/);
});

test('each class is reported once, when it has ended', () => {
  assert.deepEqual(reported, ['BrokenSetupTest 1', 'OutcomeTest 5', 'RowsTest 5', 'SecondRowsTest 2']);
});

test('only what is selected runs', () => {
  const some = runTests(org, testSelection(['RowsTest.addsARow', 'secondrowstest']), () => undefined);
  assert.deepEqual(
    some.map(({method}) => method),
    ['addsARow', 'doesNotSeeTheRowsOfAnotherClass', 'knowsThatItIsATest'],
  );
});
