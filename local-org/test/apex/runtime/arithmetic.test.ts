import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import * as arithmetic from '../../../src/apex/runtime/arithmetic.ts';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {raises} from '../library/fake-runtime.ts';

const NULL = raises('System.NullPointerException', 'Attempt to de-reference a null object');
const ZERO = raises('System.MathException', 'Divide by 0');

test('Integers wrap at 32 bits', () => {
  const {integerAdd, integerDivide, integerMultiply, integerNegate, integerSubtract} = arithmetic;
  assert.equal(integerAdd(2147483647, 1), -2147483648);
  assert.equal(integerSubtract(-2147483648, 1), 2147483647);
  assert.equal(integerMultiply(65536, 65537), 65536);
  assert.equal(integerMultiply(123456789, 987654321), -67153019);
  assert.equal(integerNegate(-2147483648), -2147483648);
  assert.equal(integerDivide(-2147483648, -1), -2147483648);
});

test('Integer division cuts off towards zero and gives no negative zero', () => {
  assert.equal(arithmetic.integerDivide(7, 2), 3);
  assert.equal(arithmetic.integerDivide(-7, 2), -3);
  assert.ok(Object.is(arithmetic.integerDivide(0, -5), 0));
  assert.ok(Object.is(arithmetic.integerNegate(0), 0));
});

test('Longs wrap at 64 bits', () => {
  const {longAdd, longDivide, longMultiply, longNegate} = arithmetic;
  assert.equal(longAdd(2n ** 63n - 1n, 1n), -(2n ** 63n));
  assert.equal(longMultiply(2n ** 40n, 2n ** 40n), 0n);
  assert.equal(longNegate(-(2n ** 63n)), -(2n ** 63n));
  assert.equal(longDivide(-7n, 2n), -3n);
  assert.equal(longDivide(-(2n ** 63n), -1n), -(2n ** 63n));
});

test('division by zero raises, for every type', () => {
  assert.throws(() => arithmetic.integerDivide(1, 0), ZERO);
  assert.throws(() => arithmetic.longDivide(1n, 0n), ZERO);
  assert.throws(() => arithmetic.doubleDivide(new ApexDouble(1), new ApexDouble(0)), ZERO);
  assert.throws(() => arithmetic.decimalDivide(Decimal.ONE, Decimal.of(0n, 2)), ZERO);
});

test('shifts take the low bits of their distance', () => {
  assert.equal(arithmetic.integerShiftLeft(1, 33), 2);
  assert.equal(arithmetic.integerShiftRight(-8, 1), -4);
  assert.equal(arithmetic.integerShiftRightUnsigned(-1, 28), 15);
  assert.equal(arithmetic.longShiftLeft(1n, 65), 2n);
  assert.equal(arithmetic.longShiftRight(-8n, 1n), -4n);
  assert.equal(arithmetic.longShiftRightUnsigned(-1n, 60), 15n);
});

test('bits of Integers are those of Longs cut to 32', () => {
  const integer = fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1});
  fc.assert(
    fc.property(integer, integer, (left, right) => {
      const [a, b] = [BigInt(left), BigInt(right)];
      assert.equal(BigInt(arithmetic.integerBitAnd(left, right)), arithmetic.longBitAnd(a, b));
      assert.equal(BigInt(arithmetic.integerBitOr(left, right)), arithmetic.longBitOr(a, b));
      assert.equal(BigInt(arithmetic.integerBitXor(left, right)), arithmetic.longBitXor(a, b));
      assert.equal(BigInt(arithmetic.integerBitNot(left)), arithmetic.longBitNot(a));
      assert.equal(BigInt.asIntN(32, a * b), BigInt(arithmetic.integerMultiply(left, right)));
      assert.equal(BigInt.asIntN(32, a + b), BigInt(arithmetic.integerAdd(left, right)));
    }),
  );
});

test('null in a calculation raises, on either side', () => {
  for (const [name, operator] of Object.entries(arithmetic)) {
    const calculate = operator as (left: unknown, right?: unknown) => unknown;
    assert.throws(() => calculate(null, null), NULL, name);
    if (operator.length === 2) {
      assert.throws(() => calculate(null, 1), NULL, name);
      assert.throws(() => calculate(1, null), NULL, name);
    }
  }
});

test('Booleans', () => {
  assert.equal(arithmetic.booleanAnd(true, false), false);
  assert.equal(arithmetic.booleanOr(true, false), true);
  assert.equal(arithmetic.booleanXor(true, true), false);
  assert.equal(arithmetic.booleanNot(false), true);
  assert.equal(arithmetic.condition(true), true);
});

test('Doubles calculate in binary, Decimals in decimal', () => {
  assert.equal(arithmetic.doubleAdd(new ApexDouble(0.1), new ApexDouble(0.2)).value, 0.30000000000000004);
  const [tenth, fifth] = [Decimal.parse('0.1'), Decimal.parse('0.2')];
  assert.equal(arithmetic.decimalAdd(tenth, fifth).toString(), '0.3');
  assert.equal(arithmetic.decimalSubtract(tenth, fifth).toString(), '-0.1');
  assert.equal(arithmetic.decimalMultiply(tenth, fifth).toString(), '0.02');
  assert.equal(arithmetic.decimalNegate(tenth).toString(), '-0.1');
  assert.equal(arithmetic.doubleMultiply(new ApexDouble(1.5), new ApexDouble(2)).toString(), '3.0');
});

test('days are added to Dates, parts of days to Datetimes', () => {
  assert.equal(arithmetic.dateAdd(ApexDate.of(2024, 2, 28), 2).toIso(), '2024-03-01');
  assert.equal(arithmetic.dateSubtract(ApexDate.of(2024, 3, 1), 1n).toIso(), '2024-02-29');
  const midnight = new ApexDatetime(0);
  assert.equal(arithmetic.datetimeAdd(midnight, Decimal.parse('1.5')).epoch, 129_600_000);
  assert.equal(arithmetic.datetimeSubtract(midnight, new ApexDouble(0.25)).epoch, -21_600_000);
});
