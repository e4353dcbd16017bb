import {doubleToString} from './double.ts';
import {mathFault} from './fault.ts';
import {divideRounding, magnitude, type RoundingMode} from './rounding.ts';

/**
 * An Apex Decimal: an unscaled whole number and the number of its digits after the point. Immutable.
 *
 * Most amounts fit a JavaScript number, which calculates some ten times faster than a BigInt: the unscaled value is a number whenever it is a safe
 * integer and a BigInt only otherwise, so that two equal values always have the same representation.
 *
 * Results have Java's scales (`java.math.BigDecimal`, on which Apex's Decimal is built: "Decimal Class", Apex Reference Guide): the larger scale for
 * sums, the sum of scales for products, for quotients see {@link Decimal.divide}.
 */
export class Decimal {
  /** A number when it is a safe integer, a BigInt otherwise. */
  readonly unscaled: number | bigint;
  readonly scale: number;

  /** @internal use the factories, which normalise. */
  constructor(unscaled: number | bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static readonly ZERO = new Decimal(0, 0);
  static readonly ONE = new Decimal(1, 0);

  /** `unscaled × 10^-scale`. */
  static of(unscaled: bigint, scale: number): Decimal {
    return new Decimal(normalized(unscaled), scale);
  }

  static fromInteger(value: number): Decimal {
    return new Decimal(value, 0);
  }

  static fromLong(value: bigint): Decimal {
    return new Decimal(normalized(value), 0);
  }

  /** As many places as the Double shows: `Decimal.valueOf(1.5)` has scale 1, of `2.0` too ("Primitive Data Types": converted to a String first). */
  static fromDouble(value: number): Decimal {
    const parsed = Decimal.parse(doubleToString(value));
    if (parsed === null) throw mathFault('Infinite or NaN');
    return parsed;
  }

  /** Reads a number as Java's `BigDecimal(String)` does: sign, digits, point, exponent. Null for anything else. */
  static parse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
    if (match === null) return null;
    const whole = match[2] ?? '';
    const fraction = match[3] ?? '';
    if (whole === '' && fraction === '') return null;
    const digits = whole + fraction;
    const scale = fraction.length - Number(match[4] ?? '0');
    const negative = match[1] === '-';
    if (digits.length <= 15) return new Decimal((negative ? -Number(digits) : Number(digits)) + 0, scale);
    return Decimal.of(negative ? -BigInt(digits) : BigInt(digits), scale);
  }

  add(other: Decimal): Decimal {
    if (this.scale === other.scale) return sum(this.unscaled, other.unscaled, this.scale);
    if (this.scale > other.scale) return sum(this.unscaled, shifted(other.unscaled, this.scale - other.scale), this.scale);
    return sum(shifted(this.unscaled, other.scale - this.scale), other.unscaled, other.scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    const scale = this.scale + other.scale;
    if (typeof this.unscaled === 'number' && typeof other.unscaled === 'number') {
      const product = this.unscaled * other.unscaled;
      if (Number.isSafeInteger(product)) return new Decimal(product + 0, scale);
    }
    return Decimal.of(BigInt(this.unscaled) * BigInt(other.unscaled), scale);
  }

  /**
   * The `/` operator: exact where at most {@link DIVISION_PRECISION} significant digits show it, else rounded half up to that many; without trailing
   * zeros beyond the difference of the operands' scales. Observed on the platform: `1 / 3` has 33 digits, `1 / 31` has scale 34 (no document states it).
   * The divisor must not be zero.
   */
  divide(divisor: Decimal): Decimal {
    const difference = this.scale - divisor.scale;
    const preferred = Math.max(0, difference);
    if (this.unscaled === 0) return new Decimal(0, preferred);
    return quickQuotient(this, divisor, difference) ?? longQuotient(this, divisor, preferred);
  }

  /** `Decimal.divide(divisor, scale, roundingMode)`. */
  divideToScale(divisor: Decimal, scale: number, mode: RoundingMode): Decimal {
    if (divisor.unscaled === 0) throw mathFault('Divide by 0');
    const power = scale - this.scale + divisor.scale;
    const dividend = BigInt(this.unscaled);
    const by = BigInt(divisor.unscaled);
    const quotient =
      power >= 0 ? divideRounding(dividend * bigPowerOfTen(power), by, mode) : divideRounding(dividend, by * bigPowerOfTen(-power), mode);
    return Decimal.of(quotient, scale);
  }

  negate(): Decimal {
    return new Decimal(typeof this.unscaled === 'number' ? 0 - this.unscaled : -this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0 ? this.negate() : this;
  }

  setScale(scale: number, mode: RoundingMode): Decimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new Decimal(shifted(this.unscaled, scale - this.scale), scale);
    const {unscaled} = this;
    const power = this.scale - scale;
    if (typeof unscaled === 'number' && power <= 15 && unscaled % powerOfTen(power) === 0) {
      return new Decimal(unscaled / powerOfTen(power) + 0, scale);
    }
    return Decimal.of(divideRounding(BigInt(unscaled), bigPowerOfTen(power), mode), scale);
  }

  /** Rounded to a whole number, as `Decimal.round`. */
  round(mode: RoundingMode): bigint {
    return BigInt(this.setScale(0, mode).unscaled);
  }

  /** The whole part, without what is after the point. */
  truncate(): bigint {
    return this.round('DOWN');
  }

  /** `exponent` is from 0 to 32,767. */
  pow(exponent: number): Decimal {
    return Decimal.of(BigInt(this.unscaled) ** BigInt(exponent), this.scale * exponent);
  }

  /** The same value with the smallest scale, which may be negative; zero becomes scale 0. */
  stripTrailingZeros(): Decimal {
    return this.unscaled === 0 ? Decimal.ZERO : stripped(BigInt(this.unscaled), this.scale, Number.NEGATIVE_INFINITY);
  }

  /** Compares values: 1.0 and 1.00 are the same. Negative, zero or positive. */
  compareTo(other: Decimal): number {
    const left = this.scale >= other.scale ? this.unscaled : shifted(this.unscaled, other.scale - this.scale);
    const right = other.scale >= this.scale ? other.unscaled : shifted(other.unscaled, this.scale - other.scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** `==`: by value, whatever the scales. */
  equals(other: Decimal): boolean {
    return this.scale === other.scale ? this.unscaled === other.unscaled : this.compareTo(other) === 0;
  }

  /** Equality of elements and keys of collections: 1.0 and 1.00 differ (observed on the platform: a Map<Decimal, …> holds 10 and 10.0 apart). */
  identical(other: Decimal): boolean {
    return this.scale === other.scale && this.unscaled === other.unscaled;
  }

  isZero(): boolean {
    return this.unscaled === 0;
  }

  signum(): number {
    return this.unscaled > 0 ? 1 : this.unscaled < 0 ? -1 : 0;
  }

  /** The number of digits of the unscaled value; 1 for zero. */
  precision(): number {
    return digitsOf(this.unscaled).length;
  }

  toNumber(): number {
    return this.scale === 0 ? Number(this.unscaled) : Number(this.toString());
  }

  /** As Java's `BigDecimal.toString`: with an exponent where the scale is negative or the number smaller than 10^-6. */
  toString(): string {
    if (this.scale === 0) return String(this.unscaled);
    const digits = digitsOf(this.unscaled);
    const exponent = digits.length - 1 - this.scale;
    if (this.scale > 0 && exponent >= -6) return plain(this.unscaled < 0, digits, this.scale);
    const mantissa = digits.length > 1 ? digits.charAt(0) + '.' + digits.slice(1) : digits;
    const suffix = exponent === 0 ? '' : (exponent > 0 ? 'E+' : 'E') + String(exponent);
    return (this.unscaled < 0 ? '-' : '') + mantissa + suffix;
  }

  /** Without exponent. */
  toPlainString(): string {
    if (this.scale === 0) return String(this.unscaled);
    if (this.scale < 0) return this.unscaled === 0 ? '0' : String(this.unscaled) + '0'.repeat(-this.scale);
    return plain(this.unscaled < 0, digitsOf(this.unscaled), this.scale);
  }
}

/** Significant digits of a quotient that doesn't end. */
export const DIVISION_PRECISION = 33;

const DIVISION_LIMIT = 10n ** BigInt(DIVISION_PRECISION);

function plain(negative: boolean, digits: string, scale: number): string {
  const padded = digits.length > scale ? digits : '0'.repeat(scale - digits.length + 1) + digits;
  return (negative ? '-' : '') + padded.slice(0, padded.length - scale) + '.' + padded.slice(padded.length - scale);
}

function digitsOf(unscaled: number | bigint): string {
  return String(unscaled < 0 ? -unscaled : unscaled);
}

function sum(left: number | bigint, right: number | bigint, scale: number): Decimal {
  if (typeof left === 'number' && typeof right === 'number') {
    const total = left + right;
    if (Number.isSafeInteger(total)) return new Decimal(total + 0, scale);
  }
  return Decimal.of(BigInt(left) + BigInt(right), scale);
}

/** Tries quotients that end within a few digits, which is what amounts, rates and percentages mostly do. */
function quickQuotient(left: Decimal, right: Decimal, difference: number): Decimal | null {
  if (typeof left.unscaled !== 'number' || typeof right.unscaled !== 'number') return null;
  for (let places = Math.max(0, -difference); places <= 8 + Math.max(0, -difference); places++) {
    const dividend = left.unscaled * powerOfTen(places);
    if (!Number.isSafeInteger(dividend)) return null;
    if (dividend % right.unscaled === 0) return new Decimal(dividend / right.unscaled + 0, difference + places);
  }
  return null;
}

function longQuotient(left: Decimal, right: Decimal, preferred: number): Decimal {
  const dividend = BigInt(left.unscaled);
  const divisor = BigInt(right.unscaled);
  let places = DIVISION_PRECISION + right.precision() - left.precision();
  if (magnitude(shiftedQuotient(dividend, divisor, places)) >= DIVISION_LIMIT) places--;
  const quotient =
    places >= 0
      ? divideRounding(dividend * bigPowerOfTen(places), divisor, 'HALF_UP')
      : divideRounding(dividend, divisor * bigPowerOfTen(-places), 'HALF_UP');
  const result = stripped(quotient, left.scale - right.scale + places, preferred);
  return result.scale < 0 ? result.setScale(0, 'UNNECESSARY') : result;
}

function shiftedQuotient(dividend: bigint, divisor: bigint, places: number): bigint {
  return places >= 0 ? (dividend * bigPowerOfTen(places)) / divisor : dividend / (divisor * bigPowerOfTen(-places));
}

function stripped(unscaled: bigint, scale: number, preferred: number): Decimal {
  let digits = unscaled;
  let places = scale;
  while (places > preferred && digits % 10n === 0n) {
    digits /= 10n;
    places--;
  }
  return Decimal.of(digits, places);
}

function normalized(value: bigint): number | bigint {
  return value <= SAFE && value >= -SAFE ? Number(value) : value;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function shifted(unscaled: number | bigint, places: number): number | bigint {
  if (typeof unscaled === 'number' && places <= 15) {
    const product = unscaled * powerOfTen(places);
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalized(BigInt(unscaled) * bigPowerOfTen(places));
}

const POWERS = Array.from({length: 16}, (_, power) => 10 ** power);

/** Exact up to 10^15; infinite beyond, so that the safe-integer test fails. */
function powerOfTen(power: number): number {
  return POWERS[power] ?? Number.POSITIVE_INFINITY;
}

function bigPowerOfTen(power: number): bigint {
  return 10n ** BigInt(power);
}
