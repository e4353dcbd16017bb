/** `System.Math` (Apex Reference Guide, "Math Class"). Functions of Decimals are those of Doubles, their result read as a Decimal. */
import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {roundHalfUp} from './Double.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {mathFault} from '../../runtime/fault.ts';
import {MAX_INTEGER, MIN_INTEGER, wrapLong} from '../../runtime/long.ts';

type Amount = Decimal | null;
type Float = ApexDouble | null;
type Whole = number | null;
type Big = bigint | null;

export const mathClass = defineClass('System.Math', {
  'get E': () => new ApexDouble(Math.E),
  'get PI': () => new ApexDouble(Math.PI),
  'abs(Decimal)': (_rt, x: Amount) => required(x).abs(),
  'abs(Double)': (_rt, x: Float) => new ApexDouble(Math.abs(required(x).value)),
  'abs(Integer)': (_rt, x: Whole) => Math.abs(required(x)) | 0,
  'abs(Long)': (_rt, x: Big) => (required(x) < 0n ? wrapLong(-required(x)) : required(x)),
  'acos(Decimal)': (_rt, x: Amount) => ofDecimal(Math.acos, required(x)),
  'acos(Double)': (_rt, x: Float) => new ApexDouble(Math.acos(required(x).value)),
  'asin(Decimal)': (_rt, x: Amount) => ofDecimal(Math.asin, required(x)),
  'asin(Double)': (_rt, x: Float) => new ApexDouble(Math.asin(required(x).value)),
  'atan(Decimal)': (_rt, x: Amount) => ofDecimal(Math.atan, required(x)),
  'atan(Double)': (_rt, x: Float) => new ApexDouble(Math.atan(required(x).value)),
  'cbrt(Decimal)': (_rt, x: Amount) => ofDecimal(Math.cbrt, required(x)),
  'cbrt(Double)': (_rt, x: Float) => new ApexDouble(Math.cbrt(required(x).value)),
  'cos(Decimal)': (_rt, x: Amount) => ofDecimal(Math.cos, required(x)),
  'cos(Double)': (_rt, x: Float) => new ApexDouble(Math.cos(required(x).value)),
  'cosh(Decimal)': (_rt, x: Amount) => ofDecimal(Math.cosh, required(x)),
  'cosh(Double)': (_rt, x: Float) => new ApexDouble(Math.cosh(required(x).value)),
  'exp(Decimal)': (_rt, x: Amount) => ofDecimal(Math.exp, required(x)),
  'exp(Double)': (_rt, x: Float) => new ApexDouble(Math.exp(required(x).value)),
  'log(Decimal)': (_rt, x: Amount) => ofDecimal(Math.log, required(x)),
  'log(Double)': (_rt, x: Float) => new ApexDouble(Math.log(required(x).value)),
  'log10(Decimal)': (_rt, x: Amount) => ofDecimal(Math.log10, required(x)),
  'log10(Double)': (_rt, x: Float) => new ApexDouble(Math.log10(required(x).value)),
  'sin(Decimal)': (_rt, x: Amount) => ofDecimal(Math.sin, required(x)),
  'sin(Double)': (_rt, x: Float) => new ApexDouble(Math.sin(required(x).value)),
  'sinh(Decimal)': (_rt, x: Amount) => ofDecimal(Math.sinh, required(x)),
  'sinh(Double)': (_rt, x: Float) => new ApexDouble(Math.sinh(required(x).value)),
  'sqrt(Decimal)': (_rt, x: Amount) => ofDecimal(Math.sqrt, required(x)),
  'sqrt(Double)': (_rt, x: Float) => new ApexDouble(Math.sqrt(required(x).value)),
  'tan(Decimal)': (_rt, x: Amount) => ofDecimal(Math.tan, required(x)),
  'tan(Double)': (_rt, x: Float) => new ApexDouble(Math.tan(required(x).value)),
  'tanh(Decimal)': (_rt, x: Amount) => ofDecimal(Math.tanh, required(x)),
  'tanh(Double)': (_rt, x: Float) => new ApexDouble(Math.tanh(required(x).value)),
  'atan2(Decimal,Decimal)': (_rt, y: Amount, x: Amount) => Decimal.fromDouble(Math.atan2(required(y).toNumber(), required(x).toNumber())),
  'atan2(Double,Double)': (_rt, y: Float, x: Float) => new ApexDouble(Math.atan2(required(y).value, required(x).value)),
  'ceil(Decimal)': (_rt, x: Amount) => required(x).setScale(0, 'CEILING'),
  'ceil(Double)': (_rt, x: Float) => new ApexDouble(Math.ceil(required(x).value)),
  'floor(Decimal)': (_rt, x: Amount) => required(x).setScale(0, 'FLOOR'),
  'floor(Double)': (_rt, x: Float) => new ApexDouble(Math.floor(required(x).value)),
  'max(Decimal,Double)': (_rt, x: Amount, y: Float) => maximum(required(x), Decimal.fromDouble(required(y).value)),
  'max(Decimal,Decimal)': (_rt, x: Amount, y: Amount) => maximum(required(x), required(y)),
  'max(Double,Double)': (_rt, x: Float, y: Float) => new ApexDouble(Math.max(required(x).value, required(y).value)),
  'max(Integer,Integer)': (_rt, x: Whole, y: Whole) => Math.max(required(x), required(y)),
  'max(Long,Long)': (_rt, x: Big, y: Big) => (required(x) >= required(y) ? required(x) : required(y)),
  'min(Decimal,Double)': (_rt, x: Amount, y: Float) => minimum(required(x), Decimal.fromDouble(required(y).value)),
  'min(Decimal,Decimal)': (_rt, x: Amount, y: Amount) => minimum(required(x), required(y)),
  'min(Double,Double)': (_rt, x: Float, y: Float) => new ApexDouble(Math.min(required(x).value, required(y).value)),
  'min(Integer,Integer)': (_rt, x: Whole, y: Whole) => Math.min(required(x), required(y)),
  'min(Long,Long)': (_rt, x: Big, y: Big) => (required(x) <= required(y) ? required(x) : required(y)),
  'mod(Integer,Integer)': (_rt, x: Whole, y: Whole) => remainder(required(x), required(y)),
  'mod(Long,Long)': (_rt, x: Big, y: Big) => longRemainder(required(x), required(y)),
  'pow(Double,Double)': (_rt, x: Float, y: Float) => new ApexDouble(required(x).value ** required(y).value),
  'random()': () => new ApexDouble(Math.random()),
  'rint(Decimal)': (_rt, x: Amount) => required(x).setScale(0, 'HALF_EVEN'),
  'rint(Double)': (_rt, x: Float) => new ApexDouble(halfEven(required(x).value)),
  'round(Decimal)': (_rt, x: Amount) => inInteger(required(x).round('HALF_EVEN')),
  'round(Double)': (_rt, x: Float) => inInteger(roundHalfUp(required(x).value)),
  'roundToLong(Decimal)': (_rt, x: Amount) => inLong(required(x).round('HALF_EVEN')),
  'roundToLong(Double)': (_rt, x: Float) => roundHalfUp(required(x).value),
  'signum(Decimal)': (_rt, x: Amount) => Decimal.fromInteger(required(x).signum()),
  'signum(Double)': (_rt, x: Float) => new ApexDouble(Math.sign(required(x).value)),
});

function ofDecimal(calculate: (value: number) => number, value: Decimal): Decimal {
  return Decimal.fromDouble(calculate(value.toNumber()));
}

function maximum(left: Decimal, right: Decimal): Decimal {
  return left.compareTo(right) >= 0 ? left : right;
}

function minimum(left: Decimal, right: Decimal): Decimal {
  return left.compareTo(right) <= 0 ? left : right;
}

/** With the sign of the dividend. */
function remainder(dividend: number, divisor: number): number {
  if (divisor === 0) throw mathFault('Divide by 0');
  return (dividend % divisor) + 0;
}

function longRemainder(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw mathFault('Divide by 0');
  return dividend % divisor;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const fraction = value - floor;
  if (fraction !== 0.5) return fraction < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

function inInteger(value: bigint): number {
  if (value > BigInt(MAX_INTEGER) || value < BigInt(MIN_INTEGER)) throw mathFault(`Integer overflow: ${String(value)}`);
  return Number(value);
}

function inLong(value: bigint): bigint {
  if (wrapLong(value) !== value) throw mathFault(`Long overflow: ${String(value)}`);
  return value;
}
