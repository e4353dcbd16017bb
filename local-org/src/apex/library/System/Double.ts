import {required, someValue} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {formatDecimal} from '../text/number-format.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {typeFault} from '../../runtime/fault.ts';
import {doubleToIntegerSaturating, doubleToLongSaturating} from '../../runtime/long.ts';

/** Apex Reference Guide, "Double Class". */
export const doubleClass = defineClass('System.Double', {
  'format()': (_rt, self: ApexDouble) => formatDecimal(Decimal.fromDouble(self.value)),
  'intValue()': (_rt, self: ApexDouble) => doubleToIntegerSaturating(self.value),
  'longValue()': (_rt, self: ApexDouble) => doubleToLongSaturating(self.value),
  'round()': (_rt, self: ApexDouble) => roundHalfUp(self.value),
  'valueOf(String)': (_rt, text: string | null) => parseDouble(required(text)),
  'valueOf(Object)': (_rt, value: unknown) => doubleOf(someValue('Double', value)),
});

/** To the next whole number, halves upwards (Java's `Math.round`; observed on the platform for `Double.round`). */
export function roundHalfUp(value: number): bigint {
  return doubleToLongSaturating(Math.floor(value + 0.5));
}

/** Java's `Double.parseDouble`, which allows white space around the number. */
function parseDouble(text: string): ApexDouble {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) throw typeFault(`Invalid double: ${text}`);
  return new ApexDouble(parseFloat(trimmed));
}

function doubleOf(value: unknown): ApexDouble {
  if (value instanceof ApexDouble) return value;
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
  if (value instanceof Decimal) return new ApexDouble(value.toNumber());
  throw typeFault(`Invalid double: ${String(value)}`);
}
