import type {
  BoundExpressionContext,
  ExpressionContext,
  FieldOrderListContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  LimitClauseContext,
  OffsetClauseContext,
  OrderByClauseContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  UpdateListContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type {Expression} from './ast.ts';
import type {Bind, Condition, OrderBy, SelectItem, SoqlLiteral, SoqlQuery, SoqlWith, TypeOf} from './soql-ast.ts';
import {condition} from './soql-conditions.ts';
import {fieldPath, soqlFunction} from './soql-fields.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

/** Reads the expression after a bind's colon. Handed in, because expressions hold queries too. */
export type ReadExpression = (context: ExpressionContext, source: SourceText) => Expression;

/** What the parts of one query share: its source, and the count of its binds. */
export class QueryReader {
  readonly source: SourceText;
  readonly #read: ReadExpression;
  #binds = 0;

  constructor(source: SourceText, read: ReadExpression) {
    this.source = source;
    this.#read = read;
  }

  /** Called in the order of the text, subqueries included, which is the order of the binds' numbers. */
  bind(context: BoundExpressionContext): Bind {
    const index = this.#binds++;
    const expression = this.#read(context.expression(), this.source);
    return {kind: 'bind', index, expression, span: this.source.span(context)};
  }

  subquery(context: SubQueryContext): SoqlQuery {
    return readSubquery(context, this);
  }
}

export function soqlQuery(context: QueryContext, source: SourceText, read: ReadExpression): SoqlQuery {
  const reader = new QueryReader(source, read);
  const groupClause = optional(context.groupByClause());
  return {
    select: context
      .selectList()
      .selectEntry_list()
      .map((entry) => selectItem(entry, reader)),
    from: fromNames(context.fromNameList(), source),
    scope: map(context.usingScope(), (scope) => source.identifier(scope.soqlId())),
    where: map(context.whereClause(), (where) => condition(where.whereLogicalExpression(), reader)),
    with: map(context.withClause(), (clause) => withClause(clause, source)),
    groupBy: groupClause === null ? null : groupBy(groupClause, reader),
    having: groupClause === null ? null : having(groupClause, reader),
    orderBy: orderBy(optional(context.orderByClause()), reader),
    limit: map(context.limitClause(), (clause) => rowCount(clause, reader)),
    offset: map(context.offsetClause(), (clause) => rowCount(clause, reader)),
    allRows: optional(context.allRowsClause()) !== null,
    forClause: forClause(context.forClauses()),
    update: updates(optional(context.updateList()), source),
    span: source.span(context),
  };
}

function readSubquery(context: SubQueryContext, reader: QueryReader): SoqlQuery {
  const {source} = reader;
  return {
    select: context
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => selectItem(entry, reader)),
    from: fromNames(context.fromNameList(), source),
    scope: null,
    where: map(context.whereClause(), (where) => condition(where.whereLogicalExpression(), reader)),
    with: null,
    groupBy: null,
    having: null,
    orderBy: orderBy(optional(context.orderByClause()), reader),
    limit: map(context.limitClause(), (clause) => rowCount(clause, reader)),
    offset: null,
    allRows: false,
    forClause: forClause(context.forClauses()),
    update: updates(optional(context.updateList()), source),
    span: source.span(context),
  };
}

function map<Context, Result>(context: Context, read: (context: Context) => Result): Result | null {
  const present = optional(context);
  return present === null ? null : read(present);
}

function selectItem(context: SelectEntryContext | SubFieldEntryContext, reader: QueryReader): SelectItem {
  const {source} = reader;
  const span = source.span(context);
  const alias = map(context.soqlId(), (id) => source.identifier(id));
  const field = optional(context.fieldName());
  if (field !== null) return {kind: 'field', field: fieldPath(field, source), alias, span};
  const call = optional(context.soqlFunction());
  if (call !== null) {
    const group = map(call.soqlFieldsParameter(), (parameter) => source.written(parameter).toUpperCase());
    if (group === 'ALL' || group === 'STANDARD' || group === 'CUSTOM') return {kind: 'fields', group, span};
    return {kind: 'function', call: soqlFunction(call, reader), alias, span};
  }
  const query = optional(context.subQuery());
  if (query !== null) return {kind: 'subquery', query: reader.subquery(query), alias, span};
  return {kind: 'typeof', typeOf: typeOf(context.typeOf(), source), span};
}

function typeOf(context: TypeOfContext, source: SourceText): TypeOf {
  const otherwise = optional(context.elseClause());
  return {
    relationship: fieldPath(context.fieldName(), source),
    branches: context.whenClause_list().map((branch) => ({
      type: source.identifier(branch.fieldName()),
      fields: branch
        .fieldNameList()
        .fieldName_list()
        .map((field) => fieldPath(field, source)),
    })),
    otherwise:
      otherwise === null
        ? []
        : otherwise
            .fieldNameList()
            .fieldName_list()
            .map((field) => fieldPath(field, source)),
  };
}

/** The aliases stand between the names, so each is found by where it stands. */
function fromNames(context: FromNameListContext, source: SourceText): SoqlQuery['from'] {
  const names = context.fieldName_list();
  const aliases = context.soqlId_list();
  return names.map((name, index) => {
    const next = names[index + 1]?.start.start ?? Infinity;
    const alias = aliases.find((id) => id.start.start > name.start.start && id.start.start < next);
    return {object: fieldPath(name, source), alias: alias === undefined ? null : source.identifier(alias)};
  });
}

function withClause(context: WithClauseContext, source: SourceText): SoqlWith {
  const span = source.span(context);
  if (optional(context.USER_MODE())) return {kind: 'access', mode: 'USER_MODE', span};
  if (optional(context.SYSTEM_MODE())) return {kind: 'access', mode: 'SYSTEM_MODE', span};
  if (optional(context.SECURITY_ENFORCED())) return {kind: 'access', mode: 'SECURITY_ENFORCED', span};
  return {kind: 'other', text: source.slice(span), span};
}

function groupBy(context: GroupByClauseContext, reader: QueryReader): SoqlQuery['groupBy'] {
  const list = context.fieldGroupByList();
  return {
    kind: optional(context.ROLLUP()) ? 'rollup' : optional(context.CUBE()) ? 'cube' : 'fields',
    items: list.fieldGroupBy_list().map((item) => {
      const field = optional(item.fieldName());
      return field === null ? soqlFunction(item.soqlFunction(), reader) : fieldPath(field, reader.source);
    }),
    span: reader.source.between(context.start, list.stop ?? list.start),
  };
}

function having(context: GroupByClauseContext, reader: QueryReader): Condition | null {
  return map(context.logicalExpression(), (logical) => condition(logical, reader));
}

function orderBy(context: OrderByClauseContext | null, reader: QueryReader): OrderBy[] {
  return context === null ? [] : orderOf(context.fieldOrderList(), reader);
}

export function orderOf(context: FieldOrderListContext, reader: QueryReader): OrderBy[] {
  return context.fieldOrder_list().map((order) => {
    const field = optional(order.fieldName());
    return {
      field: field === null ? soqlFunction(order.soqlFunction(), reader) : fieldPath(field, reader.source),
      descending: optional(order.DESC()) !== null,
      nulls: optional(order.FIRST()) ? 'first' : optional(order.LAST()) ? 'last' : null,
      span: reader.source.span(order),
    };
  });
}

export function rowCount(context: LimitClauseContext | OffsetClauseContext, reader: QueryReader): SoqlLiteral | Bind {
  const bound = optional(context.boundExpression());
  if (bound !== null) return reader.bind(bound);
  const number = context.IntegerLiteral();
  return {kind: 'number', text: reader.source.tokenText(number), span: reader.source.between(number.symbol, number.symbol)};
}

function forClause(context: ForClausesContext): SoqlQuery['forClause'] {
  const clauses = [
    ...context.VIEW_list().map(({symbol}) => ({name: 'view', at: symbol.start}) as const),
    ...context.REFERENCE_list().map(({symbol}) => ({name: 'reference', at: symbol.start}) as const),
    ...context.UPDATE_list().map(({symbol}) => ({name: 'update', at: symbol.start}) as const),
  ];
  return clauses.sort((left, right) => left.at - right.at).map((clause) => clause.name);
}

function updates(context: UpdateListContext | null, source: SourceText): SoqlQuery['update'] {
  if (context === null) return [];
  const first = source.written(context.updateType()).toLowerCase() as 'tracking' | 'viewstat';
  return [first, ...updates(optional(context.updateList()), source)];
}
