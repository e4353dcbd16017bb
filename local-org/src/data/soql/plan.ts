/**
 * Planning: names resolved, types checked, everything legal that local-org lacks refused. The compiler plans the queries it finds, and dynamic SOQL is planned
 * when it runs; both see the same errors, in the words of the platform where they are known.
 */
import type {SoqlQuery} from '../../apex/syntax/soql-ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Schema, SObjectDescriptor} from '../descriptor.ts';
import {checkCustomMetadataQuery} from './custom-metadata-query.ts';
import {isAggregateQuery, planAggregate} from './plan-aggregate.ts';
import {planCondition, type ConditionReader} from './plan-conditions.ts';
import {planSelect} from './plan-select.ts';
import type {
  Access,
  Comparand,
  Count,
  PlannedCondition,
  PlannedOrder,
  PlannedQuery,
  PlannedRows,
  RecordsPlan,
  RowValue,
} from './planned-query.ts';
import {PlanNotes, words} from './problems.ts';
import type {PlanResult} from './query-engine.ts';
import {Scope} from './resolve.ts';

/** `planQuery` as its callers outside of this folder see it: the plan is opaque. @param path of the file, for diagnostics */
export function planQuery(query: SoqlQuery, schema: Schema, path: string): PlanResult & {readonly plan: PlannedQuery | null} {
  const notes = new PlanNotes(path);
  const plan = new Planner(schema, notes).query(query);
  return {plan: notes.diagnostics.length > 0 ? null : plan, diagnostics: notes.diagnostics};
}

/** A clause without its contents reads like an alias: `FROM Lead WHERE`. */
const CLAUSES = /^(where|limit|order|group|having|with|for|offset|using|update|all)$/i;

class Planner {
  readonly #schema: Schema;
  readonly #notes: PlanNotes;

  constructor(schema: Schema, notes: PlanNotes) {
    this.#schema = schema;
    this.#notes = notes;
  }

  query(query: SoqlQuery): PlannedQuery | null {
    const [from, ...more] = query.from;
    const name = from?.object.parts[0];
    if (from === undefined || name === undefined) return null;
    if (more.length > 0 || from.object.parts.length > 1) {
      return this.#notes.report('U705', 'The alias notation for relationships in FROM is not supported', query.span);
    }
    if (from.alias !== null && CLAUSES.test(from.alias.text))
      return this.#notes.report('E730', `unexpected token: '${from.alias.text}'`, from.alias.span);
    const object = this.#object(name.text, name.span);
    if (object === null) return null;
    const scope = new Scope(this.#schema, object, this.#notes, new Set(from.alias === null ? [] : [from.alias.text.toLowerCase()]));
    return this.#over(query, scope);
  }

  #object(name: string, span: Span): SObjectDescriptor | null {
    const object = this.#schema.object(name);
    if (object === null) return this.#notes.report('E701', words.noObject(name), span);
    if (object.kind === 'signature only') {
      return this.#notes.report('U701', `${object.name} can't be queried: local-org knows its field types alone`, span);
    }
    if (object.kind === 'platform event' || object.key === 'name') {
      return this.#notes.report('E701', `entity type ${object.name} does not support query`, span);
    }
    return object;
  }

  #over(query: SoqlQuery, scope: Scope): PlannedQuery | null {
    const isCount = isCountQuery(query);
    const isAggregate = !isCount && isAggregateQuery(query);
    if (scope.object.kind === 'custom metadata') checkCustomMetadataQuery(query, isCount, this.#notes);
    const access = this.#access(query);
    const where = this.#where(query, scope, 0);
    const rows = this.#rows(query, scope, access, isAggregate);
    if (isAggregate) {
      const parts = planAggregate(query, scope, (_query, _left, span) =>
        this.#notes.report('E709', 'A semi join sub-select is not allowed in HAVING', span),
      );
      if (parts === null || rows === null || where === undefined) return null;
      return {kind: 'aggregate', binds: this.#notes.binds, ...rows, where, ...parts, named: scope.named};
    }
    if (isCount) {
      if (rows === null || where === undefined) return null;
      if (query.orderBy.length > 0) return this.#notes.report('E723', 'COUNT() can not be used with ORDER BY', query.span);
      return {kind: 'count', binds: this.#notes.binds, ...rows, where, named: scope.named};
    }
    const select = planSelect(query.select, scope, (subquery, child) => this.#children(subquery, child));
    if (select === null || rows === null || where === undefined) return null;
    return {kind: 'records', binds: this.#notes.binds, ...rows, where, select, named: scope.named};
  }

  #children(query: SoqlQuery, child: SObjectDescriptor): RecordsPlan | null {
    if (child.kind === 'signature only') {
      return this.#notes.report('U701', `${child.name} can't be queried: local-org knows its field types alone`, query.span);
    }
    const alias = query.from[0]?.alias?.text.toLowerCase();
    const plan = this.#over(query, new Scope(this.#schema, child, this.#notes, new Set(alias === undefined ? [] : [alias])));
    if (plan === null || plan.kind === 'records') return plan;
    return this.#notes.report('E724', 'A subquery in SELECT gives records; aggregate functions are not allowed in it', query.span);
  }

  /** Undefined where it has errors. */
  #where(query: SoqlQuery, scope: Scope, depth: number): PlannedCondition<RowValue> | null | undefined {
    if (query.where === null) return null;
    const reader: ConditionReader<RowValue> = {
      scope,
      clause: 'WHERE',
      value: (source) => scope.rowValue(source),
      semiJoin: (inner, left, span) => this.#semiJoin(inner, scope.object, left.type === 'Id' || left.type === 'Reference', span, depth),
    };
    return planCondition(query.where, reader) ?? undefined;
  }

  #semiJoin(query: SoqlQuery, outer: SObjectDescriptor, isLeftAnId: boolean, span: Span, depth: number): Comparand | null {
    if (depth > 0) return this.#notes.report('E709', 'Nesting of semi join sub-selects is not supported', span);
    const [from] = query.from;
    const name = from?.object.parts[0];
    const [item, ...more] = query.select;
    if (from === undefined || name === undefined) return null;
    const object = this.#object(name.text, name.span);
    if (object === null) return null;
    // SOQL and SOSL Reference, "Comparison Operators", on semi-joins and anti-joins.
    if (object === outer) return this.#notes.report('E709', 'The inner and outer selects should not be on the same object type', span);
    if (query.orderBy.length > 0 || query.limit !== null || query.offset !== null || query.forClause.length > 0)
      return this.#notes.report('E709', 'ORDER BY, LIMIT, OFFSET and FOR UPDATE are not supported in semi join sub-selects', span);
    const scope = new Scope(this.#schema, object, this.#notes, new Set(from.alias === null ? [] : [from.alias.text.toLowerCase()]));
    if (item?.kind !== 'field' || more.length > 0) {
      return this.#notes.report('E709', 'A semi join sub-select selects exactly one field', span);
    }
    const select = scope.field(item.field);
    const where = this.#where(query, scope, depth + 1);
    const rows = this.#rows(query, scope, null, false);
    if (select === null || where === undefined || rows === null) return null;
    if (select.field.type !== 'Id' && select.field.type !== 'Reference') {
      return this.#notes.report(
        'E709',
        `The selected field '${select.field.name}' of a semi join sub-select must be an ID or a reference`,
        span,
      );
    }
    if (!isLeftAnId) return this.#notes.report('E709', 'A semi join compares an ID or a reference', span);
    return {kind: 'query', query: {...rows, where, named: scope.named}, select};
  }

  #rows(query: SoqlQuery, scope: Scope, access: Access | null, isAggregate: boolean): Omit<PlannedRows, 'where' | 'named'> | null {
    const {forClause} = query;
    const forUpdate = forClause.includes('update');
    if (forUpdate && query.orderBy.length > 0) return this.#notes.report('E725', 'ORDER BY can not be used with FOR UPDATE', query.span);
    if (forUpdate && isAggregate) return this.#notes.report('E725', 'FOR UPDATE can not be used with aggregate functions', query.span);
    if (query.update.length > 0) return this.#notes.report('U706', 'UPDATE TRACKING and UPDATE VIEWSTAT are not supported', query.span);
    const scopeName = query.scope?.text.toLowerCase() ?? 'everything';
    if (scopeName !== 'everything' && scopeName !== 'mine') {
      return this.#notes.report('U707', `USING SCOPE ${scopeName} is not supported`, query.scope?.span ?? query.span);
    }
    const orderBy = isAggregate ? [] : this.#orderBy(query, scope);
    const limit = this.#count(query.limit);
    const offset = this.#count(query.offset);
    if (orderBy === null || limit === undefined || offset === undefined) return null;
    if (offset?.kind === 'number' && offset.value > 2000)
      return this.#notes.report('E726', 'Maximum SOQL offset allowed is 2000', query.span);
    return {object: scope.object, limit, offset, allRows: query.allRows, forUpdate, isMine: scopeName === 'mine', access, orderBy};
  }

  #orderBy(query: SoqlQuery, scope: Scope): PlannedOrder<RowValue>[] | null {
    const orders: PlannedOrder<RowValue>[] = [];
    for (const order of query.orderBy) {
      const value = scope.rowValue(order.field);
      if (value === null) return null;
      if (value.kind === 'field' && !isSortable(value.field.type)) {
        return this.#notes.report('E727', `field '${value.field.name}' can not be sorted in a query call`, order.span);
      }
      orders.push({value, descending: order.descending, nullsFirst: order.nulls !== 'last'});
    }
    return orders;
  }

  /** Undefined where it has errors. */
  #count(source: SoqlQuery['limit']): Count | null | undefined {
    if (source === null) return null;
    if (source.kind === 'bind') {
      this.#notes.noteBind(source.index, {kind: 'number', valueType: null});
      return {kind: 'bind', index: source.index};
    }
    if (source.kind === 'number' && /^\d+$/.test(source.text)) return {kind: 'number', value: Number(source.text)};
    this.#notes.report('E728', 'LIMIT and OFFSET take a whole number', source.span);
    return undefined;
  }

  #access(query: SoqlQuery): Access | null {
    if (query.with === null) return null;
    if (query.with.kind === 'other') return this.#notes.report('U708', `WITH ${query.with.text} is not supported`, query.with.span);
    switch (query.with.mode) {
      case 'USER_MODE':
        return 'user';
      case 'SYSTEM_MODE':
        return 'system';
      case 'SECURITY_ENFORCED':
        return 'security enforced';
    }
  }
}

function isCountQuery(query: SoqlQuery): boolean {
  const [item, ...more] = query.select;
  if (item?.kind !== 'function' || more.length > 0 || query.groupBy !== null) return false;
  return item.alias === null && item.call.name.text.toUpperCase() === 'COUNT' && item.call.arguments.length === 0;
}

/** Describe's `sortable` (SOQL and SOSL Reference, "ORDER BY"). */
export function isSortable(type: string): boolean {
  return !['LongTextArea', 'RichTextArea', 'MultiPicklist', 'EncryptedString', 'Base64', 'Address', 'Location', 'AnyType'].includes(type);
}
