/**
 * Values in the form in which SOQL compares them: text folded, Ids with 18 characters, days and instants as numbers. Order and equality follow the SOQL and
 * SOSL Reference, "Condition Expression Syntax (WHERE Clause)" and "ORDER BY".
 */
import {ApexDate, MILLIS_PER_DAY} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {Decimal} from '../../apex/runtime/decimal.ts';
import {ApexDouble} from '../../apex/runtime/double.ts';
import {ApexId, normalizeId} from '../../apex/runtime/id.ts';
import {SObject} from '../../apex/runtime/sobject.ts';
import {ApexTime} from '../../apex/runtime/time.ts';
import {ApexEnumValue} from '../../apex/runtime/enum-value.ts';
import {ApexFault} from '../../apex/runtime/fault.ts';
import type {FieldDescriptor} from '../descriptor.ts';

export type Comparable = string | number | boolean | Decimal;

export type ValueKind = 'text' | 'exact text' | 'id' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'time';

/** Null for fields that can't be compared (addresses, files). */
export function valueKindOf(field: FieldDescriptor): ValueKind | null {
  switch (field.valueType) {
    case 'Id':
      return 'id';
    case 'String':
      return field.isCaseSensitive ? 'exact text' : 'text';
    case 'Boolean':
      return 'boolean';
    case 'Integer':
    case 'Long':
      return 'integer';
    case 'Double':
    case 'Decimal':
      return 'decimal';
    case 'Date':
      return 'date';
    case 'Datetime':
      return 'datetime';
    case 'Time':
      return 'time';
    case 'Blob':
    case 'Object':
    case 'Address':
    case 'Location':
      return null;
  }
}

/**
 * A stored value; an empty checkbox (of a parent that isn't there) counts as false.
 *
 * @throws Error for a value that no field of that kind stores
 */
export function comparable(kind: ValueKind, value: unknown): Comparable | null {
  if (value === null || value === undefined || value === '') return kind === 'boolean' ? false : null;
  if (typeof value === 'string') return kind === 'text' ? value.toUpperCase() : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return value.epoch;
  if (value instanceof ApexTime) return value.millis;
  if (typeof value === 'bigint') return Number(value);
  throw new Error(`A field of kind ${kind} stores a value that can't be compared.`);
}

/**
 * A value that a program binds, in the runtime's representation.
 *
 * @throws QueryException for one that can't be compared with such a field
 */
export function boundComparable(kind: ValueKind, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  const converted = converters[kind](value);
  if (converted === undefined) throw new ApexFault('System.QueryException', `Invalid bind expression for a field of type ${kind}`);
  return converted;
}

const converters: Readonly<Record<ValueKind, (value: unknown) => Comparable | null | undefined>> = {
  text: (value) => (textOf(value) === '' ? null : textOf(value)?.toUpperCase()),
  'exact text': (value) => (textOf(value) === '' ? null : textOf(value)),
  id: (value) => {
    if (value instanceof SObject) return value.id;
    const text = textOf(value);
    if (text === '') return null;
    return text === undefined ? undefined : idOf(text);
  },
  integer: (value) => (value instanceof Decimal ? value.toNumber() : value instanceof ApexDouble ? value.value : numberOf(value)),
  decimal: (value) => {
    if (value instanceof Decimal) return value;
    if (typeof value === 'number') return Decimal.fromInteger(value);
    if (typeof value === 'bigint') return Decimal.fromLong(value);
    return value instanceof ApexDouble ? Decimal.fromDouble(value.value) : undefined;
  },
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  date: (value) =>
    value instanceof ApexDate ? value.days : value instanceof ApexDatetime ? Math.floor(value.epoch / MILLIS_PER_DAY) : undefined,
  datetime: (value) => (value instanceof ApexDatetime ? value.epoch : value instanceof ApexDate ? value.days * MILLIS_PER_DAY : undefined),
  time: (value) => (value instanceof ApexTime ? value.millis : undefined),
};

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof ApexId) return value.value;
  return value instanceof ApexEnumValue ? value.name : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
}

function idOf(text: string): string {
  const id = normalizeId(text);
  if (id === null) throw new ApexFault('System.QueryException', `invalid ID field: ${text}`);
  return id;
}

export function areEqual(left: Comparable | null, right: Comparable | null): boolean {
  if (left === right) return true;
  return left instanceof Decimal && right instanceof Decimal && left.equals(right);
}

/** Of two values of one kind. Negative, zero or positive. */
export function compare(left: Comparable, right: Comparable): number {
  if (left instanceof Decimal) return right instanceof Decimal ? left.compareTo(right) : 0;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same for equal values, for sets and groups. */
export function comparableKey(value: Comparable | null): string | number | boolean | null {
  return value instanceof Decimal ? value.stripTrailingZeros().toPlainString() : value;
}
