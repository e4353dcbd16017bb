/** An Apex Double. Wrapped, so that it is told apart from an Integer in an Object, a list or a map. */
export class ApexDouble {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  /** As Java's `Double.toString`, which is what `String.valueOf` shows: `1.0`, `1.0E7`, `1.234E-5`. */
  toString(): string {
    return doubleToString(this.value);
  }
}

/** Decimal notation from 10^-3 up to 10^7, computerized scientific notation outside (java.lang.Double.toString). */
export function doubleToString(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return text.includes('.') ? text : text + '.0';
  }
  const text = value.toExponential();
  const at = text.indexOf('e');
  const mantissa = text.slice(0, at);
  return (mantissa.includes('.') ? mantissa : mantissa + '.0') + 'E' + String(Number(text.slice(at + 1)));
}
