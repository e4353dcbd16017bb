import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {groupDigits} from '../text/number-format.ts';
import {typeFault} from '../../runtime/fault.ts';
import {lowInteger, wrapLong} from '../../runtime/long.ts';

/** Apex Reference Guide, "Long Class". */
export const longClass = defineClass('System.Long', {
  'format()': (_rt, self: bigint) => groupDigits(String(self)),
  'intValue()': (_rt, self: bigint) => lowInteger(self),
  'valueOf(String)': (_rt, text: string | null) => parseLong(required(text)),
});

/** Java's `Long.parseLong`. */
export function parseLong(text: string): bigint {
  const value = /^[+-]?\d{1,20}$/.test(text) ? BigInt(text.startsWith('+') ? text.slice(1) : text) : null;
  if (value === null || wrapLong(value) !== value) throw typeFault(`Invalid long: ${text}`);
  return value;
}
