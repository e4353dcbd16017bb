/**
 * The operators of Apex's numbers, for generated code. Operands have been converted to the operation's type by the code generator; any may be null.
 *
 * Names are `<type><Operator>`:
 *
 * | Types | Functions |
 * |---|---|
 * | `integer` `long` `double` `decimal` | `…Add` `…Subtract` `…Multiply` `…Divide` `…Negate` (binary and unary; null raises NullPointerException) |
 * | `integer` `long` | `…BitAnd` `…BitOr` `…BitXor` `…BitNot` `…ShiftLeft` `…ShiftRight` `…ShiftRightUnsigned` (right operand of a shift: Integer or Long) |
 * | `boolean` | `…And` `…Or` `…Xor` (the operators `&` `|` `^`, both sides evaluated), `…Not`, `condition` (a Boolean where `if` and `&&` want one: null raises) |
 * | `integer` `long` `double` `decimal` `string` `id` `date` `datetime` `time` | in `comparison.ts`: `…LessThan` `…LessThanOrEqual` `…GreaterThan` `…GreaterThanOrEqual` `…Equals` (never null; `!=` is `!…Equals`; Booleans, Integers, Longs, Ids: `===`) |
 * | pairs | in `conversion.ts`: `integerToLong`, `integerToDouble`, `integerToDecimal`, `longToInteger` … all twelve `<from>To<To>` (null stays null; narrowing ones are casts) |
 *
 * `dateAdd`, `dateSubtract`, `datetimeAdd`, `datetimeSubtract`: `Date + Integer`, `Datetime - Decimal` and so on; the right operand keeps its own type.
 *
 * Integers wrap at 32 bits and Longs at 64 bits (Apex Developer Guide, "Primitive Data Types").
 */
import {type ApexDate, MILLIS_PER_DAY} from './date.ts';
import type {ApexDatetime} from './datetime.ts';
import {ApexDouble} from './double.ts';
import {Decimal} from './decimal.ts';
import {mathFault, nullPointer} from './fault.ts';

export function integerAdd(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return (left + right) | 0;
}

export function integerSubtract(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return (left - right) | 0;
}

export function integerMultiply(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return Math.imul(left, right);
}

export function integerDivide(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  if (right === 0) throw mathFault('Divide by 0');
  return (left / right) | 0;
}

export function integerNegate(operand: number | null): number {
  if (operand === null) throw nullPointer();
  return -operand | 0;
}

export function integerBitAnd(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return left & right;
}

export function integerBitOr(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return left | right;
}

export function integerBitXor(left: number | null, right: number | null): number {
  if (left === null || right === null) throw nullPointer();
  return left ^ right;
}

export function integerBitNot(operand: number | null): number {
  if (operand === null) throw nullPointer();
  return ~operand;
}

export function integerShiftLeft(left: number | null, right: number | bigint | null): number {
  if (left === null || right === null) throw nullPointer();
  return left << Number(right);
}

export function integerShiftRight(left: number | null, right: number | bigint | null): number {
  if (left === null || right === null) throw nullPointer();
  return left >> Number(right);
}

export function integerShiftRightUnsigned(left: number | null, right: number | bigint | null): number {
  if (left === null || right === null) throw nullPointer();
  return (left >>> Number(right)) | 0;
}

export function longAdd(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return BigInt.asIntN(64, left + right);
}

export function longSubtract(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return BigInt.asIntN(64, left - right);
}

export function longMultiply(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return BigInt.asIntN(64, left * right);
}

export function longDivide(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  if (right === 0n) throw mathFault('Divide by 0');
  return BigInt.asIntN(64, left / right);
}

export function longNegate(operand: bigint | null): bigint {
  if (operand === null) throw nullPointer();
  return BigInt.asIntN(64, -operand);
}

export function longBitAnd(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return left & right;
}

export function longBitOr(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return left | right;
}

export function longBitXor(left: bigint | null, right: bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return left ^ right;
}

export function longBitNot(operand: bigint | null): bigint {
  if (operand === null) throw nullPointer();
  return ~operand;
}

export function longShiftLeft(left: bigint | null, right: number | bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return BigInt.asIntN(64, left << (BigInt(right) & 63n));
}

export function longShiftRight(left: bigint | null, right: number | bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return left >> (BigInt(right) & 63n);
}

export function longShiftRightUnsigned(left: bigint | null, right: number | bigint | null): bigint {
  if (left === null || right === null) throw nullPointer();
  return BigInt.asIntN(64, BigInt.asUintN(64, left) >> (BigInt(right) & 63n));
}

export function doubleAdd(left: ApexDouble | null, right: ApexDouble | null): ApexDouble {
  if (left === null || right === null) throw nullPointer();
  return new ApexDouble(left.value + right.value);
}

export function doubleSubtract(left: ApexDouble | null, right: ApexDouble | null): ApexDouble {
  if (left === null || right === null) throw nullPointer();
  return new ApexDouble(left.value - right.value);
}

export function doubleMultiply(left: ApexDouble | null, right: ApexDouble | null): ApexDouble {
  if (left === null || right === null) throw nullPointer();
  return new ApexDouble(left.value * right.value);
}

export function doubleDivide(left: ApexDouble | null, right: ApexDouble | null): ApexDouble {
  if (left === null || right === null) throw nullPointer();
  if (right.value === 0) throw mathFault('Divide by 0');
  return new ApexDouble(left.value / right.value);
}

export function doubleNegate(operand: ApexDouble | null): ApexDouble {
  if (operand === null) throw nullPointer();
  return new ApexDouble(-operand.value);
}

export function decimalAdd(left: Decimal | null, right: Decimal | null): Decimal {
  if (left === null || right === null) throw nullPointer();
  return left.add(right);
}

export function decimalSubtract(left: Decimal | null, right: Decimal | null): Decimal {
  if (left === null || right === null) throw nullPointer();
  return left.subtract(right);
}

export function decimalMultiply(left: Decimal | null, right: Decimal | null): Decimal {
  if (left === null || right === null) throw nullPointer();
  return left.multiply(right);
}

export function decimalDivide(left: Decimal | null, right: Decimal | null): Decimal {
  if (left === null || right === null) throw nullPointer();
  if (right.isZero()) throw mathFault('Divide by 0');
  return left.divide(right);
}

export function decimalNegate(operand: Decimal | null): Decimal {
  if (operand === null) throw nullPointer();
  return operand.negate();
}

export function booleanAnd(left: boolean | null, right: boolean | null): boolean {
  if (left === null || right === null) throw nullPointer();
  return left && right;
}

export function booleanOr(left: boolean | null, right: boolean | null): boolean {
  if (left === null || right === null) throw nullPointer();
  return left || right;
}

export function booleanXor(left: boolean | null, right: boolean | null): boolean {
  if (left === null || right === null) throw nullPointer();
  return left !== right;
}

export function booleanNot(operand: boolean | null): boolean {
  if (operand === null) throw nullPointer();
  return !operand;
}

/** A Boolean where the language needs a decision (`if`, `while`, `&&`, `||`, `?:`): null raises NullPointerException. */
export function condition(operand: boolean | null): boolean {
  if (operand === null) throw nullPointer();
  return operand;
}

/** `Date + n`: days later. The number is an Integer or a Long. */
export function dateAdd(left: ApexDate | null, right: number | bigint | null): ApexDate {
  if (left === null || right === null) throw nullPointer();
  return left.addDays(Number(right));
}

export function dateSubtract(left: ApexDate | null, right: number | bigint | null): ApexDate {
  if (left === null || right === null) throw nullPointer();
  return left.addDays(-Number(right));
}

/** `Datetime + n`: days later, where a fraction (Double, Decimal) is part of a day. */
export function datetimeAdd(left: ApexDatetime | null, right: number | bigint | ApexDouble | Decimal | null): ApexDatetime {
  if (left === null || right === null) throw nullPointer();
  return left.addMillis(Math.round(daysOf(right) * MILLIS_PER_DAY));
}

export function datetimeSubtract(left: ApexDatetime | null, right: number | bigint | ApexDouble | Decimal | null): ApexDatetime {
  if (left === null || right === null) throw nullPointer();
  return left.addMillis(-Math.round(daysOf(right) * MILLIS_PER_DAY));
}

function daysOf(value: number | bigint | ApexDouble | Decimal): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof Decimal ? value.toNumber() : Number(value);
}
