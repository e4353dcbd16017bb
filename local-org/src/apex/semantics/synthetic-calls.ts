/** Calls of platform methods that the source doesn't write: what some of its short forms stand for. */
import type {Span} from '../../diagnostics/source-location.ts';
import {chooseMethod} from './choose-method.ts';
import type {ClassType} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/** `type.name(args)` or, with a target, `target.name(args)`; the platform's signatures are known to have it. */
export function platformCall(
  unit: Unit,
  type: ClassType,
  target: TypedExpression | null,
  name: string,
  args: readonly TypedExpression[],
  span: Span,
): TypedExpression {
  const choice = chooseMethod(unit, unit.universe.findMethods(type, name), args);
  if (choice.kind !== 'found') throw new Error(`The platform's signatures lack ${unit.display(type)}.${name}`);
  const {method} = choice;
  return {kind: 'call', method, target, arguments: choice.arguments, isSuper: false, safe: false, type: method.returnType, span};
}

export function stringLiteral(unit: Unit, value: string, span: Span): TypedExpression {
  return {kind: 'literal', value: {kind: 'string', value}, type: unit.universe.well.string, span};
}
