/** The smallest and largest Long: 64 bits, two's complement. */
export const MIN_LONG = -(2n ** 63n);
export const MAX_LONG = 2n ** 63n - 1n;
export const MIN_INTEGER = -(2 ** 31);
export const MAX_INTEGER = 2 ** 31 - 1;

/** Wraps around at 64 bits, as Long arithmetic does. */
export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** The low 32 bits of a Long, as `Long.intValue` and the cast to Integer have them. */
export function lowInteger(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

/** A Double cut off towards zero and held within 64 bits; NaN becomes 0 (Java's narrowing conversion). */
export function doubleToLongSaturating(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return MAX_LONG;
  if (value <= -(2 ** 63)) return MIN_LONG;
  return BigInt(Math.trunc(value));
}

/** A Double cut off towards zero and held within 32 bits; NaN becomes 0 (Java's narrowing conversion). */
export function doubleToIntegerSaturating(value: number): number {
  if (Number.isNaN(value)) return 0;
  if (value >= MAX_INTEGER) return MAX_INTEGER;
  if (value <= MIN_INTEGER) return MIN_INTEGER;
  return Math.trunc(value) + 0;
}
