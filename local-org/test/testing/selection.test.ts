import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {testSelection} from '../../src/testing/selection.ts';

suite('a selection of tests', () => {
  test('without names is all', () => {
    const {includesClass, includes} = testSelection([]);
    assert.deepEqual([includesClass('ATest'), includes('ATest', 'b')], [true, true]);
  });
  test('by a class is all of its methods', () => {
    const {includesClass, includes} = testSelection(['ATest']);
    assert.deepEqual([includes('ATest', 'b'), includes('ATestOther', 'b'), includesClass('ATestOther')], [true, false, false]);
  });
  test('by a method is that one', () => {
    const {includesClass, includes} = testSelection(['ATest.b']);
    assert.deepEqual([includesClass('ATest'), includes('ATest', 'b'), includes('ATest', 'c')], [true, true, false]);
  });
  test('may have several names', () => {
    const {includes} = testSelection(['ATest.b', 'CTest']);
    assert.deepEqual([includes('ATest', 'b'), includes('CTest', 'x'), includes('ATest', 'x')], [true, true, false]);
  });
  test('folds case', () => assert.equal(testSelection(['atest.B']).includes('ATest', 'b'), true));
  test('tells which names meant nothing', () => {
    const tests = [{class: 'ATest', method: 'b'}];
    assert.deepEqual(testSelection(['atest', 'ATest.c', 'Gone']).unmatched(tests), ['ATest.c', 'Gone']);
  });
});
