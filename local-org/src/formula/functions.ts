/** Functions whose arguments are all evaluated, and have one type each (Salesforce Help, "Formula Operators and Functions by Category"). */
import {ApexDate, isDay, MILLIS_PER_DAY} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexTime} from '../apex/runtime/time.ts';
import {FormulaEvaluationError, type FormulaContext} from './formula-context.ts';
import type {FormulaType} from './formula-types.ts';
import {textOf} from './operators.ts';

export interface FormulaFunction {
  /** Types of the arguments; those after `required` may be left out, the last repeats where `isVariadic`. */
  readonly parameters: readonly FormulaType[];
  readonly required: number;
  readonly isVariadic: boolean;
  readonly result: FormulaType;
  /** Blank arguments are null. */
  readonly apply: (values: readonly unknown[], context: FormulaContext) => unknown;
}

function define(
  parameters: readonly FormulaType[],
  result: FormulaType,
  apply: FormulaFunction['apply'],
  required = parameters.length,
): FormulaFunction {
  return {parameters, required, isVariadic: false, result, apply};
}

const number = (value: number): Decimal => Decimal.fromLong(BigInt(value));

/** A function of numbers that is blank where one of them is. */
function numeric(parameters: number, apply: (...values: Decimal[]) => Decimal, required = parameters): FormulaFunction {
  const types = Array.from({length: parameters}, () => 'number' as const);
  return define(types, 'number', (values) => (values.every((value) => value instanceof Decimal) ? apply(...values) : null), required);
}

/** A function of a text that is blank where the text is. */
function textual(parameters: readonly FormulaType[], apply: (text: string, ...rest: unknown[]) => string): FormulaFunction {
  return define(['text', ...parameters], 'text', ([text, ...rest]) => {
    if (typeof text !== 'string' || rest.includes(null)) return null;
    const result = apply(text, ...rest);
    return result === '' ? null : result;
  });
}

/** `BEGINS` and `CONTAINS`: every text begins with nothing, and nothing is known of a blank one. */
function textTest(test: (text: string, part: string) => boolean): FormulaFunction {
  return define(['text', 'text'], 'boolean', ([text, part]) => {
    if (textOf(part) === '') return true;
    return textOf(text) === '' ? null : test(textOf(text), textOf(part));
  });
}

function dayPart(part: (day: ApexDate) => number): FormulaFunction {
  return define(['date'], 'number', ([day]) => (day instanceof ApexDate ? number(part(day)) : null));
}

function timePart(part: (millis: number) => number): FormulaFunction {
  return define(['time'], 'number', ([time]) => (time instanceof ApexTime ? number(part(time.millis)) : null));
}

function extreme(sign: 1 | -1): FormulaFunction {
  const apply = (values: readonly unknown[]): unknown =>
    values.every((value) => value instanceof Decimal)
      ? values.reduce((best, value) => (value.compareTo(best) * sign > 0 ? value : best))
      : null;
  return {parameters: ['number'], required: 1, isVariadic: true, result: 'number', apply};
}

const count = (value: unknown): number => Math.trunc((value as Decimal).toNumber());

function padding(isLeft: boolean): FormulaFunction {
  return define(
    ['text', 'number', 'text'],
    'text',
    ([text, length, fill]) => {
      if (typeof text !== 'string' || !(length instanceof Decimal)) return null;
      const size = count(length);
      const pad = typeof fill === 'string' ? fill : ' ';
      if (text.length >= size) return text.slice(0, size);
      return isLeft ? text.padStart(size, pad) : text.padEnd(size, pad);
    },
    2,
  );
}

/** Rounds halves away from zero; a negative number of places rounds before the point. */
function round(value: Decimal, places: Decimal): Decimal {
  const scale = count(places);
  const rounded = value.setScale(scale, 'HALF_UP');
  return scale < 0 ? rounded.setScale(0, 'UNNECESSARY') : rounded;
}

export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  ABS: numeric(1, (value) => value.abs()),
  CEILING: numeric(1, (value) => value.setScale(0, 'UP')),
  FLOOR: numeric(1, (value) => value.setScale(0, 'DOWN')),
  MCEILING: numeric(1, (value) => value.setScale(0, 'CEILING')),
  MFLOOR: numeric(1, (value) => value.setScale(0, 'FLOOR')),
  ROUND: numeric(2, (value, places) => round(value, places)),
  TRUNC: numeric(2, (value, places = Decimal.ZERO) => value.setScale(count(places), 'DOWN'), 1),
  MOD: numeric(2, (value, divisor) => {
    if (divisor.isZero()) throw new FormulaEvaluationError('Division by zero');
    return value.subtract(divisor.multiply(value.divide(divisor).setScale(0, 'DOWN')));
  }),
  MAX: extreme(1),
  MIN: extreme(-1),
  SQRT: numeric(1, (value) => {
    if (value.signum() < 0) throw new FormulaEvaluationError('The square root of a negative number');
    return Decimal.fromDouble(Math.sqrt(value.toNumber()));
  }),
  EXP: numeric(1, (value) => Decimal.fromDouble(Math.exp(value.toNumber()))),
  LEN: define(['text'], 'number', ([text]) => number(textOf(text).length)),
  TRIM: textual([], (text) => text.trim()),
  UPPER: define(['text', 'text'], 'text', ([text]) => (typeof text === 'string' ? text.toUpperCase() : null), 1),
  LOWER: define(['text', 'text'], 'text', ([text]) => (typeof text === 'string' ? text.toLowerCase() : null), 1),
  LEFT: textual(['number'], (text, length) => text.slice(0, Math.max(0, count(length)))),
  RIGHT: textual(['number'], (text, length) => (count(length) <= 0 ? '' : text.slice(-count(length)))),
  MID: textual(['number', 'number'], (text, start, length) => {
    const from = Math.max(1, count(start)) - 1;
    return text.slice(from, from + Math.max(0, count(length)));
  }),
  SUBSTITUTE: define(['text', 'text', 'text'], 'text', ([text, old, replacement]) => {
    if (typeof text !== 'string' || typeof old !== 'string') return null;
    const result = text.replaceAll(old, () => textOf(replacement));
    return result === '' ? null : result;
  }),
  REVERSE: textual([], (text) => [...text].reverse().join('')),
  LPAD: padding(true),
  RPAD: padding(false),
  FIND: define(
    ['text', 'text', 'number'],
    'number',
    ([part, text, start]) => {
      const from = start instanceof Decimal ? count(start) : 1;
      return from < 1 || textOf(part) === '' ? Decimal.ZERO : number(textOf(text).indexOf(textOf(part), from - 1) + 1);
    },
    2,
  ),
  BEGINS: textTest((text, part) => text.startsWith(part)),
  CONTAINS: textTest((text, part) => text.includes(part)),
  VALUE: define(['text'], 'number', ([text]) => {
    if (typeof text !== 'string') return null;
    const value = Decimal.parse(text.trim());
    if (value === null) throw new FormulaEvaluationError(`"${text}" is not a number`);
    return value;
  }),
  ISNUMBER: define(['text'], 'boolean', ([text]) => typeof text === 'string' && Decimal.parse(text.trim()) !== null),
  DATE: define(['number', 'number', 'number'], 'date', ([year, month, day]) => {
    if (year === null || month === null || day === null) return null;
    if (!isDay(count(year), count(month), count(day)) || count(year) < 1 || count(year) > 9999) {
      throw new FormulaEvaluationError('Month or Day out of range in DATE() function');
    }
    return ApexDate.of(count(year), count(month), count(day));
  }),
  ADDMONTHS: define(['date', 'number'], 'date', ([day, months]) => addMonths(day, months)),
  YEAR: dayPart((day) => day.year()),
  MONTH: dayPart((day) => day.month()),
  DAY: dayPart((day) => day.day()),
  WEEKDAY: dayPart((day) => day.dayOfWeek() + 1),
  DAYOFYEAR: dayPart((day) => day.dayOfYear()),
  HOUR: timePart((millis) => Math.floor(millis / 3_600_000)),
  MINUTE: timePart((millis) => Math.floor(millis / 60_000) % 60),
  SECOND: timePart((millis) => Math.floor(millis / 1000) % 60),
  MILLISECOND: timePart((millis) => millis % 1000),
  TODAY: define([], 'date', (_values, {globals}) => new ApexDatetime(globals.now()).date(globals.userZone())),
  NOW: define([], 'datetime', (_values, {globals}) => new ApexDatetime(Math.floor(globals.now() / 1000) * 1000)),
  TIMENOW: define([], 'time', (_values, {globals}) => ApexTime.wrap(globals.now() % MILLIS_PER_DAY)),
  ISNEW: define([], 'boolean', (_values, {isNew}) => isNew),
  ISCLONE: define([], 'boolean', (_values, {isClone}) => isClone),
};

/** The same day of the month; the last day of a month stays the last day (Salesforce Help, "ADDMONTHS"). */
function addMonths(day: unknown, months: unknown): ApexDate | null {
  if (!(day instanceof ApexDate) || months === null) return null;
  const moved = day.addMonths(count(months));
  const isLast = day.addDays(1).day() === 1;
  return isLast ? ApexDate.of(moved.year(), moved.month() + 1, 1).addDays(-1) : moved;
}
