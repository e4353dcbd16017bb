import {Decimal} from '../apex/runtime/decimal.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';
import type {FormulaContext} from './formula-context.ts';

/** `null` is the type of the literal, which fits everywhere. Values: string, Decimal, boolean, ApexDate, ApexDatetime, ApexTime, and null for blank. */
export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'null';

/** A part of a formula, bound to an object. */
export interface Bound {
  readonly type: FormulaType;
  readonly evaluate: (context: FormulaContext) => unknown;
  /** Where it is a field of the record itself or of a parent: by which `ISCHANGED` and `PRIORVALUE` read what was. */
  readonly reference?: {readonly field: FieldDescriptor; readonly isOwn: boolean};
  /** Where it is a text literal, which `ISPICKVAL` and `CASE` want. */
  readonly literal?: string;
}

/** Null for fields that formulas can't use (files, addresses). */
export function formulaTypeOf(field: FieldDescriptor): FormulaType | null {
  if (field.type === 'Picklist') return 'picklist';
  if (field.type === 'MultiPicklist') return 'multipicklist';
  switch (field.valueType) {
    case 'Id':
    case 'String':
      return 'text';
    case 'Boolean':
      return 'boolean';
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal':
      return 'number';
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

/** A field's value as formulas have it: whole numbers are Decimals too. Blank text and blank numbers stay null. */
export function formulaValue(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return Decimal.fromInteger(value);
  return typeof value === 'bigint' ? Decimal.fromLong(value) : value;
}
