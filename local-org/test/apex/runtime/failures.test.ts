import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ApexException, InternalError} from '../../../src/apex/runtime/exceptions.ts';
import {mathFault} from '../../../src/apex/runtime/fault.ts';
import {caught, isUncatchable, toApex} from '../../../src/apex/runtime/operations/failures.ts';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {orgWith} from '../../run-apex.ts';

const rt = orgWith().runtime;

suite('what a catch sees', () => {
  test('of a fault is the platform exception', () => {
    const exception = caught(rt, mathFault('Divide by 0'));
    assert.deepEqual([exception.type.name, exception.text], ['System.MathException', 'Divide by 0']);
  });
  test('of an Apex exception is the exception itself', () => {
    const exception = rt.exception('System.ListException', 'x');
    assert.equal(caught(rt, exception), exception);
  });
  for (const type of ['System.LimitException', 'System.AssertException'])
    test(`of a ${type} is nothing`, () => {
      const exception = rt.exception(type, 'x');
      assert.throws(() => caught(rt, exception), exception);
      assert.equal(isUncatchable(exception), true);
    });
  test('of an error of the host is nothing', () => {
    const defect = new TypeError('null has no property');
    assert.throws(
      () => caught(rt, defect),
      (error) => error instanceof InternalError && error.cause === defect,
    );
    assert.equal(isUncatchable(defect), true);
  });
  test('of what is unsupported is nothing', () => {
    const refusal = new UnsupportedError('U300 x');
    assert.throws(() => caught(rt, refusal), refusal);
    assert.equal(isUncatchable(refusal), true);
  });
});

test('an overflowing stack is a LimitException', () => {
  const overflow = (): number => overflow() + 1;
  let thrown: unknown;
  try {
    overflow();
  } catch (error) {
    thrown = toApex(rt, error);
  }
  assert.ok(thrown instanceof ApexException);
  assert.equal(thrown.type.name, 'System.LimitException');
});

test('errors of callers of the org pass unchanged', () => {
  class OwnError extends Error {}
  const error = new OwnError('mine');
  assert.equal(toApex(rt, error), error);
});
