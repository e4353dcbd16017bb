/** Bodies of methods, constructors, accessors and blocks: where binding of statements starts, and flow is checked. */
import type * as ast from '../syntax/ast.ts';
import type {DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {bindBlock, declareVariable} from './bind-blocks.ts';
import {bindExpression} from './bind-expressions.ts';
import {bindStatement} from './bind-statements.ts';
import type {Body, Place} from './body.ts';
import {flowOf, reportUnreachable} from './flow-analysis.ts';
import {Scope} from './scope.ts';
import type {MethodSymbol, Type} from './symbols.ts';
import type {Local, TypedBlock, TypedExpression, TypedStatement} from './typed-tree.ts';
import type {Unit} from './unit.ts';

export function bodyAt(unit: Unit, place: Place): Body {
  const body: Body = {
    ...place,
    unit,
    scope: new Scope(),
    isBeforeConstruction: false,
    written: null,
    loops: 0,
    usesBackingField: false,
    refusals: 0,
    bind: (expression) => bindCounted(body, expression),
    bindStatement: (statement) => bindReachable(body, statement),
  };
  return body;
}

function bindCounted(body: Body, expression: ast.Expression): TypedExpression {
  const bound = bindExpression(body, expression);
  if (bound.type.kind === 'error') body.refusals += 1;
  return bound;
}

/**
 * The statement; where it needs something that this org lacks and that has no place in the tree (a type, say), a throw in its place. Of
 * statements inside each other only the innermost goes.
 */
function bindReachable(body: Body, statement: ast.Statement): readonly TypedStatement[] {
  const before = body.refusals;
  const bound = bindStatement(body, statement);
  const lack = body.refusals === before ? null : lastLack(body.unit);
  body.refusals = before;
  return lack === null ? bound : [{kind: 'unsupported', ...lack, span: statement.span}];
}

/** What a field starts with; its unsupported parts throw when the class or object is initialised. */
export function bindInitialValue(body: Body, expression: ast.Expression): TypedExpression {
  const bound = body.bind(expression);
  const lack = bound.type.kind === 'error' ? lastLack(body.unit) : null;
  return lack === null ? bound : {kind: 'unsupported', ...lack, type: bound.type, span: bound.span};
}

function lastLack({diagnostics}: Unit): {readonly code: DiagnosticCode; readonly message: string} | null {
  const lack = diagnostics.findLast(({code}) => code.startsWith('U'));
  return lack === undefined ? null : {code: lack.code, message: lack.message};
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
