/** SOSL in brackets (Apex Developer Guide, "SOQL and SOSL Queries"): a query for each object that it returns, over what the search finds. */
import {planQuery} from '../../data/soql/plan.ts';
import {isError} from '../../diagnostics/diagnostic.ts';
import type * as ast from '../syntax/ast.ts';
import type {Bind, Condition, SoqlQuery, SoslQuery} from '../syntax/soql-ast.ts';
import {assignTo} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {bindsOf, checkBind, unsupportedObject} from './bind-queries.ts';
import {errorExpression, unsupported} from './body.ts';
import type {Body} from './body.ts';
import {stringLiteral} from './synthetic-calls.ts';
import type {TypedExpression} from './typed-tree.ts';

type Search = Extract<TypedExpression, {kind: 'search'}>;

export function bindSosl(body: Body, {query, span}: ast.SoslExpression): TypedExpression {
  const {unit} = body;
  const {universe} = unit;
  const type = universe.listOf(universe.listOf(universe.well.sobject));
  const search = searchText(body, query);
  const limit = rowLimit(body, query);
  const queries = query.returning.map((each) => objectQuery(body, each));
  const lack = lackOf(query) ?? queries.find((each) => typeof each === 'string');
  if (isRefused(search) || (limit !== null && isRefused(limit)) || queries.includes(null)) return errorExpression(unit, span);
  if (typeof lack === 'string') return unsupported(unit, 'U201', span, type, lack);
  return {kind: 'search', search, group: query.group, queries: queries.filter(isQuery), limit, type, span};
}

function lackOf({returning, others}: SoslQuery): string | undefined {
  if (returning.length === 0) return 'SOSL without RETURNING is not supported';
  return others.length === 0 ? undefined : `SOSL with ${others.join(', ')} is not supported`;
}

function isQuery(query: Search['queries'][number] | string | null): query is Search['queries'][number] {
  return typeof query === 'object' && query !== null;
}

function searchText(body: Body, {search}: SoslQuery): TypedExpression {
  const {unit} = body;
  if (search.kind === 'string') return stringLiteral(unit, search.value, search.span);
  return assignTo(unit, body.bind(search.expression), unit.universe.well.string, search.span);
}

function rowLimit(body: Body, {limit}: SoslQuery): TypedExpression | null {
  const {unit} = body;
  const {integer} = unit.universe.well;
  if (limit?.kind === 'bind') return assignTo(unit, body.bind(limit.expression), integer, limit.span);
  if (limit?.kind !== 'number') return null;
  return {kind: 'literal', value: {kind: 'integer', value: Number(limit.text)}, type: integer, span: limit.span};
}

/** Null where it has errors, a sentence where something is lacking. */
function objectQuery(body: Body, written: SoqlQuery): Search['queries'][number] | string | null {
  const {unit} = body;
  const {universe} = unit;
  const own = bindsOf(written);
  const binds = own.map((bind) => body.bind(bind.expression));
  const lack = unsupportedObject(unit, written);
  if (lack !== null) return lack.message;
  const query = amongFound(written, own.length);
  const {plan, diagnostics} = planQuery(query, universe.schema, unit.path);
  unit.diagnostics.push(...diagnostics.filter(isError));
  if (plan === null) return diagnostics.some(isError) ? null : (diagnostics[0]?.message ?? null);
  binds.forEach((bind, index) => {
    const use = plan.binds[index];
    if (use !== undefined && !isRefused(bind)) checkBind(unit, bind, use);
  });
  const symbol = universe.findType(['Schema', plan.object.name], null);
  if (binds.some(isRefused) || symbol === null) return null;
  return {query, binds, type: universe.listOf(universe.typeOf(symbol))};
}

/** The query with the further condition that the record was found: `… AND Id IN :ids`. */
function amongFound(query: SoqlQuery, index: number): SoqlQuery {
  const {span} = query;
  const bind: Bind = {kind: 'bind', index, expression: {kind: 'name', name: {text: 'ids', span}, span}, span};
  const isFound: Condition = {
    kind: 'comparison',
    left: {kind: 'field', parts: [{text: 'Id', span}], span},
    operator: 'in',
    right: bind,
    span,
  };
  return {...query, where: query.where === null ? isFound : {kind: 'and', conditions: [query.where, isFound], span}};
}
