/** Bodies of methods, constructors, accessors and blocks: where binding of statements starts, and flow is checked. */
import type * as ast from '../syntax/ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {bindBlock, declareVariable} from './bind-blocks.ts';
import {bindExpression} from './bind-expressions.ts';
import {bindStatement} from './bind-statements.ts';
import type {Body, Place} from './body.ts';
import {flowOf, reportUnreachable} from './flow-analysis.ts';
import {Scope} from './scope.ts';
import type {MethodSymbol, Type} from './symbols.ts';
import type {Local, TypedBlock} from './typed-tree.ts';
import type {Unit} from './unit.ts';

export function bodyAt(unit: Unit, place: Place): Body {
  const body: Body = {
    ...place,
    unit,
    scope: new Scope(),
    isBeforeConstruction: false,
    loops: 0,
    usesBackingField: false,
    bind: (expression) => bindExpression(body, expression),
    bindStatement: (statement) => bindStatement(body, statement),
  };
  return body;
}

/** Parameters are variables of the body's outermost block. */
export function declareParameters(body: Body, parameters: readonly ast.Parameter[], {parameters: symbols}: MethodSymbol): readonly Local[] {
  return parameters.map(({name, modifiers}, index) => {
    const type: Type = symbols[index]?.type ?? body.unit.universe.well.error;
    return declareVariable(body, name, type, {isFinal: modifiers.some((modifier) => modifier.name === 'final')});
  });
}

/** The statements of a body, after looking that all of them can be reached and that a value is returned where there must be one. */
export function bindCode(body: Body, block: ast.Block, named: Span): TypedBlock {
  const {unit, returnType} = body;
  const bound = bindBlock(body, block);
  reportUnreachable(unit, bound);
  if (returnType.kind !== 'void' && returnType.kind !== 'error' && flowOf(bound) === 'continues')
    unit.report('E402', named, `Missing return statement required return type: ${unit.display(returnType)}`);
  return bound;
}
