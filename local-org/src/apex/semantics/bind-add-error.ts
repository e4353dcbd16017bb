/**
 * `record.Field.addError(message)`: the error is put on the field, not on its value (Apex Reference Guide, "SObject Class", addError). It is
 * the call `record.addError(token of the field, message)`.
 */
import type * as ast from '../syntax/ast.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {chooseMethod, reportChoice} from './choose-method.ts';
import type {Referent} from './referents.ts';
import {platformCall} from './synthetic-calls.ts';
import type {TypedExpression} from './typed-tree.ts';

export function isAddError(name: ast.Identifier): boolean {
  return name.text.toLowerCase() === 'adderror';
}

/** Null where it is a call on a record, or on a class's own method of that name. */
export function bindAddError(
  body: Body,
  targets: readonly Referent[],
  args: readonly TypedExpression[],
  {name, span, safe}: ast.MethodCallExpression,
): TypedExpression | null {
  const {unit} = body;
  const value = targets.find((referent) => referent.kind === 'value');
  if (value?.type.kind !== 'class') return null;
  const {symbol} = value.type;
  if (symbol.origin === 'source' || symbol.kind === 'sobject' || symbol === unit.universe.well.sobject.symbol) return null;
  const target = value.build();
  if (target.kind !== 'sobject field')
    return refuse(unit, 'E328', span, 'addError must be invoked on an expression that is an exact SObject field reference');
  if (target.access !== 'value') return refuse(unit, 'E328', span, 'addError must be invoked on an SObject scalar field');
  if (safe) return refuse(unit, 'E330', span, 'Safe navigation operator is not allowed between SObject field and addError');
  return fieldError(body, target, args, name, span);
}

function fieldError(
  {unit}: Body,
  target: Extract<TypedExpression, {kind: 'sobject field'}>,
  args: readonly TypedExpression[],
  name: ast.Identifier,
  span: ast.Expression['span'],
): TypedExpression {
  const {universe} = unit;
  const record = target.target;
  const object = record.type.kind === 'class' ? record.type.symbol.descriptor : null;
  if (object === null) return refuse(unit, 'E328', span, 'addError must be invoked on an SObject scalar field');
  const token: TypedExpression = {kind: 'field token', object, field: target.field, type: universe.well.sobjectField, span: target.span};
  const messages = args.map((argument) => messageOf(unit, argument));
  const choice = chooseMethod(unit, universe.findMethods(universe.well.sobject, 'addError'), [token, ...messages]);
  if (choice.kind !== 'found') {
    reportChoice(unit, choice.kind, name.text, args, unit.display(target.type), name.span);
    return errorExpression(unit, span);
  }
  const {method} = choice;
  return {
    kind: 'call',
    method,
    target: record,
    arguments: choice.arguments,
    isSuper: false,
    safe: target.safe,
    type: method.returnType,
    span,
  };
}

/** `Field.addError(exception)` says the exception's message. */
function messageOf(unit: Body['unit'], argument: TypedExpression): TypedExpression {
  const {exception} = unit.universe.well;
  if (argument.type.kind !== 'class' || !unit.universe.isSubtype(argument.type, exception)) return argument;
  return platformCall(unit, exception, argument, 'getMessage', [], argument.span);
}
