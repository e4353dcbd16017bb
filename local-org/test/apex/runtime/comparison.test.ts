import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as comparison from '../../../src/apex/runtime/comparison.ts';
import * as conversion from '../../../src/apex/runtime/conversion.ts';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';

test('null is neither less nor greater than a number or a day, and never raises', () => {
  for (const [name, operator] of Object.entries(comparison)) {
    if (!/^(?:integer|long|double|decimal|date|datetime|time)(?:Less|Greater)/.test(name)) continue;
    const compare = operator as (left: unknown, right: unknown) => boolean;
    assert.equal(compare(null, 1), false, name);
    assert.equal(compare(1, null), false, name);
    assert.equal(compare(null, null), false, name);
  }
});

test('null equals null alone', () => {
  for (const [name, operator] of Object.entries(comparison)) {
    if (!name.endsWith('Equals')) continue;
    const equals = operator as (left: unknown, right: unknown) => boolean;
    assert.equal(equals(null, null), true, name);
    assert.equal(equals(null, 1), false, name);
  }
});

test('text is compared without regard to case; null comes first', () => {
  assert.ok(comparison.stringEquals('Straße', 'STRAßE'));
  assert.ok(!comparison.stringEquals('a', 'b'));
  assert.ok(comparison.stringLessThan('apple', 'Banana'));
  assert.ok(comparison.stringLessThanOrEqual('A', 'a'));
  assert.ok(comparison.stringGreaterThan('a', null));
  assert.ok(comparison.stringLessThan(null, ''));
});

test('values compare by what they stand for', () => {
  assert.ok(comparison.decimalEquals(Decimal.parse('1.0'), Decimal.parse('1.00')));
  assert.ok(comparison.decimalLessThan(Decimal.parse('0.9'), Decimal.parse('1.00')));
  assert.ok(comparison.dateEquals(ApexDate.of(2026, 1, 2), ApexDate.of(2026, 1, 2)));
  assert.ok(comparison.dateGreaterThan(ApexDate.of(2026, 1, 3), ApexDate.of(2026, 1, 2)));
  assert.ok(comparison.doubleGreaterThanOrEqual(new ApexDouble(2), new ApexDouble(2)));
  assert.ok(comparison.longLessThan(1n, 2n));
  assert.ok(comparison.integerLessThanOrEqual(2, 2));
});

test('widening keeps the value, narrowing cuts it as Java does', () => {
  assert.equal(conversion.integerToLong(5), 5n);
  assert.equal(conversion.integerToDecimal(5)?.toString(), '5');
  assert.equal(conversion.longToInteger(2n ** 32n + 7n), 7);
  assert.equal(conversion.decimalToInteger(Decimal.parse('-2.9')), -2);
  assert.equal(conversion.decimalToLong(Decimal.parse('9007199254740993.5')), 9007199254740993n);
  assert.equal(conversion.doubleToInteger(new ApexDouble(3e9)), 2147483647);
  assert.equal(conversion.doubleToLong(new ApexDouble(Number.NaN)), 0n);
  assert.equal(conversion.decimalToDouble(Decimal.parse('0.1'))?.value, 0.1);
  assert.equal(conversion.longToDouble(3n)?.toString(), '3.0');
  assert.equal(conversion.doubleToDecimal(new ApexDouble(2.5))?.toString(), '2.5');
});

test('null converts to null', () => {
  for (const convert of Object.values(conversion)) assert.equal(convert(null), null);
});

test('Doubles show themselves as in Java', () => {
  const shown = [0, -0, 1, 0.001, 0.00099, 9999999, 1e7, 1.5e-5, 123456789.5, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY];
  assert.deepEqual(
    shown.map((value) => new ApexDouble(value).toString()),
    ['0.0', '-0.0', '1.0', '0.001', '9.9E-4', '9999999.0', '1.0E7', '1.5E-5', '1.234567895E8', '0.3333333333333333', 'NaN', 'Infinity'],
  );
});
