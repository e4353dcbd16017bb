/** Unary and binary operators (Apex Developer Guide, "Expression Operators"). */
import type * as ast from '../syntax/ast.ts';
import {convert, isWithoutValue, recordOf} from './bind-conversions.ts';
import {bindComparison} from './bind-comparisons.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {isNumeric, isSObject, operandTypeOf, typeOfOperand, wider} from './operand-types.ts';
import type {NumericType} from './operand-types.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {ArithmeticOperator, OperandType, TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

export function bindBinary(body: Body, expression: ast.BinaryExpression): TypedExpression {
  const {unit} = body;
  const {operator, span} = expression;
  const left = body.bind(expression.left);
  const right = body.bind(expression.right);
  switch (operator) {
    case '&&':
    case '||':
      return logical(unit, operator, left, right, span);
    case '??':
      return coalesce(unit, left, right, span);
    case '==':
    case '!=':
    case '<>':
    case '===':
    case '!==':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return bindComparison(unit, operator === '<>' ? '!=' : operator, left, right, span);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case '<<':
    case '>>':
    case '>>>':
    case '&':
    case '|':
    case '^': {
      const operation = arithmetic(unit, operator, left, right, span);
      return operation === null ? errorExpression(unit, span) : {kind: 'arithmetic', operator, span, ...operation};
    }
  }
}

export interface Operation {
  readonly operandType: OperandType;
  readonly left: TypedExpression;
  readonly right: TypedExpression;
  readonly type: TypedExpression['type'];
}

/** The operation with its operands converted; null where it was refused. */
export function arithmetic(
  unit: Unit,
  operator: ArithmeticOperator,
  left: TypedExpression,
  right: TypedExpression,
  span: Span,
): Operation | null {
  if (isRefused(left) || isRefused(right)) return null;
  if (left.type.kind === 'void' || right.type.kind === 'void') {
    unit.report('E302', span, 'Arithmetic expressions are not allowed on void types');
    return null;
  }
  switch (operator) {
    case '&':
    case '|':
    case '^':
      return bitwise(unit, operator, left, right, span);
    case '<<':
    case '>>':
    case '>>>':
      return shift(unit, operator, left, right, span);
    case '+':
    case '-':
    case '*':
    case '/':
      return additive(unit, operator, left, right) ?? numeric(unit, left, right, span);
    case '%':
      unit.report('E302', span, "Found punctuation symbol or operator '%' that isn't valid in Apex.");
      return null;
  }
}

/** Concatenation, and days or milliseconds added to a point in time; null where it is none of them. */
function additive(unit: Unit, operator: '+' | '-' | '*' | '/', left: TypedExpression, right: TypedExpression): Operation | null {
  const {universe} = unit;
  const leftType = operandTypeOf(universe, left.type);
  if (operator === '+' && (leftType === 'String' || operandTypeOf(universe, right.type) === 'String'))
    return {operandType: 'String', left, right, type: universe.well.string};
  if (operator !== '+' && operator !== '-') return null;
  if (leftType !== 'Date' && leftType !== 'Datetime' && leftType !== 'Time') return null;
  const rightType = operandTypeOf(universe, right.type);
  const isFit = leftType === 'Datetime' ? isNumeric(rightType) && rightType !== 'Long' : rightType === 'Integer' || rightType === 'Long';
  if (!isFit) unit.report('E310', right.span, DATE_MESSAGES[leftType]);
  return {operandType: leftType, left, right, type: left.type};
}

const DATE_MESSAGES = {
  Date: 'Date expressions must use Integer or Long',
  Datetime: 'Date/time expressions must use Integer or Double or Decimal',
  Time: 'Time expressions must use Integer or Long',
} as const;

function numeric(unit: Unit, left: TypedExpression, right: TypedExpression, span: Span): Operation | null {
  const operandType = commonNumber(unit, left, right);
  if (operandType === null) {
    unit.report('E302', span, 'Arithmetic expressions must use numeric arguments');
    return null;
  }
  return converted(unit, operandType, left, right);
}

/** The type in which two numbers meet; a `null` that is written out is none. */
export function commonNumber({universe}: Unit, left: TypedExpression, right: TypedExpression): NumericType | null {
  const leftType = operandTypeOf(universe, left.type);
  const rightType = operandTypeOf(universe, right.type);
  return isNumeric(leftType) && isNumeric(rightType) ? wider(leftType, rightType) : null;
}

function converted(unit: Unit, operandType: OperandType, left: TypedExpression, right: TypedExpression): Operation {
  const type = typeOfOperand(unit.universe, operandType);
  return {operandType, left: convert(unit, left, type) ?? left, right: convert(unit, right, type) ?? right, type};
}

function bitwise(unit: Unit, operator: '&' | '|' | '^', left: TypedExpression, right: TypedExpression, span: Span): Operation | null {
  const {universe} = unit;
  const isBoolean = (value: TypedExpression): boolean => operandTypeOf(universe, value.type) === 'Boolean';
  if (isBoolean(left) && isBoolean(right)) return {operandType: 'Boolean', left, right, type: universe.well.boolean};
  const operandType = commonNumber(unit, left, right);
  if (operandType === 'Integer' || operandType === 'Long') return converted(unit, operandType, left, right);
  const message = `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
  unit.report('E306', span, message);
  return null;
}

function shift(unit: Unit, operator: '<<' | '>>' | '>>>', left: TypedExpression, right: TypedExpression, span: Span): Operation | null {
  const operandType = operandTypeOf(unit.universe, left.type);
  const by = operandTypeOf(unit.universe, right.type);
  if ((operandType === 'Integer' || operandType === 'Long') && (by === 'Integer' || by === 'Long'))
    return {operandType, left, right, type: left.type};
  unit.report('E307', span, `${operator} operation can only be applied to Integer or Long types`);
  return null;
}

function logical(unit: Unit, operator: '&&' | '||', left: TypedExpression, right: TypedExpression, span: Span): TypedExpression {
  const {boolean} = unit.universe.well;
  if (!isRefused(left) && !isRefused(right) && (left.type.kind === 'null' || right.type.kind === 'null')) {
    const types = `${unit.display(left.type)}, ${unit.display(right.type)}`;
    return refuse(unit, 'E303', span, `Comparison arguments must be compatible types: ${types}`);
  }
  for (const operand of [left, right])
    if (!isRefused(operand) && operandTypeOf(unit.universe, operand.type) !== 'Boolean') {
      unit.report('E305', operand.span, 'Logical operator can only be applied to Boolean');
      return errorExpression(unit, span);
    }
  return {kind: operator === '&&' ? 'and' : 'or', left, right, type: boolean, span};
}

function coalesce(unit: Unit, left: TypedExpression, right: TypedExpression, span: Span): TypedExpression {
  if (isRefused(left) || isRefused(right)) return errorExpression(unit, span);
  if (isWithoutValue(unit, left) || isWithoutValue(unit, right)) return errorExpression(unit, span);
  const single = recordBeside(unit, left, right.type);
  if (single !== null) return coalesce(unit, single, right, span);
  const type = unit.universe.commonType(left.type, right.type);
  if (type === null) {
    const message = `Incompatible types in null coalescing operator: ${unit.display(left.type)}, ${unit.display(right.type)}`;
    return refuse(unit, 'E312', span, message);
  }
  return {kind: 'coalesce', left: convert(unit, left, type) ?? left, right: convert(unit, right, type) ?? right, type, span};
}

/**
 * A query beside one record gives one record, or null where there is none: `[SELECT …] ?? new Account()` (Apex Developer Guide, "Null
 * Coalescing Operator").
 */
function recordBeside(unit: Unit, left: TypedExpression, right: TypedExpression['type']): TypedExpression | null {
  const record = isSObject(unit.universe, right) ? recordOf(unit, left) : null;
  return record?.kind === 'query' ? {...record, result: 'optional'} : record;
}

export function bindUnary(body: Body, expression: ast.UnaryExpression): TypedExpression {
  const {unit} = body;
  const {operator, span} = expression;
  const operand = body.bind(expression.operand);
  if (isRefused(operand)) return errorExpression(unit, span);
  const {type} = operand;
  const operandType = operandTypeOf(unit.universe, type);
  switch (operator) {
    case '!':
      if (operandType === 'Boolean') return {kind: 'not', operand, operandType, type, span};
      return refuse(unit, 'E308', span, '! operator can only be applied to boolean expressions');
    case '~':
      if (operandType === 'Integer' || operandType === 'Long') return {kind: 'complement', operand, operandType, type, span};
      return refuse(unit, 'E308', span, `Invalid type for bitwise negate: ${unit.display(type)}`);
    case '-':
      if (isNumeric(operandType)) return {kind: 'negate', operand, operandType, type, span};
      return refuse(unit, 'E308', span, 'Unary negation must use a numeric argument');
    case '+':
      if (isNumeric(operandType)) return operand;
      return refuse(unit, 'E308', span, 'Unary negation must use a numeric argument');
  }
}

export function isRefused({type}: TypedExpression): boolean {
  return type.kind === 'error';
}
