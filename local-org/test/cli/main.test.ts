import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, suite, test} from 'node:test';
import type {TestContext} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {main} from '../../src/cli/main.ts';

const root = mkdtempSync(join(tmpdir(), 'local-org-'));
after(() => rmSync(root, {recursive: true}));

function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  return join(root, name);
}

/** Runs the command line and catches what it prints. */
function call(t: TestContext, ...words: readonly string[]): {readonly code: number; readonly output: string; readonly errors: string} {
  const printed = catchPrinted(t);
  const code = main(words);
  assert(typeof code === 'number');
  return {code, ...plain(printed)};
}

/** As `call`, of a command that takes its time. */
async function callAndWait(t: TestContext, ...words: readonly string[]) {
  const printed = catchPrinted(t);
  const code = await main(words);
  return {code, ...plain(printed)};
}

function catchPrinted(t: TestContext) {
  const printed = {log: [] as string[], error: [] as string[]};
  t.mock.method(console, 'log', (line: string) => printed.log.push(line));
  t.mock.method(console, 'error', (line: string) => printed.error.push(line));
  return printed;
}

function plain({log, error}: ReturnType<typeof catchPrinted>) {
  const text = (lines: readonly string[]) => stripVTControlCharacters(lines.join('\n'));
  return {output: text(log), errors: text(error)};
}

const GOOD = project('good', {
  'A.cls': 'public class A {\n  public static Integer one() {\n    return 1;\n  }\n  public static Integer two() {\n    return 2;\n  }\n}',
  'ATest.cls':
    '@IsTest class ATest {\n  @IsTest static void one() { System.assertEquals(1, A.one()); }\n  @IsTest static void other() { }\n}',
});
const FAILING = project('failing', {'ATest.cls': '@IsTest class ATest {\n  @IsTest static void a() { System.assert(false); }\n}'});
const BROKEN = project('broken', {
  'A.cls': 'public class A {\n  Integer a = nothing;\n}',
  'ATest.cls': '@IsTest class ATest {\n  @IsTest static void a() { }\n}',
});
const LACKING = project('lacking', {'A.cls': 'public class A {\n  void a() {\n    ConnectApi.Organization.getSettings();\n  }\n}'});
const MUTABLE = project('mutable', {
  'A.cls': `public class A {
  public static Boolean less(Integer a, Integer b) {
    return a < b;
  }
  public static Integer sum(Integer a, Integer b) {
    return a + b;
  }
}`,
  'ATest.cls': `@IsTest class ATest {
  @IsTest static void less() { System.assert(A.less(1, 2)); System.assert(!A.less(2, 1)); }
  @IsTest static void sum() { System.assertEquals(4, A.sum(2, 2)); System.assert(A.less(0, 1)); }
}`,
});
const EMPTY = project('empty', {'README.md': 'nothing'});

suite('local-org test', () => {
  test('prints a summary and succeeds when all tests pass', (t) => {
    const {code, output} = call(t, 'test', GOOD);
    assert.equal(code, 0);
    assert.match(output, /✓ ATest {2}2 tests {2}\d+ ms\n2 passed, 0 failed in \d+\.\d\d s$/);
  });
  test('exits with 1 when a test fails', (t) => {
    const {code, output} = call(t, 'test', FAILING);
    assert.equal(code, 1);
    assert.match(output, /System\.AssertException: Assertion Failed\n.*line 2, column 1/);
  });
  test('runs the rest and exits with 2 when code does not compile', (t) => {
    const {code, output, errors} = call(t, 'test', BROKEN);
    assert.equal(code, 2);
    assert.match(output, /1 passed, 0 failed/);
    assert.match(errors, /A\.cls:2:15: error E201 Variable does not exist: nothing/);
  });
  test('runs the tests that are named', (t) => {
    const {code, output} = call(t, 'test', GOOD, '--tests', 'ATest.other');
    assert.deepEqual([code, output.includes('1 passed')], [0, true]);
  });
  test('exits with 1 when a named test does not exist', (t) => {
    const {code, errors} = call(t, 'test', GOOD, '--tests', 'ATest.one', '--tests', 'ATest.gone');
    assert.deepEqual([code, errors], [1, 'There is no test ATest.gone.']);
  });
  test('exits with 1 when there are no tests', (t) => {
    const {code, errors} = call(t, 'test', EMPTY);
    assert.deepEqual([code, errors], [1, `There are no tests in ${EMPTY}.`]);
  });
  test('prints coverage, without test classes', (t) => {
    const {output} = call(t, 'test', GOOD, '--coverage');
    assert.match(output, /Lines covered: 50\.0 %\n {2}50\.0 % {2}1 of 2 {2}A\n/);
  });
  test('writes JSON, also when code does not compile', (t) => {
    const file = join(root, 'reports', 'tests.json');
    call(t, 'test', BROKEN, '--json', file);
    const {summary, diagnostics} = JSON.parse(readFileSync(file, 'utf8')) as {summary: {passed: number}; diagnostics: {line: number}[]};
    assert.deepEqual([summary.passed, diagnostics[0]?.line], [1, 2]);
  });
});

suite('local-org check', () => {
  test('says how much it looked at and succeeds', (t) => {
    assert.deepEqual(call(t, 'check', GOOD), {code: 0, output: '2 Apex files checked: 0 errors, 0 unsupported, 0 warnings', errors: ''});
  });
  test('exits with 2 for errors, one a line with its place', (t) => {
    const {code, output} = call(t, 'check', BROKEN);
    assert.equal(code, 2);
    assert.equal(output.split('\n')[0], `${BROKEN}/A.cls:2:15: error E201 Variable does not exist: nothing`);
  });
  test('exits with 1 for what is unsupported', (t) => {
    const {code, output} = call(t, 'check', LACKING);
    assert.equal(code, 1);
    assert.match(output, /A\.cls:3:\d+: unsupported U300 /);
  });
  test('exits with 1 when there is nothing to check', (t) => {
    assert.deepEqual(call(t, 'check', EMPTY), {
      code: 1,
      output: '0 Apex files checked: 0 errors, 0 unsupported, 0 warnings',
      errors: `There is no Apex in ${EMPTY}.`,
    });
  });
});

suite('local-org run', () => {
  function runText(t: TestContext, text: string) {
    const file = join(root, 'anonymous.apex');
    writeFileSync(file, text);
    const before = process.cwd();
    process.chdir(GOOD);
    try {
      return call(t, 'run', file);
    } finally {
      process.chdir(before);
    }
  }
  test('prints what the block logs', (t) => {
    assert.deepEqual(runText(t, 'System.debug(A.one() + A.two());'), {code: 0, output: '3', errors: ''});
  });
  test('exits with 1 for an exception', (t) => {
    const {code, output, errors} = runText(t, "System.debug('before');\nthrow new IllegalArgumentException('no');");
    assert.deepEqual([code, output], [1, 'before']);
    assert.match(errors, /^System\.IllegalArgumentException: no\nAnonymousBlock: line 2, column 1$/);
  });
  test('exits with 2 for a block that does not compile', (t) => {
    const {code, errors} = runText(t, '\nnothing();');
    assert.equal(code, 2);
    assert.match(errors, /anonymous\.apex:2:1: error .*nothing/);
  });
  test('says so when the file is missing', (t) => {
    const {code, errors} = call(t, 'run', join(root, 'gone.apex'));
    assert.equal(code, 64);
    assert.match(errors, /gone\.apex can't be read/);
  });
});

suite('local-org mutate', () => {
  test('prints the changes that no test notices, and writes JSON', async (t) => {
    const file = join(root, 'reports', 'mutants.json');
    const {code, output, errors} = await callAndWait(t, 'mutate', MUTABLE, '--classes', 'A', '--workers', '2', '--json', file);
    assert.equal(code, 0);
    assert.equal(errors, '2 tests pass on the code as it is');
    assert.match(
      output,
      /✗ A {2}3 of 4 killed\n {4}\S+A\.cls:3:14 {2}comparison, 2 tests pass\n {6}- return a < b;\n {6}\+ return a <= b;\n/,
    );
    assert.match(output, /4 mutants: 3 killed \(75\.0 %\), 1 survived; 0 more did not compile$/);
    const {mutants} = JSON.parse(readFileSync(file, 'utf8')) as {mutants: {line: number; verdict: {kind: string}}[]};
    assert.deepEqual(
      mutants.map(({line, verdict}) => `${String(line)} ${verdict.kind}`),
      ['3 killed', '3 killed', '3 survived', '6 killed'],
    );
  });
  test('exits with 1 below the minimum', async (t) => {
    const words = ['mutate', MUTABLE, '--operators', 'comparison', '--tests', 'ATest.less'];
    assert.equal((await callAndWait(t, ...words, '--minimum', '1')).code, 1);
    assert.equal((await callAndWait(t, ...words)).code, 0);
  });
  test('exits with 2 when the code does not compile', async (t) => {
    const {code, errors} = await callAndWait(t, 'mutate', BROKEN);
    assert.equal(code, 2);
    assert.match(errors, /A\.cls:2:15: error E201.*\nThe code has to compile before it can be changed\.$/);
  });
  test('exits with 64 when there is nothing to change, or no such test', async (t) => {
    const nothing = await callAndWait(t, 'mutate', GOOD, '--classes', 'Gone');
    assert.equal(nothing.code, 64);
    assert.match(nothing.errors, /^There is nothing to change in \S+good, Gone\.\n/);
    const noTest = await callAndWait(t, 'mutate', MUTABLE, '--tests', 'Gone');
    assert.deepEqual([noTest.code, noTest.errors.split('\n')[0]], [64, 'There is no test Gone.']);
  });
});

suite('local-org', () => {
  test('explains itself', (t) => {
    const {code, output} = call(t, '--help');
    assert.deepEqual([code, output.startsWith('Usage:')], [0, true]);
  });
  test('exits with 64 when misused', (t) => {
    const {code, errors} = call(t, 'bogus');
    assert.equal(code, 64);
    assert.match(errors, /^There is no command bogus\.\n\nUsage:/);
  });
});
