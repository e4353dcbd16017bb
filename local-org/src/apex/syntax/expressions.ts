import {
  ArrayExpressionContext,
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
} from '@apexdevtools/apex-parser';
import type {ExpressionContext, ExpressionListContext, MethodCallContext, PrimaryContext} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import {arithmetic} from './arithmetic.ts';
import type {AssignmentOperator, BinaryOperator, Expression} from './ast.ts';
import {creation} from './creation.ts';
import {literal} from './literals.ts';
import {soqlQuery} from './soql.ts';
import {soslQuery} from './sosl.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {typeReference} from './types.ts';

export function expression(context: ExpressionContext, source: SourceText): Expression {
  if (context instanceof PrimaryExpressionContext) return primary(context.primary(), source);
  if (context instanceof DotExpressionContext || context instanceof ArrayExpressionContext) return chain(context, source);
  if (context instanceof MethodCallExpressionContext) return call(context.methodCall(), source);
  if (context instanceof SubExpressionContext) return expression(context.expression(), source);
  if (context instanceof NewExpressionContext) return creation(context, source, expression);
  if (
    context instanceof Arth2ExpressionContext ||
    context instanceof Arth1ExpressionContext ||
    context instanceof PreOpExpressionContext ||
    context instanceof NegExpressionContext ||
    context instanceof CastExpressionContext
  ) {
    return arithmetic(context, source, expression);
  }
  const span = source.span(context);
  if (context instanceof PostOpExpressionContext) {
    const operator = optional(context.INC()) ? '++' : '--';
    return {kind: 'update', operator, prefix: false, operand: expression(context.expression(), source), span};
  }
  if (context instanceof InstanceOfExpressionContext) {
    return {kind: 'instanceof', value: expression(context.expression(), source), type: typeReference(context.typeRef(), source), span};
  }
  if (context instanceof CondExpressionContext) {
    const [condition, then, otherwise] = [0, 1, 2].map((index) => expression(context.expression(index), source)) as [
      Expression,
      Expression,
      Expression,
    ];
    return {kind: 'conditional', condition, then, else: otherwise, span};
  }
  if (context instanceof AssignExpressionContext) {
    const operator = source.ownTokens(context) as AssignmentOperator;
    const [target, value] = [expression(context.expression(0), source), expression(context.expression(1), source)];
    return {kind: 'assignment', operator, target, value, span};
  }
  return binary(context, source);
}

export function expressions(context: ExpressionListContext | null, source: SourceText): Expression[] {
  return context === null ? [] : context.expression_list().map((item) => expression(item, source));
}

/** Operators of one precedence that are written in a row nest to the left; a loop, since such rows can be thousands long. */
function binary(context: ExpressionContext, source: SourceText): Expression {
  const row: BinaryContext[] = [];
  let leftmost = context;
  while (isBinary(leftmost)) {
    row.push(leftmost);
    leftmost = leftmost.expression(0);
  }
  if (row.length === 0) throw new Error(`The syntax adapter doesn't know ${context.constructor.name}: ${source.written(context)}`);
  let left = expression(leftmost, source);
  for (const level of row.reverse()) {
    const right = expression(level.expression(1), source);
    left = {kind: 'binary', operator: source.ownTokens(level) as BinaryOperator, left, right, span: source.span(level)};
  }
  return left;
}

type BinaryContext =
  | BitAndExpressionContext
  | BitExpressionContext
  | BitNotExpressionContext
  | BitOrExpressionContext
  | CmpExpressionContext
  | CoalExpressionContext
  | EqualityExpressionContext
  | LogAndExpressionContext
  | LogOrExpressionContext;

function isBinary(context: ExpressionContext): context is BinaryContext {
  return (
    context instanceof LogAndExpressionContext ||
    context instanceof LogOrExpressionContext ||
    context instanceof EqualityExpressionContext ||
    context instanceof CmpExpressionContext ||
    context instanceof CoalExpressionContext ||
    context instanceof BitExpressionContext ||
    context instanceof BitAndExpressionContext ||
    context instanceof BitOrExpressionContext ||
    context instanceof BitNotExpressionContext
  );
}

/** `a.b[0]?.c(d)`: members, indexes and calls, each on what stands left of it. */
function chain(context: DotExpressionContext | ArrayExpressionContext, source: SourceText): Expression {
  const links: (DotExpressionContext | ArrayExpressionContext)[] = [];
  let start: ExpressionContext = context;
  while (start instanceof DotExpressionContext || start instanceof ArrayExpressionContext) {
    links.push(start);
    start = start instanceof DotExpressionContext ? start.expression() : start.expression(0);
  }
  let target = expression(start, source);
  for (const link of links.reverse()) target = chainLink(link, target, source);
  return target;
}

function chainLink(link: DotExpressionContext | ArrayExpressionContext, target: Expression, source: SourceText): Expression {
  const span = source.span(link);
  if (link instanceof ArrayExpressionContext) return {kind: 'index', target, index: expression(link.expression(1), source), span};
  const safe = optional(link.QUESTIONDOT()) !== null;
  const method = optional(link.dotMethodCall());
  if (method === null) return {kind: 'member', target, name: source.identifier(link.anyId()), safe, span};
  const name = source.identifier(method.anyId());
  return {kind: 'method call', target, name, arguments: expressions(optional(method.expressionList()), source), safe, span};
}

function call(context: MethodCallContext, source: SourceText): Expression {
  const given = expressions(optional(context.expressionList()), source);
  const span = source.span(context);
  const name = optional(context.id());
  if (name !== null) return {kind: 'call', name: source.identifier(name), arguments: given, span};
  return {kind: 'constructor call', target: optional(context.THIS()) ? 'this' : 'super', arguments: given, span};
}

function primary(context: PrimaryContext, source: SourceText): Expression {
  const span = source.span(context);
  if (context instanceof IdPrimaryContext) return {kind: 'name', name: source.identifier(context.id()), span};
  if (context instanceof LiteralPrimaryContext) return literal(context.literal(), source);
  if (context instanceof ThisPrimaryContext) return {kind: 'this', span};
  if (context instanceof SuperPrimaryContext) return {kind: 'super', span};
  if (context instanceof TypeRefPrimaryContext) return {kind: 'class literal', type: typeReference(context.typeRef(), source), span};
  if (context instanceof VoidPrimaryContext) return {kind: 'class literal', type: null, span};
  if (context instanceof SoqlPrimaryContext) return soqlExpression(context, source, span);
  if (context instanceof SoslPrimaryContext) return {kind: 'sosl', query: soslQuery(context.soslLiteral(), source, expression), span};
  throw new Error(`The syntax adapter doesn't know ${context.constructor.name}: ${source.written(context)}`);
}

function soqlExpression(context: SoqlPrimaryContext, source: SourceText, span: Span): Expression {
  return {kind: 'soql', query: soqlQuery(context.soqlLiteral().query(), source, expression), span};
}
