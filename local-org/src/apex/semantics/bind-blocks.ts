/** Blocks, and the variables that are declared in them. */
import type * as ast from '../syntax/ast.ts';
import type {Body} from './body.ts';
import {checkIdentifier} from './check-identifiers.ts';
import type {Type} from './symbols.ts';
import type {Local, TypedBlock, TypedStatement} from './typed-tree.ts';

export function bindBlock(body: Body, {statements, span}: ast.Block): TypedBlock {
  return body.scope.inBlock(() => ({kind: 'block', statements: statements.flatMap((statement) => body.bindStatement(statement)), span}));
}

/** A statement that stands where one is expected: the body of an `if` or a loop. */
export function bindSingle(body: Body, statement: ast.Statement): TypedStatement {
  if (statement.kind === 'block') return bindBlock(body, statement);
  const bound = body.scope.inBlock(() => body.bindStatement(statement));
  const [only] = bound;
  return only !== undefined && bound.length === 1 ? only : {kind: 'block', statements: bound, span: statement.span};
}

export function bindLoopBody(body: Body, statement: ast.Statement | null): TypedStatement | null {
  if (statement === null) return null;
  body.loops += 1;
  try {
    return bindSingle(body, statement);
  } finally {
    body.loops -= 1;
  }
}

/** Adds a variable; a name that is taken is reported, and means the new variable from there on. */
export function declareVariable(
  body: Body,
  name: ast.Identifier,
  type: Type,
  {isFinal = false, isInitialized = true}: {isFinal?: boolean; isInitialized?: boolean} = {},
): Local {
  checkIdentifier(body.unit, name, 'variable');
  if (type.kind === 'error') body.refusals += 1;
  if (body.scope.find(name.text) !== null) body.unit.report('E401', name.span, `Duplicate variable: ${name.text}`);
  return body.scope.declare(name.text, type, {isFinal, isInitialized});
}
