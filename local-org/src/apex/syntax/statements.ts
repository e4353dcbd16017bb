import {
  BlockContext,
  BreakStatementContext,
  ContinueStatementContext,
  DeleteStatementContext,
  DoWhileStatementContext,
  ExpressionStatementContext,
  ForStatementContext,
  IfStatementContext,
  InsertStatementContext,
  LocalVariableDeclarationStatementContext,
  MergeStatementContext,
  ReturnStatementContext,
  RunAsStatementContext,
  SwitchStatementContext,
  ThrowStatementContext,
  TryStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import type {AccessLevelContext, CatchClauseContext, StatementContext} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Block, CatchClause, DmlStatement, Statement, TryStatement} from './ast.ts';
import {expression, expressions} from './expressions.ts';
import {forStatement} from './for-loops.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {switchStatement} from './switch.ts';
import {identifiers, modifiersOf, qualifiedType} from './types.ts';
import {localVariables} from './variables.ts';

export function block(context: BlockContext, source: SourceText): Block {
  return {kind: 'block', statements: context.statement_list().map((item) => statement(item, source)), span: source.span(context)};
}

export function statement(context: StatementContext, source: SourceText): Statement {
  const written = context.getChild(0);
  const span = source.span(context);
  if (written instanceof ExpressionStatementContext) {
    return {kind: 'expression statement', expression: expression(written.expression(), source), span};
  }
  if (written instanceof LocalVariableDeclarationStatementContext) {
    return {...localVariables(written.localVariableDeclaration(), source), span};
  }
  if (written instanceof IfStatementContext) {
    const [then, otherwise] = written.statement_list();
    return {
      kind: 'if',
      condition: expression(written.parExpression().expression(), source),
      then: statement(then ?? written.statement(0), source),
      else: otherwise === undefined ? null : statement(otherwise, source),
      span,
    };
  }
  if (written instanceof ReturnStatementContext) {
    const value = optional(written.expression());
    return {kind: 'return', value: value === null ? null : expression(value, source), span};
  }
  if (written instanceof BlockContext) return block(written, source);
  if (written instanceof ForStatementContext) return forStatement(written, source, loopBody(written, source));
  if (written instanceof ThrowStatementContext) return {kind: 'throw', value: expression(written.expression(), source), span};
  if (written instanceof TryStatementContext) return tryStatement(written, source, span);
  if (written instanceof WhileStatementContext) {
    const condition = expression(written.parExpression().expression(), source);
    return {kind: 'while', condition, body: loopBody(written, source), span};
  }
  if (written instanceof DoWhileStatementContext) {
    const body = block(written.block(), source);
    return {kind: 'do while', body, condition: expression(written.parExpression().expression(), source), span};
  }
  if (written instanceof SwitchStatementContext) return switchStatement(written, source, (body) => block(body, source));
  if (written instanceof BreakStatementContext) return {kind: 'break', span};
  if (written instanceof ContinueStatementContext) return {kind: 'continue', span};
  if (written instanceof RunAsStatementContext) {
    const given = expressions(optional(written.expressionList()), source);
    return {kind: 'run as', arguments: given, body: block(written.block(), source), span};
  }
  return dataStatement(written, source, span);
}

function loopBody(context: ForStatementContext | WhileStatementContext, source: SourceText): Statement | null {
  const body = optional(context.statement());
  return body === null ? null : statement(body, source);
}

function tryStatement(context: TryStatementContext, source: SourceText, span: Span): TryStatement {
  const ending = optional(context.finallyBlock());
  return {
    kind: 'try',
    body: block(context.block(), source),
    catches: context.catchClause_list().map((clause) => catchClause(clause, source)),
    finally: ending === null ? null : block(ending.block(), source),
    span,
  };
}

function catchClause(context: CatchClauseContext, source: SourceText): CatchClause {
  return {
    ...modifiersOf(context.modifier_list(), source),
    type: qualifiedType(context.qualifiedName(), source),
    variable: source.identifier(context.id()),
    body: block(context.block(), source),
    span: source.span(context),
  };
}

type Child = ReturnType<StatementContext['getChild']>;

/** `insert`, `update`, `upsert`, `delete`, `undelete` and `merge`. */
function dataStatement(written: Child, source: SourceText, span: Span): Statement {
  if (written instanceof UpsertStatementContext) {
    const key = optional(written.qualifiedName());
    const records = expression(written.expression(), source);
    const externalId = key === null ? null : identifiers(key.id_list(), source);
    return {kind: 'dml', operation: 'upsert', access: access(written.accessLevel()), records, externalId, span};
  }
  if (written instanceof MergeStatementContext) {
    const [master, duplicates] = [expression(written.expression(0), source), expression(written.expression(1), source)];
    return {kind: 'merge', access: access(written.accessLevel()), master, duplicates, span};
  }
  const operation = plainOperation(written);
  if (operation === null) throw new Error(`The syntax adapter doesn't know the statement ${source.slice(span)}`);
  const {records, level} = operation;
  return {kind: 'dml', operation: operation.name, access: access(level), records: expression(records, source), externalId: null, span};
}

function plainOperation(written: Child) {
  if (written instanceof InsertStatementContext)
    return {name: 'insert', records: written.expression(), level: written.accessLevel()} as const;
  if (written instanceof UpdateStatementContext)
    return {name: 'update', records: written.expression(), level: written.accessLevel()} as const;
  if (written instanceof DeleteStatementContext)
    return {name: 'delete', records: written.expression(), level: written.accessLevel()} as const;
  if (written instanceof UndeleteStatementContext)
    return {name: 'undelete', records: written.expression(), level: written.accessLevel()} as const;
  return null;
}

function access(context: AccessLevelContext): DmlStatement['access'] {
  const written = optional(context);
  if (written === null) return null;
  return optional(written.USER()) ? 'user' : 'system';
}
