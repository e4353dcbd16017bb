/** The form in which values of fields are compared by the database: what is equal has the same key. */
import {ApexDate} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {Decimal} from '../../apex/runtime/decimal.ts';
import {ApexDouble} from '../../apex/runtime/double.ts';
import {ApexTime} from '../../apex/runtime/time.ts';
import type {FieldDescriptor} from '../descriptor.ts';

export type FieldKey = string | number | boolean | bigint;

/** Null for an empty value. Text is folded unless the field tells case; Ids are never folded. */
export function fieldKey(field: FieldDescriptor, value: unknown): FieldKey | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    if (value === '') return null;
    return field.valueType === 'Id' || field.isCaseSensitive ? value : value.toUpperCase();
  }
  return valueKey(value);
}

/** @throws Error for a value that no field holds */
export function valueKey(value: unknown): FieldKey {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value instanceof Decimal) return decimalKey(value);
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return value.epoch;
  if (value instanceof ApexTime) return value.millis;
  throw new Error(`A value of type ${typeof value} can't be compared by the database.`);
}

/** 1, 1.0 and 1.00 are one value. */
function decimalKey(value: Decimal): FieldKey {
  if (value.scale === 0 && typeof value.unscaled === 'number') return value.unscaled;
  const plain = value.stripTrailingZeros();
  return plain.scale <= 0 && Number.isSafeInteger(plain.toNumber()) ? plain.toNumber() : plain.toPlainString();
}
