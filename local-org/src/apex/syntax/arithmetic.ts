/**
 * `+`, `-`, `*`, `/`, and what stands before an operand: `-a`, `!a`, `++a`, `(T) a`.
 *
 * They are read together because the grammar takes `(a) - b` for a cast of `-b` to a type `a`, and `(a) - b * c` for the product of that
 * cast. Only numbers have a sign, so the cast can be meant only where the type is a number's or Object; everywhere else the
 * parentheses hold an operand, and the row of operands is put together anew by precedence.
 */
import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  CastExpressionContext,
  NegExpressionContext,
  PreOpExpressionContext,
} from '@apexdevtools/apex-parser';
import type {ExpressionContext} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Expression, TypeReference} from './ast.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {typeReference} from './types.ts';

export type ReadExpression = (context: ExpressionContext, source: SourceText) => Expression;

type Operator = '+' | '-' | '*' | '/';

/** Operands and the operators between them, in the order of the source. */
interface Row {
  readonly operands: Expression[];
  readonly operators: Operator[];
}

export function arithmetic(context: ExpressionContext, source: SourceText, read: ReadExpression): Expression {
  const {operands, operators} = row(context, source, read);
  const products: Expression[] = [];
  const sums: Operator[] = [];
  operands.forEach((operand, index) => {
    const operator = operators[index - 1];
    const left = products.at(-1);
    if (operator === undefined || left === undefined) products.push(operand);
    else if (operator === '*' || operator === '/') products[products.length - 1] = combine(operator, left, operand);
    else {
      sums.push(operator);
      products.push(operand);
    }
  });
  return products.reduce((left, right, index) => combine(sums[index - 1] ?? '+', left, right));
}

function combine(operator: Operator, left: Expression, right: Expression): Expression {
  return {kind: 'binary', operator, left, right, span: {...left.span, end: right.span.end}};
}

function row(context: ExpressionContext, source: SourceText, read: ReadExpression): Row {
  const levels: (Arth1ExpressionContext | Arth2ExpressionContext)[] = [];
  let leftmost = context;
  while (leftmost instanceof Arth1ExpressionContext || leftmost instanceof Arth2ExpressionContext) {
    levels.push(leftmost);
    leftmost = leftmost.expression(0);
  }
  const whole = prefixed(leftmost, source, read);
  for (const level of levels.reverse()) {
    const right = level.expression(1);
    const rest = level instanceof Arth2ExpressionContext ? row(right, source, read) : prefixed(right, source, read);
    whole.operators.push(source.ownTokens(level) as Operator, ...rest.operators);
    whole.operands.push(...rest.operands);
  }
  return whole;
}

/** One operand, or a row of several where a cast turns out to be none. */
function prefixed(context: ExpressionContext, source: SourceText, read: ReadExpression): Row {
  if (context instanceof PreOpExpressionContext) {
    const operator = source.ownTokens(context);
    return first(prefixed(context.expression(), source, read), (operand) => {
      const span = prefixSpan(context, operand, source);
      if (operator === '++' || operator === '--') return {kind: 'update', operator, prefix: true, operand, span};
      return {kind: 'unary', operator: operator === '-' ? '-' : '+', operand, span};
    });
  }
  if (context instanceof NegExpressionContext) {
    const operator = optional(context.BANG()) ? '!' : '~';
    return first(prefixed(context.expression(), source, read), (operand) => {
      return {kind: 'unary', operator, operand, span: prefixSpan(context, operand, source)};
    });
  }
  if (context instanceof CastExpressionContext) {
    const type = typeReference(context.typeRef(), source);
    const sign = signAfter(context, type, source);
    if (sign !== null) {
      const rest = prefixed(sign.operand, source, read);
      return {operands: [parenthesized(type), ...rest.operands], operators: [sign.operator, ...rest.operators]};
    }
    return first(prefixed(context.expression(), source, read), (value) => {
      return {kind: 'cast', type, value, span: prefixSpan(context, value, source)};
    });
  }
  return {operands: [read(context, source)], operators: []};
}

function first({operands: [operand, ...others], operators}: Row, wrap: (operand: Expression) => Expression): Row {
  if (operand === undefined) throw new Error('A row of operands is never empty.');
  return {operands: [wrap(operand), ...others], operators};
}

function prefixSpan(context: ExpressionContext, operand: Expression, source: SourceText): Span {
  return {...source.between(context.start, context.start), end: operand.span.end};
}

const SIGNED_TYPES: ReadonlySet<string> = new Set(['integer', 'long', 'decimal', 'double', 'object']);

/** The sign that is an operator in truth, and its right operand; null where the cast is one. */
function signAfter(
  context: CastExpressionContext,
  type: TypeReference,
  source: SourceText,
): {readonly operator: '+' | '-'; readonly operand: ExpressionContext} | null {
  const value = context.expression();
  if (!(value instanceof PreOpExpressionContext)) return null;
  const operator = source.ownTokens(value);
  if (operator !== '+' && operator !== '-') return null;
  if (type.arrayDimensions > 0 || type.parts.some((part) => part.typeArguments.length > 0)) return null;
  const name = type.parts.at(-1)?.name.text.toLowerCase() ?? '';
  return SIGNED_TYPES.has(name) ? null : {operator, operand: value.expression()};
}

/** The name between parentheses, as the expression that it is: `a` or `a.b`. */
function parenthesized({parts: [head, ...members], span}: TypeReference): Expression {
  if (head === undefined) throw new Error('A type always has a name.');
  const start: Expression = {kind: 'name', name: head.name, span: head.name.span};
  return members.reduce<Expression>(
    (target, {name}) => ({kind: 'member', target, name, safe: false, span: {...span, end: name.span.end}}),
    start,
  );
}
