/** Numbers as the locale en_US shows them, with at most three digits after the point (`java.text.NumberFormat`, which `format()` uses). */
import type {Decimal} from '../../runtime/decimal.ts';

const FRACTION_DIGITS = 3;

export function formatDecimal(value: Decimal): string {
  const rounded = value.scale > FRACTION_DIGITS ? value.setScale(FRACTION_DIGITS, 'HALF_EVEN') : value;
  const text = rounded.toPlainString();
  const point = text.indexOf('.');
  if (point === -1) return groupDigits(text);
  const fraction = text.slice(point + 1).replace(/0+$/, '');
  return groupDigits(text.slice(0, point)) + (fraction === '' ? '' : '.' + fraction);
}

/** A comma before each three digits. */
export function groupDigits(whole: string): string {
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  let text = '';
  for (let end = digits.length; end > 0; end -= 3) text = digits.slice(Math.max(0, end - 3), end) + (text === '' ? '' : ',' + text);
  return sign + text;
}
