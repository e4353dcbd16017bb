/** `(T) value`, `value instanceof T`, `c ? a : b`, `T.class`. */
import type * as ast from '../syntax/ast.ts';
import {assignTo, convert, isWithoutValue} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {bindType} from './bind-types.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {operandTypeOf} from './operand-types.ts';
import type {TypedExpression} from './typed-tree.ts';

export function bindCast(body: Body, expression: ast.CastExpression): TypedExpression {
  const {unit} = body;
  const {span} = expression;
  const type = bindType(unit, expression.type, body);
  const value = body.bind(expression.value);
  if (isRefused(value) || type.kind === 'error' || isWithoutValue(unit, value)) return errorExpression(unit, span);
  const converted = convert(unit, value, type);
  if (converted !== null) return {...converted, span};
  if (unit.universe.isCastable(value.type, type)) return {kind: 'cast', value, type, span};
  const message = `Incompatible types since an instance of ${unit.display(value.type)} is never an instance of ${unit.display(type)}`;
  return refuse(unit, 'E313', span, message);
}

export function bindInstanceOf(body: Body, expression: ast.InstanceOfExpression): TypedExpression {
  const {unit} = body;
  const {span} = expression;
  const value = body.bind(expression.value);
  const tested = bindType(unit, expression.type, body);
  if (isRefused(value) || tested.kind !== 'class' || isWithoutValue(unit, value)) return errorExpression(unit, span);
  const types = (relation: string): string =>
    `since an instance of ${unit.display(value.type)} is ${relation} an instance of ${unit.display(tested)}`;
  if (!unit.universe.isCastable(value.type, tested))
    return refuse(unit, 'E314', span, `Operation instanceof is always false ${types('never')}`);
  if (unit.universe.isAlways(value.type, tested))
    return refuse(unit, 'E314', span, `Operation instanceof is always true ${types('always')}`);
  return {kind: 'instanceof', value, tested, type: unit.universe.well.boolean, span};
}

export function bindConditional(body: Body, expression: ast.ConditionalExpression): TypedExpression {
  const {unit} = body;
  const {span} = expression;
  const condition = bindCondition(body, expression.condition);
  const then = body.bind(expression.then);
  const otherwise = body.bind(expression.else);
  if (isRefused(then) || isRefused(otherwise)) return errorExpression(unit, span);
  if (isWithoutValue(unit, then) || isWithoutValue(unit, otherwise)) return errorExpression(unit, span);
  const type = unit.universe.commonType(then.type, otherwise.type);
  if (type === null) {
    const message = `Incompatible types in ternary operator: ${unit.display(otherwise.type)}, ${unit.display(then.type)}`;
    return refuse(unit, 'E311', span, message);
  }
  return {kind: 'conditional', condition, then: assignTo(unit, then, type), else: assignTo(unit, otherwise, type), type, span};
}

/** What `if`, loops and `?:` ask. */
export function bindCondition(body: Body, expression: ast.Expression): TypedExpression {
  const {unit} = body;
  const condition = body.bind(expression);
  if (isRefused(condition) || operandTypeOf(unit.universe, condition.type) === 'Boolean') return condition;
  const message = `Condition expression must be of type Boolean: ${unit.display(condition.type)}`;
  return refuse(unit, 'E304', expression.span, message);
}

export function bindClassLiteral(body: Body, {type, span}: ast.ClassLiteralExpression): TypedExpression {
  const {unit} = body;
  const named = type === null ? unit.universe.well.void : bindType(unit, type, body);
  if (named.kind === 'error') return errorExpression(unit, span);
  return {kind: 'class literal', named, type: unit.universe.well.type, span};
}
