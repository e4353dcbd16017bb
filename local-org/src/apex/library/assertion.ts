/**
 * What `System.assertEquals` and the class `Assert` share. Their equality is stricter than `==`: strings compare exactly, and values of types that can't be
 * compared are an error instead of a difference (observed on the platform).
 */
import {ApexDate, MILLIS_PER_DAY} from '../runtime/date.ts';
import {ApexDatetime} from '../runtime/datetime.ts';
import {Decimal} from '../runtime/decimal.ts';
import {ApexDouble} from '../runtime/double.ts';
import {nullPointer, typeFault} from '../runtime/fault.ts';
import {ApexCollection} from '../runtime/collection.ts';
import {ApexId} from '../runtime/id.ts';
import type {Runtime} from '../runtime/runtime.ts';

/** `null` where no message was given; the overloads with a message refuse null themselves. */
export type Message = string | null;

export function assertTrue(rt: Runtime, condition: boolean | null, expected: boolean, message: Message): void {
  if (condition === null) throw nullPointer();
  if (condition !== expected) fail(rt, message === null ? '' : `: ${message}`);
}

export function assertEqual(rt: Runtime, expected: unknown, actual: unknown, message: Message): void {
  if (areEqual(rt, expected, actual)) return;
  fail(rt, `: ${prefix(message)}Expected: ${rt.stringOf(expected)}, Actual: ${rt.stringOf(actual)}`);
}

export function assertNotEqual(rt: Runtime, unexpected: unknown, actual: unknown, message: Message): void {
  if (areEqual(rt, unexpected, actual)) fail(rt, `: ${prefix(message)}Same value: ${rt.stringOf(unexpected)}`);
}

/** @param detail what follows `Assertion Failed` */
export function fail(rt: Runtime, detail: string): never {
  throw rt.exception('System.AssertException', `Assertion Failed${detail}`);
}

function prefix(message: Message): string {
  return message === null ? '' : `${message}: `;
}

function areEqual(rt: Runtime, left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  requireComparable(rt, left, right);
  if (typeof left === 'string' && typeof right === 'string') return false;
  if (left instanceof ApexDate && right instanceof ApexDatetime) return left.days * MILLIS_PER_DAY === right.epoch;
  if (left instanceof ApexDatetime && right instanceof ApexDate) return left.epoch === right.days * MILLIS_PER_DAY;
  return isNumber(left) || left instanceof ApexId || right instanceof ApexId ? rt.looseEquals(left, right) : rt.equals(left, right);
}

/** Numbers go with numbers, Ids with text, Dates with Datetimes, collections with collections; else one type must be assignable to the other. */
function requireComparable(rt: Runtime, left: unknown, right: unknown): void {
  if (typeof left === typeof right && typeof left !== 'object') return;
  if (isNumber(left) && isNumber(right)) return;
  if (isIdOrText(left) && isIdOrText(right)) return;
  if (isDay(left) && isDay(right)) return;
  if (left instanceof ApexCollection && right instanceof ApexCollection && left.constructor === right.constructor) return;
  const leftType = rt.typeOf(left);
  const rightType = rt.typeOf(right);
  if (leftType.isAssignableFrom(rightType) || rightType.isAssignableFrom(leftType)) return;
  throw typeFault(`Comparison arguments must be compatible types: ${leftType.name}, ${rightType.name}`);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;
}

function isIdOrText(value: unknown): boolean {
  return typeof value === 'string' || value instanceof ApexId;
}

function isDay(value: unknown): boolean {
  return value instanceof ApexDate || value instanceof ApexDatetime;
}
