import assert from 'node:assert/strict';
import {test} from 'node:test';
import {affectedTests, type CodeFile} from '../../src/testing/affected-tests.ts';

function file(name: string, uses: readonly string[] = [], kind: CodeFile['kind'] = 'class'): CodeFile {
  return {name, uses, kind, isTest: name.endsWith('Test')};
}

const FILES = [
  file('Money'),
  file('Price', ['Money']),
  file('Order', ['Price']),
  file('PriceTest', ['Price']),
  file('OrderTest', ['Order']),
  file('OtherTest'),
  file('OrderTrigger', ['Order'], 'trigger'),
];
const WITHOUT_TRIGGER = FILES.filter(({kind}) => kind === 'class');

test('a change reaches the tests that use the class, directly and through others', () => {
  assert.deepEqual(affectedTests(WITHOUT_TRIGGER, new Set(['Price'])), new Set(['PriceTest', 'OrderTest']));
});

test('a change of a test reaches that test alone', () => {
  assert.deepEqual(affectedTests(FILES, new Set(['PriceTest'])), new Set(['PriceTest']));
});

test('a change that a trigger depends on reaches all tests', () => {
  assert.equal(affectedTests(FILES, new Set(['Money'])), 'all');
});

test('a change of a trigger reaches all tests', () => {
  assert.equal(affectedTests(FILES, new Set(['OrderTrigger'])), 'all');
});

test('a class that went reaches the tests that still name it', () => {
  assert.deepEqual(affectedTests([...WITHOUT_TRIGGER, file('GoneTest', ['Gone'])], new Set(['Gone'])), new Set(['GoneTest']));
});

test('classes that need each other end the search', () => {
  const files = [file('A', ['B']), file('B', ['A']), file('ATest', ['A'])];
  assert.deepEqual(affectedTests(files, new Set(['B'])), new Set(['ATest']));
});
