/** `=`, compound assignments, `++` and `--`, and who may be assigned to. */
import type * as ast from '../syntax/ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {assignTo, convert} from './bind-conversions.ts';
import {arithmetic, isRefused} from './bind-operators.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {isNumeric, operandTypeOf} from './operand-types.ts';
import type {FieldSymbol} from './symbols.ts';
import type {ArithmeticOperator, AssignableExpression, TypedExpression} from './typed-tree.ts';
import {isVisible} from './visibility.ts';
import {isWritableField} from './writable-fields.ts';

export function bindAssignment(body: Body, expression: ast.AssignmentExpression): TypedExpression {
  const {unit} = body;
  const {span} = expression;
  const target = bindTarget(body, expression);
  const value = body.bind(expression.value);
  if (target === null || isRefused(value)) return errorExpression(unit, span);
  if (expression.operator === '=') {
    const converted = assignTo(unit, value, target.type, span);
    return {kind: 'assign', target, operator: null, operandType: null, value: converted, type: target.type, span};
  }
  const operator = compoundOperator(expression.operator);
  const operation = arithmetic(unit, operator, target, value, span);
  if (operation === null) return errorExpression(unit, span);
  // `i += 1.5` on an Integer is refused as `i = i + 1.5` is.
  if (convert(unit, {...target, type: operation.type}, target.type) === null) {
    const message = `Illegal assignment from ${unit.display(operation.type)} to ${unit.display(target.type)}`;
    return refuse(unit, 'E301', span, message);
  }
  return {kind: 'assign', target, operator, operandType: operation.operandType, value: operation.right, type: target.type, span};
}

/** A compound assignment reads its target, too. */
function bindTarget(body: Body, {operator, target}: ast.AssignmentExpression): AssignableExpression | null {
  const isNamed = target.kind === 'name' || target.kind === 'member';
  body.written = operator === '=' && isNamed ? target.name : null;
  const bound = body.bind(target);
  body.written = null;
  return assignable(body, bound, target.span);
}

function compoundOperator(operator: Exclude<ast.AssignmentOperator, '='>): ArithmeticOperator {
  return operator.slice(0, -1) as ArithmeticOperator;
}

export function bindUpdate(body: Body, expression: ast.UpdateExpression): TypedExpression {
  const {unit} = body;
  const {span, prefix} = expression;
  const target = assignable(body, body.bind(expression.operand), expression.operand.span);
  if (target === null) return errorExpression(unit, span);
  const operandType = operandTypeOf(unit.universe, target.type);
  const delta = expression.operator === '++' ? 1 : -1;
  if (isNumeric(operandType)) return {kind: 'update', target, delta, prefix, operandType, type: target.type, span};
  const form = prefix ? `prefix ${delta === 1 ? 'increment' : 'decrement'}` : 'postfix increment/decrement';
  return refuse(unit, 'E308', span, `Unary ${form} can only be applied to numeric expressions: ${unit.display(target.type)}`);
}

/** The expression as a place to write to; null, and reported, where it is none. */
function assignable(body: Body, target: TypedExpression, span: Span): AssignableExpression | null {
  const {unit} = body;
  if (isRefused(target)) return null;
  if ('safe' in target && target.safe) {
    unit.report('E330', span, 'The safe navigation operator cannot be used as the target of an assignment');
    return null;
  }
  switch (target.kind) {
    case 'local':
      // `final` says nothing of a local variable: the platform's compiler lets it be assigned again.
      return target;
    case 'field':
    case 'property':
      if (target.field.owner.origin === 'platform' && target.field.owner.qualifiedName === 'Trigger') return refuseTarget(body, span);
      checkField(body, target.field, span);
      return target;
    case 'sobject field':
      checkRecordField(body, target, span);
      return target;
    case 'index':
      return target;
    default:
      return refuseTarget(body, span);
  }
}

function refuseTarget({unit}: Body, span: Span): null {
  unit.report('E315', span, 'Expression cannot be assigned');
  return null;
}

function checkField(body: Body, field: FieldSymbol, span: Span): void {
  const {unit} = body;
  if (field.isFinal && !isUnderConstruction(body, field)) {
    const message = `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`;
    unit.report('E325', span, message);
    return;
  }
  if (field.kind !== 'property' || field.owner.origin !== 'source' || body.property === field) return;
  if (field.setter === null) {
    // An automatic property without a setter is still its class's own to fill while it is constructed.
    unit.report('E329', span, `A value cannot be stored to ${field.name} in type ${field.owner.qualifiedName}`);
  } else if (!isVisible(unit.universe, {...field, visibility: field.setter}, body)) {
    unit.report('E208', span, `Variable is not visible: ${field.owner.qualifiedName}.${field.name}`);
  }
}

function isUnderConstruction(body: Body, field: FieldSymbol): boolean {
  if (field === body.property) return true;
  if (body.kind === 'initializer') return field.owner === body.type && body.isStatic === field.isStatic;
  // Constructors fill the final fields of their superclasses, too.
  const {universe} = body.unit;
  return (
    body.kind === 'constructor' &&
    !field.isStatic &&
    body.type !== null &&
    universe.isSubtype(universe.typeOf(body.type), universe.typeOf(field.owner))
  );
}

function checkRecordField(body: Body, target: Extract<TypedExpression, {kind: 'sobject field'}>, span: Span): void {
  const {unit} = body;
  const object = target.target.type.kind === 'class' ? target.target.type.symbol.descriptor : null;
  if (object === null) return;
  if (target.access !== 'value' && target.access !== 'parent') {
    unit.report('E323', span, `Field is not writeable: ${object.name}.${target.access.children}`);
  } else if (target.access === 'value' && !isWritableField(object, target.field)) {
    unit.report('E323', span, `Field is not writeable: ${object.name}.${target.field.name}`);
  }
}
