import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {formatDecimal} from '../text/number-format.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {invalidParameter, mathFault, typeFault} from '../../runtime/fault.ts';
import {lowInteger, wrapLong} from '../../runtime/long.ts';
import type {RoundingMode} from '../../runtime/rounding.ts';

/** Apex Reference Guide, "Decimal Class": rounds half to even where no mode is given. */
export const decimalClass = defineClass('System.Decimal', {
  'abs()': (_rt, self: Decimal) => self.abs(),
  'divide(Decimal,Integer)': (_rt, self: Decimal, divisor: Decimal | null, scale: number | null) =>
    self.divideToScale(required(divisor), allowedScale(required(scale)), 'HALF_EVEN'),
  'divide(Decimal,Integer,RoundingMode)': (_rt, self: Decimal, divisor: Decimal | null, scale: number | null, mode: ApexEnumValue | null) =>
    self.divideToScale(required(divisor), allowedScale(required(scale)), modeOf(mode)),
  'doubleValue()': (_rt, self: Decimal) => new ApexDouble(self.toNumber()),
  'format()': (_rt, self: Decimal) => formatDecimal(self),
  'intValue()': (_rt, self: Decimal) => lowInteger(self.truncate()),
  'longValue()': (_rt, self: Decimal) => wrapLong(self.truncate()),
  'pow(Integer)': (_rt, self: Decimal, exponent: number | null) => power(self, required(exponent)),
  'precision()': (_rt, self: Decimal) => self.precision(),
  'round()': (_rt, self: Decimal) => wrapLong(self.round('HALF_EVEN')),
  'round(RoundingMode)': (_rt, self: Decimal, mode: ApexEnumValue | null) => wrapLong(self.round(modeOf(mode))),
  'scale()': (_rt, self: Decimal) => self.scale,
  'setScale(Integer)': (_rt, self: Decimal, scale: number | null) => self.setScale(allowedScale(required(scale)), 'HALF_EVEN'),
  'setScale(Integer,RoundingMode)': (_rt, self: Decimal, scale: number | null, mode: ApexEnumValue | null) =>
    self.setScale(allowedScale(required(scale)), modeOf(mode)),
  'stripTrailingZeros()': (_rt, self: Decimal) => self.stripTrailingZeros(),
  'toPlainString()': (_rt, self: Decimal) => self.toPlainString(),
  'valueOf(Double)': (_rt, value: ApexDouble | null) => Decimal.fromDouble(required(value).value),
  'valueOf(Long)': (_rt, value: bigint | null) => Decimal.fromLong(required(value)),
  'valueOf(String)': (_rt, text: string | null) => parseDecimal(required(text)),
});

const MAX_SCALE = 33;

/** "The scale value must be between –33 and 33." */
function allowedScale(scale: number): number {
  if (scale > MAX_SCALE || scale < -MAX_SCALE) throw invalidParameter(`Invalid scale: ${String(scale)}`);
  return scale;
}

function modeOf(mode: ApexEnumValue | null): RoundingMode {
  return required(mode).name as RoundingMode;
}

/** "The value of exponent must be between 0 and 32,767." */
function power(base: Decimal, exponent: number): Decimal {
  if (exponent < 0 || exponent > 32_767) throw mathFault(`Invalid exponent: ${String(exponent)}`);
  return base.pow(exponent);
}

function parseDecimal(text: string): Decimal {
  const value = Decimal.parse(text);
  if (value === null) throw typeFault(`Invalid decimal: ${text}`);
  return value;
}
