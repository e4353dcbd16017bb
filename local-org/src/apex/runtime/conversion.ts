/**
 * Conversions between Apex's numbers: `<from>To<To>`. Null stays null. Widening ones are implicit in Apex (Apex Developer Guide, "Rules of
 * Conversion"); narrowing ones are casts and cut as Java's do.
 */
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {doubleToIntegerSaturating, doubleToLongSaturating, lowInteger, wrapLong} from './long.ts';

export function integerToLong(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

export function integerToDouble(value: number | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(value);
}

export function integerToDecimal(value: number | null): Decimal | null {
  return value === null ? null : Decimal.fromInteger(value);
}

export function longToInteger(value: bigint | null): number | null {
  return value === null ? null : lowInteger(value);
}

export function longToDouble(value: bigint | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(Number(value));
}

export function longToDecimal(value: bigint | null): Decimal | null {
  return value === null ? null : Decimal.fromLong(value);
}

export function doubleToInteger(value: ApexDouble | null): number | null {
  return value === null ? null : doubleToIntegerSaturating(value.value);
}

export function doubleToLong(value: ApexDouble | null): bigint | null {
  return value === null ? null : doubleToLongSaturating(value.value);
}

export function doubleToDecimal(value: ApexDouble | null): Decimal | null {
  return value === null ? null : Decimal.fromDouble(value.value);
}

export function decimalToInteger(value: Decimal | null): number | null {
  return value === null ? null : lowInteger(value.truncate());
}

export function decimalToLong(value: Decimal | null): bigint | null {
  return value === null ? null : wrapLong(value.truncate());
}

export function decimalToDouble(value: Decimal | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(value.toNumber());
}
