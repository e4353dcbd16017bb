import type {
  BlockContext,
  QualifiedNameContext,
  SwitchStatementContext,
  WhenControlContext,
  WhenLiteralContext,
} from '@apexdevtools/apex-parser';
import type {Block, Expression, LiteralValue, SwitchCase, SwitchLabel, SwitchStatement} from './ast.ts';
import {expression} from './expressions.ts';
import {integerLiteral, longLiteral, multilineStringLiteral, stringLiteral} from './literals.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {identifiers, typeReference} from './types.ts';

type ReadBlock = (context: BlockContext) => Block;

export function switchStatement(context: SwitchStatementContext, source: SourceText, readBlock: ReadBlock): SwitchStatement {
  return {
    kind: 'switch',
    subject: expression(context.expression(), source),
    cases: context.whenControl_list().map((control) => switchCase(control, source, readBlock)),
    span: source.span(context),
  };
}

function switchCase(context: WhenControlContext, source: SourceText, readBlock: ReadBlock): SwitchCase {
  return {when: label(context, source), body: readBlock(context.block()), span: source.span(context)};
}

function label(context: WhenControlContext, source: SourceText): SwitchLabel {
  const value = context.whenValue();
  if (optional(value.ELSE())) return {kind: 'else'};
  const type = optional(value.typeRef());
  if (type !== null) return {kind: 'type', type: typeReference(type, source), variable: source.identifier(value.id())};
  return {kind: 'values', values: value.whenLiteral_list().map((item) => labelValue(item, source))};
}

/** Literals may have signs and parentheses; a name is an enum's constant. */
function labelValue(context: WhenLiteralContext, source: SourceText): Expression {
  const inner = optional(context.whenLiteral());
  if (inner !== null) return labelValue(inner, source);
  const name = optional(context.qualifiedName());
  if (name !== null) return qualifiedName(name, source);
  const last = context.stop ?? context.start;
  const literal: Expression = {kind: 'literal', value: labelLiteral(context, source), span: source.between(last, last)};
  const signs = [...context.SUB_list(), ...context.ADD_list()].map((sign) => sign.symbol).sort((a, b) => b.start - a.start);
  return signs.reduce<Expression>((operand, sign) => {
    const span = source.between(sign, last);
    return {kind: 'unary', operator: source.slice(source.between(sign, sign)) === '-' ? '-' : '+', operand, span};
  }, literal);
}

function labelLiteral(context: WhenLiteralContext, source: SourceText): LiteralValue {
  const last = context.stop ?? context.start;
  const span = source.between(last, last);
  const text = source.slice(span);
  if (optional(context.IntegerLiteral())) return integerLiteral(text);
  if (optional(context.LongLiteral())) return longLiteral(text);
  if (optional(context.StringLiteral())) return stringLiteral(text, source, span);
  if (optional(context.MultilineStringLiteral())) return multilineStringLiteral(text);
  return {kind: 'null'};
}

function qualifiedName(context: QualifiedNameContext, source: SourceText): Expression {
  const [head, ...members] = identifiers(context.id_list(), source);
  if (head === undefined) throw new Error('A name is never empty.');
  const start: Expression = {kind: 'name', name: head, span: head.span};
  return members.reduce<Expression>(
    (target, name) => ({kind: 'member', target, name, safe: false, span: {...head.span, end: name.span.end}}),
    start,
  );
}
