/** Values in the form in which the database keeps them. */
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';

/**
 * Text loses the blanks around it, and empty text is null ("String field values … can never be empty (only null), and they can never include
 * leading and trailing whitespace", Apex Developer Guide, "Primitive Data Types"); times lose their milliseconds; numbers are rounded half up
 * to the scale of their field.
 */
export function storedForm(field: FieldDescriptor, value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') return trimmed(value);
  if (value instanceof ApexDatetime && value.epoch % 1000 !== 0) return new ApexDatetime(Math.floor(value.epoch / 1000) * 1000);
  if (value instanceof Decimal && field.scale !== null && value.scale > field.scale && isRounded(field)) {
    return value.setScale(field.scale, 'HALF_UP');
  }
  return value;
}

/** Standard amounts (`Account.AnnualRevenue`) keep what is after the point although they are shown without (observed). */
function isRounded(field: FieldDescriptor): boolean {
  return field.isCustom || field.type !== 'Currency';
}

/** Without what Java takes for blanks, which no-break spaces are not; null where nothing is left. */
function trimmed(text: string): string | null {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return start === end ? null : text.slice(start, end);
}
