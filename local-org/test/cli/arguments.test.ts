import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readArguments, UsageError} from '../../src/cli/arguments.ts';
import {DEFAULT_OPERATORS} from '../../src/testing/mutation/operators.ts';

suite('the command line', () => {
  test('test takes folders and options', () => {
    const words = [
      'test',
      'a',
      'b',
      '--tests',
      'ATest',
      '--tests',
      'BTest.c',
      '--coverage',
      '--json',
      'o.json',
      '--junit',
      'o.xml',
      '--watch',
    ];
    assert.deepEqual(readArguments(words), {
      kind: 'test',
      directories: ['a', 'b'],
      tests: ['ATest', 'BTest.c'],
      coverage: true,
      json: 'o.json',
      junit: 'o.xml',
      watch: true,
    });
  });
  test('test needs nothing', () => {
    assert.deepEqual(readArguments(['test']), {
      kind: 'test',
      directories: ['.'],
      tests: [],
      coverage: false,
      json: null,
      junit: null,
      watch: false,
    });
  });
  test('check takes folders', () => assert.deepEqual(readArguments(['check', 'a']), {kind: 'check', directories: ['a']}));
  test('check is of the project without any', () => assert.deepEqual(readArguments(['check']), {kind: 'check', directories: ['.']}));
  test('conformance takes folders and a file', () => {
    assert.deepEqual(readArguments(['conformance', 'a', '--json', 'out.json', '--invert', '40']), {
      kind: 'conformance',
      directories: ['a'],
      invert: 40,
      json: 'out.json',
    });
  });
  test('mutate takes folders and options', () => {
    const words = ['mutate', 'a', '--classes', 'B*', '--tests', 'BTest', '--operators', 'lock', '--operators', 'call'];
    assert.deepEqual(readArguments([...words, '--minimum', '90.5', '--workers', '3', '--json', 'o.json']), {
      kind: 'mutate',
      directories: ['a'],
      classes: ['B*'],
      tests: ['BTest'],
      operators: ['lock', 'call'],
      minimum: 90.5,
      workers: 3,
      json: 'o.json',
    });
  });
  test('mutate needs nothing', () => {
    assert.deepEqual(readArguments(['mutate']), {
      kind: 'mutate',
      directories: ['.'],
      classes: [],
      tests: [],
      operators: DEFAULT_OPERATORS,
      minimum: 0,
      workers: null,
      json: null,
    });
  });
  test('run takes a file', () => assert.deepEqual(readArguments(['run', 'a.apex']), {kind: 'run', file: 'a.apex'}));
  for (const words of [[], ['help'], ['--help'], ['-h']]) {
    test(`${words.join(' ') || 'nothing'} asks for help`, () => assert.deepEqual(readArguments(words), {kind: 'help'}));
  }
});

suite('the command line is refused', () => {
  for (const [name, words, message] of [
    ['an unknown command', ['tset'], /There is no command tset/],
    ['an unknown option', ['test', '--tets', 'x'], /Unknown option '--tets'/],
    ['an option without its value', ['test', '--json'], /--json/],
    ['an option of another command', ['check', '--coverage'], /Unknown option '--coverage'/],
    ['a number that is none', ['conformance', '--invert', 'many'], /--invert takes a number of tests, found many/],
    ['an unknown operator', ['mutate', '--operators', 'magic'], /There is no operator magic\. There are: comparison, /],
    ['a minimum above 100', ['mutate', '--minimum', '101'], /--minimum takes a number from 0 to 100, not 101\./],
    ['a minimum that is no number', ['mutate', '--minimum', ' '], /--minimum takes a number/],
    ['no workers', ['mutate', '--workers', '0'], /--workers takes a number from 1 to 64, not 0\./],
    ['run without a file', ['run'], /takes one file/],
    ['run with two files', ['run', 'a', 'b'], /takes one file/],
  ] as const) {
    test(name, () => {
      assert.throws(
        () => readArguments(words),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }
});
