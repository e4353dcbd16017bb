/** Field paths and functions of SOQL, as they stand in SELECT, WHERE, GROUP BY, HAVING and ORDER BY. */
import type {
  ApexTerminalNode as TerminalNode,
  BoundExpressionContext,
  CoordinateValueContext,
  DateFieldNameContext,
  FieldNameContext,
  LocationValueContext,
  SignedNumberContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import {checkLineBreaks, multilineStringLiteral, soqlString} from './literals.ts';
import type {Bind, FieldPath, SoqlFunction, SoqlLiteral} from './soql-ast.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

/** What reads the binds of a query: it numbers them in the order in which it is called. */
export interface BindReader {
  readonly source: SourceText;
  bind(context: BoundExpressionContext): Bind;
}

type Argument = SoqlFunction['arguments'][number];

export function fieldPath(context: FieldNameContext, source: SourceText): FieldPath {
  return {kind: 'field', parts: context.soqlId_list().map((id) => source.identifier(id)), span: source.span(context)};
}

export function soqlFunction(context: SoqlFunctionContext, reader: BindReader): SoqlFunction {
  const {source} = reader;
  return {kind: 'function', name: firstWord(context, source), arguments: functionArguments(context, reader), span: source.span(context)};
}

function functionArguments(context: SoqlFunctionContext, reader: BindReader): Argument[] {
  const {source} = reader;
  const field = optional(context.fieldName());
  if (field !== null) return [fieldPath(field, source)];
  const inner = optional(context.soqlFunction());
  if (inner !== null) return [soqlFunction(inner, reader)];
  const date = optional(context.dateFieldName());
  if (date !== null) return [dateField(date, source)];
  const group = optional(context.soqlFieldsParameter());
  if (group !== null) return [{kind: 'field', parts: [source.identifier(group)], span: source.span(group)}];
  const unit = optional(context.StringLiteral()) ?? optional(context.MultilineStringLiteral());
  const places = context.locationValue_list().map((place) => location(place, reader));
  return unit === null ? places : [...places, stringOf(unit, source)];
}

/** `CreatedDate` or `convertTimezone(CreatedDate)`. */
function dateField(context: DateFieldNameContext, source: SourceText): FieldPath | SoqlFunction {
  const field = fieldPath(context.fieldName(), source);
  if (optional(context.CONVERT_TIMEZONE()) === null) return field;
  return {kind: 'function', name: firstWord(context, source), arguments: [field], span: source.span(context)};
}

function location(context: LocationValueContext, reader: BindReader): Argument {
  const {source} = reader;
  const field = optional(context.fieldName());
  if (field !== null) return fieldPath(field, source);
  const bound = optional(context.boundExpression());
  if (bound !== null) return reader.bind(bound);
  const coordinates = context.coordinateValue_list().map((value) => coordinate(value, reader));
  return {kind: 'function', name: firstWord(context, source), arguments: coordinates, span: source.span(context)};
}

function coordinate(context: CoordinateValueContext, reader: BindReader): SoqlLiteral | Bind {
  const bound = optional(context.boundExpression());
  return bound === null ? signedNumber(context.signedNumber(), reader.source) : reader.bind(bound);
}

function firstWord(context: {readonly start: TerminalNode['symbol']}, source: SourceText): SoqlFunction['name'] {
  const span = source.between(context.start, context.start);
  return {text: source.slice(span), span};
}

export function signedNumber(context: SignedNumberContext, source: SourceText): SoqlLiteral {
  return {kind: 'number', text: source.written(context).replace(/\s/g, ''), span: source.span(context)};
}

export function stringOf(token: TerminalNode, source: SourceText): SoqlLiteral {
  const span: Span = source.between(token.symbol, token.symbol);
  const written = source.slice(span);
  if (!/^'''[\r\n]/.test(written)) {
    checkLineBreaks(written, source, span);
    return {kind: 'string', ...soqlString(written), span};
  }
  const {value} = multilineStringLiteral(written);
  return {kind: 'string', value, pattern: value, span};
}
