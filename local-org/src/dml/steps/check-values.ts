/** Lengths, ranges and formats of values, after before triggers had their chance to mend them. */
import {Decimal} from '../../apex/runtime/decimal.ts';
import {ApexDouble} from '../../apex/runtime/double.ts';
import type {FieldDescriptor} from '../../data/descriptor.ts';
import {perObject} from '../per-object.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';
import {storedForm} from '../stored-form.ts';

const checkedFields = perObject(({fields}) =>
  fields.filter((field) => field.formula === null && field.summary === null && !field.isSystem),
);

export function checkValues(request: SaveRequest): void {
  for (const row of goodRows(request)) {
    for (const field of checkedFields(request.object)) {
      const given = row.record.slots[field.index];
      if (given === null || given === undefined || given === row.before?.slots[field.index]) continue;
      const value = storedForm(field, given);
      if (value === null || value === row.before?.slots[field.index]) continue;
      if (typeof value === 'string') checkText(row, field, truncated(request, row, field, value));
      else if (field.precision !== null) checkNumber(row, field, value);
    }
  }
}

/** Something before and something after an @, without blanks; what the platform refuses besides is rarer than what it takes. */
const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]+$/;

/** "Applies to: anyType, email, encryptedstring, multipicklist, phone, picklist, string, textarea" (Apex Reference Guide, "DMLOptions Class", allowFieldTruncation). */
function truncated({allowsTruncation = false}: SaveRequest, row: SaveRow, field: FieldDescriptor, value: string): string {
  const mayCut = (allowsTruncation || row.input.allowsTruncation) && TRUNCATED.has(field.type);
  if (!mayCut || field.length === null || value.length <= field.length) return value;
  const text = value.slice(0, field.length);
  row.record.slots[field.index] = text;
  return text;
}

const TRUNCATED: ReadonlySet<FieldDescriptor['type']> = new Set([
  'AnyType',
  'Email',
  'EncryptedString',
  'MultiPicklist',
  'Phone',
  'Picklist',
  'String',
  'TextArea',
]);

function checkText(row: SaveRow, field: FieldDescriptor, value: string): void {
  if (field.length !== null && field.type !== 'Reference' && field.type !== 'Id' && value.length > field.length) {
    const message = `${field.label}: data value too large: ${value} (max length=${String(field.length)})`;
    refuse(row, 'STRING_TOO_LONG', message, [field.name]);
  } else if (field.type === 'Email' && !EMAIL.test(value)) {
    refuse(row, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
  }
}

function checkNumber(row: SaveRow, field: FieldDescriptor, value: unknown): void {
  const magnitude = Math.abs(Number(textOfNumber(value)));
  if (magnitude < 10 ** ((field.precision ?? 18) - (field.scale ?? 0))) return;
  const message = `${field.label}: value outside of valid range on numeric field: ${textOfNumber(value)}`;
  refuse(row, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}

function textOfNumber(value: unknown): string {
  if (value instanceof Decimal) return value.toPlainString();
  return value instanceof ApexDouble ? String(value.value) : String(value);
}
