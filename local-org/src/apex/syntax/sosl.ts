/** SOSL in brackets (SOQL and SOSL Reference, "SOSL Syntax"): each object of RETURNING is a query of its own. */
import type {
  FieldListContext,
  FieldSpecContext,
  FieldSpecListContext,
  SoslClausesContext,
  SoslIdContext,
  SoslLiteralContext,
  SoslWithClauseContext,
} from '@apexdevtools/apex-parser';
import {soqlString} from './literals.ts';
import type {FieldPath, SelectItem, SoqlQuery, SoslQuery} from './soql-ast.ts';
import {condition} from './soql-conditions.ts';
import {orderOf, QueryReader, rowCount, type ReadExpression} from './soql.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

export function soslQuery(context: SoslLiteralContext, source: SourceText, read: ReadExpression): SoslQuery {
  const reader = new QueryReader(source, read);
  const bound = optional(context.boundExpression());
  const search = bound === null ? searchText(context, source) : reader.bind(bound);
  const clauses = context.soslClauses();
  const others: string[] = [];
  const fieldSpecs = optional(clauses.fieldSpecList());
  const limit = optional(clauses.limitClause());
  let access: SoqlQuery['with'] = null;
  for (const clause of clauses.soslWithClause_list()) {
    const mode = accessMode(clause);
    if (mode === null) others.push(source.written(clause));
    else access = {kind: 'access', mode, span: source.span(clause)};
  }
  if (optional(clauses.updateList()) !== null) others.push('UPDATE');
  return {
    search,
    group: groupOf(clauses),
    returning: fieldSpecs === null ? [] : specsIn(fieldSpecs).map((spec) => ({...returning(spec, source, read, others), with: access})),
    limit: limit === null ? null : rowCount(limit, reader),
    others,
    span: source.span(context),
  };
}

function accessMode(clause: SoslWithClauseContext): 'USER_MODE' | 'SYSTEM_MODE' | null {
  if (optional(clause.USER_MODE()) !== null) return 'USER_MODE';
  return optional(clause.SYSTEM_MODE()) === null ? null : 'SYSTEM_MODE';
}

/** The token of a search text begins with `[FIND`. */
function searchText(context: SoslLiteralContext, source: SourceText): Extract<SoslQuery['search'], {kind: 'string'}> {
  const {symbol} = context.FindLiteral();
  const span = source.between(symbol, symbol);
  const quoted = source.slice(span).replace(/^[^']*/, '');
  return {...soqlString(quoted), kind: 'string', span};
}

function groupOf(clauses: SoslClausesContext): SoslQuery['group'] {
  const group = optional(clauses.searchGroup());
  if (group === null || optional(group.ALL()) !== null) return 'ALL';
  if (optional(group.NAME()) !== null) return 'NAME';
  if (optional(group.EMAIL()) !== null) return 'EMAIL';
  return optional(group.PHONE()) === null ? 'SIDEBAR' : 'PHONE';
}

function specsIn(list: FieldSpecListContext): FieldSpecContext[] {
  return [list.fieldSpec(), ...list.fieldSpecList_list().flatMap(specsIn)];
}

function returning(spec: FieldSpecContext, source: SourceText, read: ReadExpression, others: string[]): SoqlQuery {
  const reader = new QueryReader(source, read);
  const span = source.span(spec);
  const [object] = spec.soslId_list();
  if (object === undefined) throw new Error('An object of RETURNING has a name.');
  const fields = optional(spec.fieldList());
  const where = optional(spec.logicalExpression());
  const order = optional(spec.fieldOrderList());
  const limit = optional(spec.limitClause());
  const offset = optional(spec.offsetClause());
  if (optional(spec.LISTVIEW()) !== null) others.push('USING LISTVIEW');
  return {
    select: fields === null ? [selected({kind: 'field', parts: [{text: 'Id', span}], span})] : selectOf(fields, source, others),
    from: [{object: path(object, source), alias: null}],
    scope: null,
    where: where === null ? null : condition(where, reader),
    with: null,
    groupBy: null,
    having: null,
    orderBy: order === null ? [] : orderOf(order, reader),
    limit: limit === null ? null : rowCount(limit, reader),
    offset: offset === null ? null : rowCount(offset, reader),
    allRows: false,
    forClause: [],
    update: [],
    span,
  };
}

function selectOf(list: FieldListContext, source: SourceText, others: string[]): SelectItem[] {
  const isFunction = optional(list.soqlFunction()) !== null || optional(list.TOLABEL()) !== null || optional(list.FORMAT()) !== null;
  if (isFunction || optional(list.CONVERT_CURRENCY()) !== null) others.push(source.written(list));
  const own = list.soslId_list().map((id) => selected(path(id, source)));
  return [...own, ...list.fieldList_list().flatMap((inner) => selectOf(inner, source, others))];
}

function selected(field: FieldPath): SelectItem {
  return {kind: 'field', field, alias: null, span: field.span};
}

function path(id: SoslIdContext, source: SourceText): FieldPath {
  const span = source.span(id);
  let start = span.start;
  const parts = source
    .slice(span)
    .split('.')
    .map((text) => {
      const part = {text: text.trim(), span: {...span, column: span.column + start - span.start, start, end: start + text.length}};
      start += text.length + 1;
      return part;
    });
  return {kind: 'field', parts, span};
}
