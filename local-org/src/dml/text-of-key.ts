import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexDouble} from '../apex/runtime/double.ts';

/** The value of an external id, text or number, as messages show it. */
export function textOfKey(value: unknown): string {
  if (value instanceof Decimal) return value.toPlainString();
  return value instanceof ApexDouble ? String(value.value) : String(value);
}
