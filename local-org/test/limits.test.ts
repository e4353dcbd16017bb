import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApexFault} from '../src/apex/runtime/fault.ts';
import {Limits} from '../src/limits.ts';

test('a limit throws at the first use too many', () => {
  const limits = new Limits(false);
  for (let use = 0; use < 100; use++) limits.count('Queries');
  assert.throws(
    () => {
      limits.count('Queries');
    },
    new ApexFault('System.LimitException', 'Too many SOQL queries: 101'),
  );
});

test('rows count by their number', () => {
  const limits = new Limits(false);
  limits.count('DmlRows', 10_000);
  assert.throws(() => {
    limits.count('DmlRows', 5);
  }, /Too many DML rows: 10001/);
});

test('asynchronous transactions have their own maxima', () => {
  assert.deepEqual([new Limits(false).maximum('Queries'), new Limits(true).maximum('Queries')], [100, 200]);
  assert.deepEqual([new Limits(false).maximum('QueueableJobs'), new Limits(true).maximum('QueueableJobs')], [50, 1]);
});

test('what was used can be restored', () => {
  const limits = new Limits(false);
  limits.count('Queries', 3);
  const before = limits.snapshot();
  limits.count('Queries', 4);
  limits.restore(before);
  assert.equal(limits.used('Queries'), 3);
});
