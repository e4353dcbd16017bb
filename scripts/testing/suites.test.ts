import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reconcile} from './suites.ts';

test('a suite that ends well counts as it counted', () => {
  assert.deepEqual(reconcile({passed: 3, failed: 0}, 0), {passed: 3, failed: 0});
});

test('a suite that ends badly has a failure even where it counted none', () => {
  assert.deepEqual(reconcile({passed: 3, failed: 0}, 2), {
    passed: 3,
    failed: 1,
    remark: 'This suite ended with exit code 2 although no test failed, which counts as a failure.',
  });
});

test('a suite that ends badly because of counted failures has no more than those', () => {
  assert.deepEqual(reconcile({passed: 3, failed: 2}, 1), {passed: 3, failed: 2});
});

test('a suite that ran nothing has a failure', () => {
  assert.deepEqual(reconcile({passed: 0, failed: 0}, 0), {
    passed: 0,
    failed: 1,
    remark: 'This suite ran no tests, which counts as a failure.',
  });
});
