import assert from 'node:assert/strict';
import {test} from 'node:test';
import {typeToken} from '../../../src/apex/library/System/Type.ts';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import {call, fakeRuntime, listOf, raises} from './fake-runtime.ts';

const rt = fakeRuntime();

function system(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.System', member, ...args);
}

function assertion(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.Assert', member, ...args);
}

function failed(message: string): (error: unknown) => boolean {
  return raises('System.AssertException', `Assertion Failed${message}`);
}

test('numbers are equal by value whatever their types', () => {
  system('assertEquals(Object,Object)', 5, Decimal.parse('5.00'));
  system('assertEquals(Object,Object)', 5n, 5);
  system('assertEquals(Object,Object)', new ApexDouble(5), 5);
  system('assertNotEquals(Object,Object)', 5, Decimal.parse('5.01'));
});

test('text is equal exactly, Ids equal their text', () => {
  assert.throws(() => system('assertEquals(Object,Object)', 'a', 'A'), failed(': Expected: a, Actual: A'));
  system('assertEquals(Object,Object)', new ApexId('001D000000IqhSLIAZ'), '001D000000IqhSL');
});

test('elements of collections are equal by type and scale', () => {
  assert.throws(
    () => system('assertEquals(Object,Object)', listOf(rt, 'Object', 1), listOf(rt, 'Object', 1n)),
    failed(': Expected: (1), Actual: (1)'),
  );
});

test('messages stand before what was expected', () => {
  assert.throws(() => assertion('areEqual(Object,Object,String)', 1, 2, 'why'), failed(': why: Expected: 1, Actual: 2'));
  assert.throws(() => system('assertEquals(Object,Object,Object)', 1, null, 7), failed(': 7: Expected: 1, Actual: null'));
  assert.throws(() => assertion('areNotEqual(Object,Object)', 1, 1), failed(': Same value: 1'));
});

test('values of types that never meet are an error of their own', () => {
  assert.throws(
    () => system('assertEquals(Object,Object)', 1, '1'),
    raises('System.TypeException', 'Comparison arguments must be compatible types: Integer, String'),
  );
});

test('conditions', () => {
  system('assert(Boolean)', true);
  assert.throws(() => system('assert(Boolean)', false), failed(''));
  assert.throws(() => system('assert(Boolean,Object)', false, 'why'), failed(': why'));
  assert.throws(() => assertion('isFalse(Boolean,String)', true, 'why'), failed(': why'));
  assert.throws(() => assertion('isTrue(Boolean)', null), raises('System.NullPointerException', 'Attempt to de-reference a null object'));
});

test('null and types', () => {
  assertion('isNull(Object)', null);
  assert.throws(() => assertion('isNull(Object,String)', 1, 'why'), failed(': Nullable object asserted with non null value: why'));
  assert.throws(() => assertion('isNotNull(Object)', null), failed(': Instance expected to be a non null value'));
  const integer = typeToken(rt.types.get('Integer'));
  assertion('isInstanceOfType(Object,Type)', 1, integer);
  assertion('isInstanceOfType(Object,Type)', 1, typeToken(rt.types.get('Long')));
  assert.throws(
    () => assertion('isInstanceOfType(Object,Type)', 'x', integer),
    failed(': The provided object is not an instance of class Integer'),
  );
  assert.throws(
    () => assertion('isNotInstanceOfType(Object,Type,String)', 1, integer, 'why'),
    failed(': The provided object is an instance of class Integer: why'),
  );
});

test('a message of the class Assert must not be null', () => {
  assert.throws(
    () => assertion('isTrue(Boolean,String)', true, null),
    raises('System.NullPointerException', 'Message parameter cannot be null'),
  );
  assert.throws(
    () => assertion('areEqual(Object,Object,String)', 1, 1, null),
    raises('System.NullPointerException', 'Argument 3 cannot be null'),
  );
});

test('fail fails', () => {
  assert.throws(() => assertion('fail(String)', 'why'), failed(': Assertion failed: why'));
});

test('debug writes the log, with its level', () => {
  const logged = fakeRuntime();
  call(logged, 'System.System', 'debug(Object)', ApexDate.of(2026, 1, 2));
  call(logged, 'System.System', 'debug(LoggingLevel,Object)', null, null);
  assert.deepEqual(logged.log, ['DEBUG 2026-01-02 00:00:00', 'DEBUG null']);
});

test('the clock is the org’s', () => {
  assert.equal(system('currentTimeMillis()'), BigInt(rt.org.clock.now()));
});
