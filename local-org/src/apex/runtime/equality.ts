/**
 * Equality and hash codes of values whose type is known only at run time. `Runtime.looseEquals`, `equals` and `hashCode` are these functions: they come back to the
 * runtime for the `equals` and `hashCode` of Apex classes and for the elements of collections.
 */
import {ApexObject} from './apex-object.ts';
import {ApexBlob} from './blob.ts';
import {stringEquals} from './comparison.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexEnumValue} from './enum-value.ts';
import {ApexId, normalizeId} from './id.ts';
import {ApexList} from './list.ts';
import {ApexMap} from './map.ts';
import {PlatformObject} from './platform-object.ts';
import type {Runtime} from './runtime.ts';
import {ApexSet} from './set.ts';
import {hashRecord, recordsEqual} from './sobject-comparison.ts';
import {SObject} from './sobject.ts';
import {ApexTime} from './time.ts';

/** `==` of two Objects: numbers by value whatever their types and scales, strings without regard to case, an Id equals its text; else {@link equal}. */
export function looselyEqual(rt: Runtime, left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left === 'string')
    return typeof right === 'string' ? stringEquals(left, right) : right instanceof ApexId && isSameId(right, left);
  if (left instanceof ApexId && typeof right === 'string') return isSameId(left, right);
  if (isNumber(left)) return isNumber(right) && numbersEqual(left, right);
  return equal(rt, left, right);
}

/** Equality of elements: as `equals` of the platform's Java classes has it. Numbers of different types differ, and so do 1.0 and 1.00. */
export function equal(rt: Runtime, left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || left === null) return typeof left === 'string' && right instanceof ApexId && right.value === left;
  if (right === null) return false;
  if (left instanceof ApexObject) return rt.responds(left, 'equals', 1) && rt.invoke(left, 'equals', [right]) === true;
  if (left instanceof SObject) return right instanceof SObject && recordsEqual(left, right, (a, b) => rt.equals(a, b));
  if (left instanceof ApexList) return right instanceof ApexList && listsEqual(rt, left, right);
  if (left instanceof ApexSet) return right instanceof ApexSet && setsEqual(rt, left, right);
  if (left instanceof ApexMap) return right instanceof ApexMap && mapsEqual(rt, left, right);
  if (left instanceof PlatformObject) return left.equalTo(right, rt);
  return valuesEqual(left, right);
}

/** A hash code that goes with {@link equal}; as Java computes it where Apex code can see it (`String.hashCode`). */
export function hashOf(rt: Runtime, value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashText(value);
    case 'number':
      return value;
    case 'bigint':
      return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    case 'boolean':
      return value ? 1231 : 1237;
    default:
      return value === null || value === undefined ? 0 : hashObject(rt, value);
  }
}

/** Java's `String.hashCode`. */
export function hashText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

type Numeric = number | bigint | ApexDouble | Decimal;

function isNumber(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble || value instanceof Decimal;
}

function numbersEqual(left: Numeric, right: Numeric): boolean {
  if (left instanceof ApexDouble && right instanceof ApexDouble) return left.value === right.value;
  if (!isFiniteNumber(left) || !isFiniteNumber(right)) return false;
  return toDecimal(left).equals(toDecimal(right));
}

function isFiniteNumber(value: Numeric): boolean {
  return !(value instanceof ApexDouble) || Number.isFinite(value.value);
}

function toDecimal(value: Numeric): Decimal {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.fromDouble(value.value);
  return typeof value === 'bigint' ? Decimal.fromLong(value) : Decimal.fromInteger(value);
}

function isSameId(id: ApexId, text: string): boolean {
  return id.value === text || normalizeId(text) === id.value;
}

function valuesEqual(left: object, right: unknown): boolean {
  if (left instanceof Decimal) return right instanceof Decimal && left.identical(right);
  if (left instanceof ApexDouble) return right instanceof ApexDouble && Object.is(left.value, right.value);
  if (left instanceof ApexId) return right instanceof ApexId ? left.value === right.value : left.value === right;
  if (left instanceof ApexDate) return right instanceof ApexDate && left.days === right.days;
  if (left instanceof ApexDatetime) return right instanceof ApexDatetime && left.epoch === right.epoch;
  if (left instanceof ApexTime) return right instanceof ApexTime && left.millis === right.millis;
  return left instanceof ApexBlob && right instanceof ApexBlob && left.equals(right);
}

function listsEqual(rt: Runtime, left: ApexList, right: ApexList): boolean {
  return left.size === right.size && left.elements.every((item, index) => rt.equals(item, right.elements[index]));
}

function setsEqual(rt: Runtime, left: ApexSet, right: ApexSet): boolean {
  if (left.size !== right.size) return false;
  for (const element of left.values()) if (!right.has(rt, element)) return false;
  return true;
}

function mapsEqual(rt: Runtime, left: ApexMap, right: ApexMap): boolean {
  if (left.size !== right.size) return false;
  for (const {key, value} of left.entries()) {
    if (!right.has(rt, key) || !rt.equals(value, right.get(rt, key))) return false;
  }
  return true;
}

function hashObject(rt: Runtime, value: object): number {
  if (value instanceof ApexObject) {
    return rt.responds(value, 'hashCode', 0) ? Number(rt.invoke(value, 'hashCode', [])) : identityHash(value);
  }
  if (value instanceof SObject) return hashRecord(value, (field) => rt.hashCode(field));
  if (value instanceof ApexList) return value.elements.reduce<number>((hash, item) => (Math.imul(hash, 31) + rt.hashCode(item)) | 0, 1);
  if (value instanceof ApexSet) return sumOf(value.values(), (element) => rt.hashCode(element));
  if (value instanceof ApexMap) return sumOf(value.entries(), (entry) => rt.hashCode(entry.key) ^ rt.hashCode(entry.value));
  if (value instanceof PlatformObject) return value.hash(rt) ?? identityHash(value);
  return hashValue(rt, value);
}

function hashValue(rt: Runtime, value: object): number {
  if (value instanceof ApexId) return hashText(value.value);
  if (value instanceof Decimal) return (Math.imul(31, hashText(String(value.unscaled))) + value.scale) | 0;
  if (value instanceof ApexDouble) return hashText(value.toString());
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return hashOf(rt, BigInt(value.epoch));
  if (value instanceof ApexTime) return value.millis;
  if (value instanceof ApexBlob) return hashText(value.toBase64());
  if (value instanceof ApexEnumValue) return hashText(value.name);
  return identityHash(value);
}

function sumOf<Item>(items: Iterable<Item>, hash: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total = (total + hash(item)) | 0;
  return total;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for each object, which has no meaning beyond the process. */
function identityHash(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) {
    lastIdentity = (lastIdentity + 0x9e3779b1) | 0;
    identity = lastIdentity;
    identities.set(value, identity);
  }
  return identity;
}
