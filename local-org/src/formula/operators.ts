/**
 * Operators of formulas. Blank operands follow Salesforce's published engine (github.com/salesforce/formula-engine): comparisons and arithmetic with a blank
 * give blank, which every decision takes for false; blank text is the empty text.
 */
import {ApexDate, MILLIS_PER_DAY} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexTime} from '../apex/runtime/time.ts';
import type {BinaryOperator} from './formula-ast.ts';
import {FormulaEvaluationError} from './formula-context.ts';
import type {Bound, FormulaType} from './formula-types.ts';

/** Null where the operator doesn't take operands of these types. */
export function bindBinary(operator: BinaryOperator, left: Bound, right: Bound): Bound | null {
  switch (operator) {
    case '&&':
      return areAll([left, right], 'boolean') ? conjunction([left, right]) : null;
    case '||':
      return areAll([left, right], 'boolean') ? disjunction([left, right]) : null;
    case '&':
      return areAll([left, right], 'text') ? concatenation(left, right) : null;
    case '=':
    case '<>':
      return equality(operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, right);
    case '+':
      return left.type === 'text' && right.type === 'text' ? concatenation(left, right) : sum(left, right, 1);
    case '-':
      return sum(left, right, -1);
    case '*':
    case '/':
    case '^':
      return areAll([left, right], 'number') ? arithmetic(operator, left, right) : null;
  }
}

export function areAll(operands: readonly Bound[], type: FormulaType): boolean {
  return operands.every((operand) => operand.type === type || operand.type === 'null');
}

export function conjunction(parts: readonly Bound[]): Bound {
  return {type: 'boolean', evaluate: (context) => parts.every((part) => part.evaluate(context) === true)};
}

export function disjunction(parts: readonly Bound[]): Bound {
  return {type: 'boolean', evaluate: (context) => parts.some((part) => part.evaluate(context) === true)};
}

/** Not blank is blank. */
export function negation(operand: Bound): Bound {
  return {
    type: 'boolean',
    evaluate: (context) => {
      const value = operand.evaluate(context);
      return value === null ? null : value !== true;
    },
  };
}

export function concatenation(left: Bound, right: Bound): Bound {
  return {
    type: 'text',
    evaluate: (context) => {
      const text = textOf(left.evaluate(context)) + textOf(right.evaluate(context));
      return text === '' ? null : text;
    },
  };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isOrdered(type: FormulaType): boolean {
  return type !== 'picklist' && type !== 'multipicklist';
}

function equality(operator: '=' | '<>', left: Bound, right: Bound): Bound | null {
  const type = left.type === 'null' ? right.type : left.type;
  if (!isOrdered(type) || !areAll([left, right], type)) return null;
  const isNegated = operator === '<>';
  return {
    type: 'boolean',
    evaluate: (context) => {
      const same = valuesEqual(left.evaluate(context), right.evaluate(context), type);
      return same === null ? null : same !== isNegated;
    },
  };
}

/** Null where a side is blank, save for text. Text compares with its case. */
export function valuesEqual(left: unknown, right: unknown, type: FormulaType): boolean | null {
  if (type === 'text') return textOf(left) === textOf(right);
  if (left === null || right === null) return null;
  return typeof left === 'boolean' ? left === right : order(left, right) === 0;
}

function comparison(operator: '<' | '<=' | '>' | '>=', left: Bound, right: Bound): Bound | null {
  const type = left.type === 'null' ? right.type : left.type;
  if (!isOrdered(type) || type === 'boolean' || !areAll([left, right], type)) return null;
  return {
    type: 'boolean',
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      if (a === null || b === null) return null;
      const difference = order(a, b);
      return operator === '<' ? difference < 0 : operator === '<=' ? difference <= 0 : operator === '>' ? difference > 0 : difference >= 0;
    },
  };
}

function order(left: unknown, right: unknown): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.epoch - right.epoch;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  const [a, b] = [textOf(left), textOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function arithmetic(operator: '*' | '/' | '^', left: Bound, right: Bound): Bound {
  return {
    type: 'number',
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      if (!(a instanceof Decimal) || !(b instanceof Decimal)) return null;
      if (operator === '*') return a.multiply(b);
      if (operator === '^') return power(a, b);
      if (b.isZero()) throw new FormulaEvaluationError('Division by zero');
      return a.divide(b);
    },
  };
}

function power(base: Decimal, exponent: Decimal): Decimal {
  const whole = exponent.stripTrailingZeros();
  if (whole.scale <= 0 && exponent.signum() >= 0 && exponent.toNumber() <= 64) return base.pow(exponent.toNumber());
  const result = base.toNumber() ** exponent.toNumber();
  if (!Number.isFinite(result)) throw new FormulaEvaluationError('The power is not a number');
  return Decimal.fromDouble(result);
}

/** Numbers; days added to dates and (with fractions) to instants; differences of two dates or instants in days. */
function sum(left: Bound, right: Bound, sign: 1 | -1): Bound | null {
  const type = sumType(left.type, right.type, sign);
  if (type === null) return null;
  return {
    type,
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return a === null || b === null ? null : add(a, b, sign);
    },
  };
}

function sumType(left: FormulaType, right: FormulaType, sign: 1 | -1): FormulaType | null {
  const isNumber = (type: FormulaType): boolean => type === 'number' || type === 'null';
  if (isNumber(left) && isNumber(right)) return 'number';
  if ((left === 'date' || left === 'datetime' || left === 'time') && isNumber(right)) return left;
  if (sign === 1 && left === 'number' && (right === 'date' || right === 'datetime')) return right;
  return sign === -1 && left === right && (left === 'date' || left === 'datetime' || left === 'time') ? 'number' : null;
}

function add(left: unknown, right: unknown, sign: 1 | -1): unknown {
  if (left instanceof Decimal && !(right instanceof Decimal)) return add(right, left, sign);
  if (left instanceof Decimal && right instanceof Decimal) return sign === 1 ? left.add(right) : left.subtract(right);
  if (left instanceof ApexDate) {
    if (right instanceof Decimal) return left.addDays(sign * Math.trunc(right.toNumber()));
    if (right instanceof ApexDate) return Decimal.fromInteger(left.days - right.days);
  }
  if (left instanceof ApexDatetime) {
    if (right instanceof Decimal) return left.addMillis(sign * Math.round(right.toNumber() * MILLIS_PER_DAY));
    if (right instanceof ApexDatetime)
      return Decimal.fromLong(BigInt(left.epoch - right.epoch)).divide(Decimal.fromInteger(MILLIS_PER_DAY));
  }
  if (left instanceof ApexTime) {
    if (right instanceof Decimal) return ApexTime.wrap(left.millis + sign * Math.trunc(right.toNumber()));
    if (right instanceof ApexTime) return Decimal.fromInteger(left.millis - right.millis);
  }
  return null;
}
