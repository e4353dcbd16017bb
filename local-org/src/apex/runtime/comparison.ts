/**
 * Relational and equality operators: `<type>LessThan` and so on, for operands converted to the same type. Never null, never an exception.
 *
 * "If x or y equal null and are Integers, Doubles, Dates, or Datetimes, the expression is false. A non-null String or ID value is always
 * greater than a null value." (Apex Developer Guide, "Expression Operators"). Strings compare without regard to case.
 */
import type {ApexDate} from './date.ts';
import type {ApexDatetime} from './datetime.ts';
import type {Decimal} from './decimal.ts';
import type {ApexDouble} from './double.ts';
import type {ApexTime} from './time.ts';

export function integerLessThan(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left < right;
}

export function integerLessThanOrEqual(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left <= right;
}

export function integerGreaterThan(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left > right;
}

export function integerGreaterThanOrEqual(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left >= right;
}

export function longLessThan(left: bigint | null, right: bigint | null): boolean {
  return left !== null && right !== null && left < right;
}

export function longLessThanOrEqual(left: bigint | null, right: bigint | null): boolean {
  return left !== null && right !== null && left <= right;
}

export function longGreaterThan(left: bigint | null, right: bigint | null): boolean {
  return left !== null && right !== null && left > right;
}

export function longGreaterThanOrEqual(left: bigint | null, right: bigint | null): boolean {
  return left !== null && right !== null && left >= right;
}

export function doubleLessThan(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left !== null && right !== null && left.value < right.value;
}

export function doubleLessThanOrEqual(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left !== null && right !== null && left.value <= right.value;
}

export function doubleGreaterThan(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left !== null && right !== null && left.value > right.value;
}

export function doubleGreaterThanOrEqual(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left !== null && right !== null && left.value >= right.value;
}

export function doubleEquals(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left === right || (left !== null && right !== null && left.value === right.value);
}

export function decimalLessThan(left: Decimal | null, right: Decimal | null): boolean {
  return left !== null && right !== null && left.compareTo(right) < 0;
}

export function decimalLessThanOrEqual(left: Decimal | null, right: Decimal | null): boolean {
  return left !== null && right !== null && left.compareTo(right) <= 0;
}

export function decimalGreaterThan(left: Decimal | null, right: Decimal | null): boolean {
  return left !== null && right !== null && left.compareTo(right) > 0;
}

export function decimalGreaterThanOrEqual(left: Decimal | null, right: Decimal | null): boolean {
  return left !== null && right !== null && left.compareTo(right) >= 0;
}

export function decimalEquals(left: Decimal | null, right: Decimal | null): boolean {
  return left === right || (left !== null && right !== null && left.equals(right));
}

export function dateLessThan(left: ApexDate | null, right: ApexDate | null): boolean {
  return left !== null && right !== null && left.days < right.days;
}

export function dateLessThanOrEqual(left: ApexDate | null, right: ApexDate | null): boolean {
  return left !== null && right !== null && left.days <= right.days;
}

export function dateGreaterThan(left: ApexDate | null, right: ApexDate | null): boolean {
  return left !== null && right !== null && left.days > right.days;
}

export function dateGreaterThanOrEqual(left: ApexDate | null, right: ApexDate | null): boolean {
  return left !== null && right !== null && left.days >= right.days;
}

export function dateEquals(left: ApexDate | null, right: ApexDate | null): boolean {
  return left === right || (left !== null && right !== null && left.days === right.days);
}

export function datetimeLessThan(left: ApexDatetime | null, right: ApexDatetime | null): boolean {
  return left !== null && right !== null && left.epoch < right.epoch;
}

export function datetimeLessThanOrEqual(left: ApexDatetime | null, right: ApexDatetime | null): boolean {
  return left !== null && right !== null && left.epoch <= right.epoch;
}

export function datetimeGreaterThan(left: ApexDatetime | null, right: ApexDatetime | null): boolean {
  return left !== null && right !== null && left.epoch > right.epoch;
}

export function datetimeGreaterThanOrEqual(left: ApexDatetime | null, right: ApexDatetime | null): boolean {
  return left !== null && right !== null && left.epoch >= right.epoch;
}

export function datetimeEquals(left: ApexDatetime | null, right: ApexDatetime | null): boolean {
  return left === right || (left !== null && right !== null && left.epoch === right.epoch);
}

export function timeLessThan(left: ApexTime | null, right: ApexTime | null): boolean {
  return left !== null && right !== null && left.millis < right.millis;
}

export function timeLessThanOrEqual(left: ApexTime | null, right: ApexTime | null): boolean {
  return left !== null && right !== null && left.millis <= right.millis;
}

export function timeGreaterThan(left: ApexTime | null, right: ApexTime | null): boolean {
  return left !== null && right !== null && left.millis > right.millis;
}

export function timeGreaterThanOrEqual(left: ApexTime | null, right: ApexTime | null): boolean {
  return left !== null && right !== null && left.millis >= right.millis;
}

export function timeEquals(left: ApexTime | null, right: ApexTime | null): boolean {
  return left === right || (left !== null && right !== null && left.millis === right.millis);
}

/** `==` of Strings: case doesn't matter ("Expression Operators"). */
export function stringEquals(left: string | null, right: string | null): boolean {
  return left === right || (left !== null && right !== null && left.length === right.length && left.toLowerCase() === right.toLowerCase());
}

/** Negative, zero or positive; null is the smallest. The order of `<` and `>` for Strings, which doesn't regard case. */
export function compareStrings(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  const foldedLeft = left.toLowerCase();
  const foldedRight = right.toLowerCase();
  return foldedLeft < foldedRight ? -1 : foldedLeft > foldedRight ? 1 : 0;
}

export function stringLessThan(left: string | null, right: string | null): boolean {
  return compareStrings(left, right) < 0;
}

export function stringLessThanOrEqual(left: string | null, right: string | null): boolean {
  return compareStrings(left, right) <= 0;
}

export function stringGreaterThan(left: string | null, right: string | null): boolean {
  return compareStrings(left, right) > 0;
}

export function stringGreaterThanOrEqual(left: string | null, right: string | null): boolean {
  return compareStrings(left, right) >= 0;
}

function compareIds(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}

export function idLessThan(left: string | null, right: string | null): boolean {
  return compareIds(left, right) < 0;
}

export function idLessThanOrEqual(left: string | null, right: string | null): boolean {
  return compareIds(left, right) <= 0;
}

export function idGreaterThan(left: string | null, right: string | null): boolean {
  return compareIds(left, right) > 0;
}

export function idGreaterThanOrEqual(left: string | null, right: string | null): boolean {
  return compareIds(left, right) >= 0;
}
