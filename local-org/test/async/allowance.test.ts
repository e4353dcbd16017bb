import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Allowance} from '../../src/async/allowance.ts';

test('an allowance is used up, and there again after its stretch of time', () => {
  const allowance = new Allowance(2, 1000);
  assert.deepEqual([allowance.take(5), allowance.take(600), allowance.take(1004)], [true, true, false]);
  assert.deepEqual([allowance.take(1005), allowance.take(1005), allowance.take(1005)], [true, true, false]);
});
