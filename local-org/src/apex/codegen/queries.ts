/** Static queries and DML: calls of the transaction's engines, with plans that are made once. */
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type {MethodSymbol, Type} from '../semantics/symbols.ts';
import type {TypedExpression, TypedStatement} from '../semantics/typed-tree.ts';
import type {SoqlQuery} from '../syntax/soql-ast.ts';
import type {Emission} from './context.ts';
import {libraryClassName} from './names.ts';

type Query = Extract<TypedExpression, {kind: 'query'}>;

export function emitQuery(cx: Emission, node: Query): string {
  switch (node.result) {
    case 'list':
      return `${cx.unit.operation('queryList')}(${queryArguments(cx, node)}, ${cx.unit.references.type(node.type)})`;
    case 'single':
      return `${cx.unit.operation('querySingle')}(${queryArguments(cx, node)})`;
    case 'optional':
      return `${cx.unit.operation('queryOptional')}(${queryArguments(cx, node)})`;
    case 'count':
      return `${cx.unit.operation('queryCount')}(${queryArguments(cx, node)})`;
  }
}

/** A query that is the argument of `Database.getQueryLocator`, which runs it. Null for any other method or argument. */
export function emitUnrunQuery(cx: Emission, {owner, name}: MethodSymbol, argument: TypedExpression): string | null {
  if (name.toLowerCase() !== 'getquerylocator' || libraryClassName(owner) !== 'System.Database') return null;
  const query = argument.kind === 'convert' ? argument.value : argument;
  if (query.kind !== 'query' || query.result !== 'list') return null;
  return `${cx.unit.operation('queryUnrun')}(${queryArguments(cx, query)})`;
}

/** The rows as a JavaScript array, for loops. */
export function emitQueryRows(cx: Emission, node: Query): string {
  return `${cx.unit.operation('queryRows')}(${queryArguments(cx, node)})`;
}

function queryArguments(cx: Emission, {query, binds}: Query): string {
  const values = binds.map((bind) => cx.emit(bind)).join(', ');
  return `$rt, ${cx.unit.references.plan(withoutBinds(query))}(), [${values}], ${sharingOf(cx)}`;
}

/** The search text, what is searched, and for each object its plan, its binds and the type of its list. */
export function emitSearch(cx: Emission, {search, group, queries, limit, type}: Extract<TypedExpression, {kind: 'search'}>): string {
  const objects = queries.map(({query, binds, type: listType}) => {
    const values = binds.map((bind) => cx.emit(bind)).join(', ');
    return `{plan: ${cx.unit.references.plan(withoutBinds(query))}(), binds: [${values}], isOrdered: ${String(query.orderBy.length > 0)}, type: ${cx.unit.references.type(listType)}}`;
  });
  const most = limit === null ? 'null' : cx.emit(limit);
  const words = cx.emit(search);
  return `${cx.unit.operation('search')}($rt, ${words}, '${group}', [${objects.join(', ')}], ${most}, ${sharingOf(cx)}, ${cx.unit.references.type(type)})`;
}

/** `true` or `false` where the class says so; else the caller's, found at run time. */
export function sharingOf(cx: Emission): string {
  switch (cx.scope.owner?.sharing) {
    case 'with':
      return 'true';
    case 'without':
      return 'false';
    default:
      return '$rt.withSharing()';
  }
}

/** The query as it is kept: what its binds stand for is in the code beside it. */
function withoutBinds(query: SoqlQuery): SoqlQuery {
  const strip = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'bind' ? {...value, expression: null} : value;
  return JSON.parse(JSON.stringify(query, strip)) as SoqlQuery;
}

export function emitDml(cx: Emission, node: Extract<TypedStatement, {kind: 'dml'}>): string {
  const {operation, access, records, externalId} = node;
  const object = descriptorOf(records.type);
  const field = externalId === null || object === null ? 'null' : cx.unit.references.field(object, externalId);
  return `${cx.unit.operation('dml')}($rt, '${operation}', ${cx.emit(records)}, '${access ?? 'system'}', ${field}, ${sharingOf(cx)})`;
}

/** Of a record, or of the elements of a list. */
function descriptorOf(type: Type): SObjectDescriptor | null {
  if (type.kind !== 'class') return null;
  const [element] = type.arguments;
  return element === undefined ? type.symbol.descriptor : descriptorOf(element);
}

export function emitMerge(cx: Emission, {access, master, duplicates}: Extract<TypedStatement, {kind: 'merge'}>): string {
  return `${cx.unit.operation('merge')}($rt, ${cx.emit(master)}, ${cx.emit(duplicates)}, '${access ?? 'system'}')`;
}
