import {required, someValue} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {groupDigits} from '../text/number-format.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {typeFault} from '../../runtime/fault.ts';
import {doubleToIntegerSaturating, lowInteger, MAX_INTEGER, MIN_INTEGER} from '../../runtime/long.ts';

/** Apex Reference Guide, "Integer Class". */
export const integerClass = defineClass('System.Integer', {
  'format()': (_rt, self: number) => groupDigits(String(self)),
  'valueOf(String)': (_rt, text: string | null) => parseInteger(required(text)),
  'valueOf(Object)': (_rt, value: unknown) => integerOf(someValue('Integer', value)),
});

/** Java's `Integer.parseInt`. */
export function parseInteger(text: string): number {
  const value = /^[+-]?\d{1,11}$/.test(text) ? Number(text) + 0 : Number.NaN;
  if (Number.isNaN(value) || value > MAX_INTEGER || value < MIN_INTEGER) throw typeFault(`Invalid integer: ${text}`);
  return value;
}

function integerOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseInteger(value);
  if (typeof value === 'bigint') return lowInteger(value);
  if (value instanceof ApexDouble) return doubleToIntegerSaturating(value.value);
  if (value instanceof Decimal) return lowInteger(value.truncate());
  throw typeFault(`Invalid integer: ${String(value)}`);
}
