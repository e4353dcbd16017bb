/** WHERE and HAVING: the two share their shape, save that WHERE alone knows FORMULA. */
import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  DateFormulaContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  SubQueryContext,
  ValueContext,
  WhereConditionalExpressionContext,
  WhereFieldExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import {
  WhereConditionalExpressionContext as WhereCondition,
  WhereLogicalExpressionContext as WhereLogical,
} from '@apexdevtools/apex-parser';
import type {Bind, ComparisonOperator, Condition, FieldPath, SoqlFunction, SoqlLiteral, SoqlQuery, SoqlValue} from './soql-ast.ts';
import {fieldPath, signedNumber, soqlFunction, stringOf} from './soql-fields.ts';
import type {BindReader} from './soql-fields.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

interface QueryReader extends BindReader {
  subquery(context: SubQueryContext): SoqlQuery;
}

export function condition(context: LogicalExpressionContext | WhereLogicalExpressionContext, reader: QueryReader): Condition {
  const parts = context instanceof WhereLogical ? context.whereConditionalExpression_list() : context.conditionalExpression_list();
  const [only, ...others] = parts.map((part) => operand(part, reader));
  if (only === undefined) throw new Error('A condition is never empty.');
  const span = reader.source.span(context);
  if (optional(context.NOT())) return {kind: 'not', condition: only, span};
  if (others.length === 0) return only;
  return {kind: context.SOQLAND_list().length > 0 ? 'and' : 'or', conditions: [only, ...others], span};
}

function operand(context: ConditionalExpressionContext | WhereConditionalExpressionContext, reader: QueryReader): Condition {
  if (context instanceof WhereCondition) {
    const inner = optional(context.whereLogicalExpression());
    return inner === null ? whereComparison(context.whereFieldExpression(), reader) : condition(inner, reader);
  }
  const inner = optional(context.logicalExpression());
  return inner === null ? comparison(context.fieldExpression(), reader) : condition(inner, reader);
}

function whereComparison(context: WhereFieldExpressionContext, reader: QueryReader): Condition {
  const plain = optional(context.fieldExpression());
  if (plain !== null) return comparison(plain, reader);
  const {source} = reader;
  const word = context.FORMULA().symbol;
  const name = {text: source.tokenText(context.FORMULA()), span: source.between(word, word)};
  const left: SoqlFunction = {
    kind: 'function',
    name,
    arguments: [stringOf(context.StringLiteral(), source)],
    span: source.between(word, context.RPAREN().symbol),
  };
  return compare(left, context, reader);
}

function comparison(context: FieldExpressionContext, reader: QueryReader): Condition {
  const field = optional(context.fieldName());
  return compare(field === null ? soqlFunction(context.soqlFunction(), reader) : fieldPath(field, reader.source), context, reader);
}

function compare(
  left: FieldPath | SoqlFunction,
  context: FieldExpressionContext | WhereFieldExpressionContext,
  reader: QueryReader,
): Condition {
  const operator = comparisonOperator(context.comparisonOperator(), reader.source);
  return {kind: 'comparison', left, operator, right: value(context.value(), reader), span: reader.source.span(context)};
}

function comparisonOperator(context: ComparisonOperatorContext, source: SourceText): ComparisonOperator {
  if (optional(context.NOT())) return 'not in';
  const written = source.written(context).replace(/\s/g, '').toLowerCase();
  return written === '<>' ? '!=' : (written as ComparisonOperator);
}

function value(context: ValueContext, reader: QueryReader): SoqlValue {
  const {source} = reader;
  const span = source.span(context);
  const query = optional(context.subQuery());
  if (query !== null) return {kind: 'subquery', query: reader.subquery(query), span};
  const list = optional(context.valueList());
  if (list === null) return single(context, reader);
  const values = list.value_list().flatMap((item) => {
    if (optional(item.subQuery()) === null && optional(item.valueList()) === null) return [single(item, reader)];
    source.report('E104', 'A list of values holds literals and binds, not lists or queries.', source.span(item));
    return [];
  });
  return {kind: 'list', values, span};
}

function single(context: ValueContext, reader: QueryReader): SoqlLiteral | Bind {
  const {source} = reader;
  const bound = optional(context.boundExpression());
  if (bound !== null) return reader.bind(bound);
  const string = optional(context.StringLiteral()) ?? optional(context.MultilineStringLiteral());
  if (string !== null) return stringOf(string, source);
  const number = optional(context.signedNumber());
  if (number !== null) return signedNumber(number, source);
  const formula = optional(context.dateFormula());
  if (formula !== null) return dateLiteral(formula, source);
  const span = source.span(context);
  const text = source.slice(span);
  if (optional(context.NULL())) return {kind: 'null', span};
  if (optional(context.BooleanLiteral())) return {kind: 'boolean', value: text.toLowerCase() === 'true', span};
  if (optional(context.DateLiteral())) return {kind: 'date', text, span};
  if (optional(context.DateTimeLiteral())) return {kind: 'datetime', text, span};
  if (optional(context.TimeLiteral())) return {kind: 'time', text, span};
  return {kind: 'currency', iso: text.slice(0, 3).toUpperCase(), text: text.slice(3), span};
}

function dateLiteral(context: DateFormulaContext, source: SourceText): SoqlLiteral {
  const count = optional(context.signedInteger());
  const name = source.slice(source.between(context.start, context.start)).toUpperCase();
  const n = count === null ? null : Number(source.written(count).replace(/\s/g, ''));
  return {kind: 'date literal', name, n, span: source.span(context)};
}
