/** What formulas there are before formulas are evaluated: plain default values, and refusals for the rest. */
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexDouble} from '../apex/runtime/double.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import type {FieldDefaults} from '../dml/org-save-environment.ts';
import type {ValidationRules} from '../dml/save-environment.ts';

export function refusedFormula(object: SObjectDescriptor, _row: unknown, field: FieldDescriptor): never {
  throw new UnsupportedError(`U501 Formula fields are not evaluated: ${object.name}.${field.name}.`);
}

/** Records of an object with active validation rules can't be saved, since nobody could tell whether they are valid. */
export const refusedRules: ValidationRules = {
  check(object) {
    const [rule] = object.validationRules;
    if (rule === undefined) return [];
    throw new UnsupportedError(`U502 Validation rules are not evaluated: ${object.name}.${rule.name} (${rule.path}:${String(rule.line)}).`);
  },
};

/** Default values that are no more than a value: `true`, `0.5`, `"text"`, the default of a picklist. */
export const literalDefaults: FieldDefaults = {
  of(field) {
    const chosen = field.picklist?.values.find((value) => value.isDefault);
    if (chosen !== undefined) return chosen.value;
    return field.defaultValue === null ? undefined : literal(field, field.defaultValue.trim());
  },
};

function literal(field: FieldDescriptor, text: string): unknown {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return numberOf(field, text);
  const quoted = /^(["'])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  throw new UnsupportedError(`U503 The default value of ${field.name} is a formula: ${text}.`);
}

function numberOf(field: FieldDescriptor, text: string): unknown {
  switch (field.valueType) {
    case 'Integer':
      return Number(text);
    case 'Long':
      return BigInt(text);
    case 'Double':
      return new ApexDouble(Number(text));
    default:
      return Decimal.parse(text);
  }
}
