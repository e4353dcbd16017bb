import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {coverageOf} from '../../src/testing/coverage.ts';

const file = (name: string, coverable: readonly number[], reached: readonly number[]) => {
  const counts = new Uint32Array(100);
  for (const line of reached) counts[line] = 7;
  return {name, coverable, counts};
};

suite('coverage', () => {
  test('counts the lines that were reached, by class', () => {
    const {percent, classes} = coverageOf([file('B', [2, 3, 5], [2, 5]), file('A', [1], [1])]);
    assert.deepEqual(classes, [
      {name: 'A', covered: 1, total: 1, percent: 100},
      {name: 'B', covered: 2, total: 3, percent: 66.66},
    ]);
    assert.equal(percent, 75);
  });
  test('leaves out what has no statements', () => assert.deepEqual(coverageOf([file('Contract', [], [])]).classes, []));
  test('does not count lines that are no statements', () => assert.equal(coverageOf([file('A', [1, 2], [1, 9])]).percent, 50));
  test('is never rounded up to complete', () => {
    const lines = Array.from({length: 99}, (_, index) => index);
    const many = Array.from({length: 300}, (_, index) => file(`C${String(index)}`, lines, index === 0 ? lines.slice(1) : lines));
    assert.equal(coverageOf(many).percent, 99.99);
  });
  test('of nothing is complete', () => assert.deepEqual(coverageOf([]), {percent: 100, classes: []}));
});
