/** Overloads, arguments and the messages about them. */
import type * as ast from '../syntax/ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {assignTo, isWithoutValue, recordOf} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {isSameIteration} from './conversions.ts';
import type {Body} from './body.ts';

import type {MethodSymbol, Type} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/** Null where an argument was refused already. */
export function bindArguments(body: Body, args: readonly ast.Expression[]): readonly TypedExpression[] | null {
  const bound = args.map((argument) => body.bind(argument));
  const isFit = bound.map((argument) => !isRefused(argument) && !isWithoutValue(body.unit, argument));
  return isFit.includes(false) ? null : bound;
}

export type Choice =
  | {readonly kind: 'found'; readonly method: MethodSymbol; readonly arguments: readonly TypedExpression[]}
  | {readonly kind: 'none'}
  | {readonly kind: 'ambiguous'};

/** The overload that the arguments mean, with the arguments as it takes them. */
export function chooseMethod(unit: Unit, candidates: readonly MethodSymbol[], args: readonly TypedExpression[]): Choice {
  const {universe} = unit;
  let result = universe.resolveOverload(
    candidates,
    args.map(({type}) => type),
  );
  if (result.kind === 'none' && args.some(isQuery))
    result = universe.resolveOverload(
      candidates,
      args.map((argument) => singleType(unit, argument)),
    );
  if (result.kind !== 'found') return {kind: result.kind};
  const {method} = result;
  return {kind: 'found', method, arguments: convertArguments(unit, method, args)};
}

/** A query as argument is a List, or one record where only that fits. */
function singleType(unit: Unit, argument: TypedExpression): Type {
  return isQuery(argument) ? (recordOf(unit, argument)?.type ?? argument.type) : argument.type;
}

function isQuery(argument: TypedExpression): argument is Extract<TypedExpression, {kind: 'query'}> {
  return argument.kind === 'query' && argument.result === 'list';
}

export function convertArguments(unit: Unit, method: MethodSymbol, args: readonly TypedExpression[]): readonly TypedExpression[] {
  return args.map((argument, index) => {
    const type = method.parameters[index]?.type;
    return type === undefined || isSameIteration(argument.type, type) ? argument : assignTo(unit, argument, type);
  });
}

/** `foo(Integer, String)` of the arguments that were given. */
export function signature(unit: Unit, name: string, args: readonly TypedExpression[]): string {
  return `${name}(${args.map(({type}) => unit.display(type)).join(', ')})`;
}

/** `void foo(Integer)` of a declared method, as messages name it. */
export function declaredSignature(unit: Unit, {name, parameters, returnType, owner}: MethodSymbol): string {
  const types = parameters.map(({type}) => unit.display(type)).join(', ');
  return `${unit.display(returnType)} ${owner.qualifiedName}.${name}(${types})`;
}

export function reportChoice(
  unit: Unit,
  choice: 'none' | 'ambiguous',
  name: string,
  args: readonly TypedExpression[],
  from: string,
  span: Span,
): void {
  const called = signature(unit, name, args);
  if (choice === 'ambiguous') unit.report('E206', span, `Ambiguous method signature: void ${called}`);
  else unit.report('E202', span, `Method does not exist or incorrect signature: void ${called} from the type ${from}`);
}
