import {mathFault} from './fault.ts';

/** The constants of `System.RoundingMode`. */
export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

export const ROUNDING_MODES: readonly RoundingMode[] = [
  'CEILING',
  'DOWN',
  'FLOOR',
  'HALF_DOWN',
  'HALF_EVEN',
  'HALF_UP',
  'UNNECESSARY',
  'UP',
];

/** Divides two whole numbers and rounds the quotient (Apex Reference Guide, "RoundingMode Enum"). The divisor isn't 0. */
export function divideRounding(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const negative = dividend < 0n !== divisor < 0n;
  return roundsAway(quotient, remainder, divisor, negative, mode) ? quotient + (negative ? -1n : 1n) : quotient;
}

function roundsAway(quotient: bigint, remainder: bigint, divisor: bigint, negative: boolean, mode: RoundingMode): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !negative;
    case 'FLOOR':
      return negative;
    case 'UNNECESSARY':
      throw mathFault('Rounding necessary');
    case 'HALF_UP':
    case 'HALF_DOWN':
    case 'HALF_EVEN': {
      const twice = 2n * magnitude(remainder);
      const whole = magnitude(divisor);
      if (twice !== whole) return twice > whole;
      return mode === 'HALF_UP' || (mode === 'HALF_EVEN' && quotient % 2n !== 0n);
    }
  }
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
