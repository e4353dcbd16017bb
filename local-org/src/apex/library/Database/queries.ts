/** Dynamic SOQL: `Database.query` and its relatives (Apex Reference Guide, "Database Class"; Apex Developer Guide, "Dynamic SOQL"). */
import type {QueryOptions, QueryPlan} from '../../../data/soql/query-engine.ts';
import {ApexFault, nullArgument, nullPointer} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import type {ApexMap} from '../../runtime/map.ts';
import {UnrunQuery} from '../../runtime/operations/database.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {SObject} from '../../runtime/sobject.ts';
import type {CallerVariables, Implementation} from '../registry.ts';
import {modeOf, type AccessLevel} from '../System/AccessLevel.ts';
import {QueryLocator} from './QueryLocator.ts';

/** A query that stands in the call is run by it; a list was read before. */
function locatorOf(rt: Runtime, source: ApexList | UnrunQuery | null, level: AccessLevel | null): QueryLocator {
  if (source === null) throw nullArgument();
  if (source instanceof UnrunQuery)
    return locate(rt, null, source, {access: modeOf(level), withSharing: source.withSharing, origin: 'apex'});
  return new QueryLocator(null, source.elements as readonly SObject[], source.type);
}

export const queryMembers: Readonly<Record<string, Implementation>> = {
  'query(String)': (rt: Runtime, text: string | null, variables: CallerVariables) => records(rt, prepare(rt, text, variables), null),
  'query(String,AccessLevel)': (rt: Runtime, text: string | null, level: AccessLevel | null, variables: CallerVariables) =>
    records(rt, prepare(rt, text, variables), level),
  'queryWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => records(rt, prepare(rt, text, required(binds)), level),
  'countQuery(String)': (rt: Runtime, text: string | null, variables: CallerVariables) => count(rt, prepare(rt, text, variables), null),
  'countQuery(String,AccessLevel)': (rt: Runtime, text: string | null, level: AccessLevel | null, variables: CallerVariables) =>
    count(rt, prepare(rt, text, variables), level),
  'countQueryWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => count(rt, prepare(rt, text, required(binds)), level),
  'getQueryLocator(String)': (rt: Runtime, text: string | null, variables: CallerVariables) =>
    locate(rt, required(text), prepare(rt, text, variables), options(rt, null)),
  'getQueryLocator(String,AccessLevel)': (rt: Runtime, text: string | null, level: AccessLevel | null, variables: CallerVariables) =>
    locate(rt, required(text), prepare(rt, text, variables), options(rt, level)),
  'getQueryLocator(List<SObject>)': (rt: Runtime, source: ApexList | UnrunQuery | null) => locatorOf(rt, source, null),
  'getQueryLocator(List<SObject>,AccessLevel)': locatorOf,
  'getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => locate(rt, text ?? '', prepare(rt, text, required(binds)), options(rt, level)),
};

interface Prepared {
  readonly plan: QueryPlan;
  readonly binds: readonly unknown[];
}

/** @param binds a map of them, or the variables of the caller */
function prepare(rt: Runtime, text: string | null, binds: ApexMap | CallerVariables): Prepared {
  if (text === null) throw nullPointer();
  const {plan, bindNames} = rt.tx.queries.planText(text);
  if (bindNames.length === 0) return {plan, binds: []};
  if (typeof binds === 'function') return {plan, binds: bindNames.map((name) => variable(binds, name))};
  const values = valuesByName(binds);
  return {plan, binds: bindNames.map((name) => valueOf(values, name))};
}

/** "Variable does not exist" is what the platform says of a name that its caller doesn't know. */
function variable(variables: CallerVariables, name: string): unknown {
  const value = variables(name.toLowerCase());
  if (value === undefined) throw new ApexFault('System.QueryException', `Variable does not exist: ${name}`);
  return value;
}

/** Keys of the map are variable names, which don't tell case. */
function valuesByName(binds: ApexMap): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const {key, value} of binds.entries()) {
    if (typeof key !== 'string') continue;
    if (values.has(key.toLowerCase()))
      throw new ApexFault('System.QueryException', `The bindMap consists of duplicate case-insensitive keys: ${key}`);
    values.set(key.toLowerCase(), value);
  }
  return values;
}

function valueOf(values: ReadonlyMap<string, unknown>, name: string): unknown {
  const key = name.toLowerCase();
  if (!values.has(key)) throw new ApexFault('System.QueryException', `Key '${name}' does not exist in the bindMap`);
  return values.get(key);
}

function required<Value>(value: Value | null): Value {
  if (value === null) throw nullArgument();
  return value;
}

function options(rt: Runtime, level: AccessLevel | null): QueryOptions {
  const access = modeOf(level);
  return {access, withSharing: access === 'user' || rt.withSharing(), origin: 'apex'};
}

function records(rt: Runtime, {plan, binds}: Prepared, level: AccessLevel | null): ApexList {
  return new ApexList(listType(rt, plan), rt.tx.queries.run(plan, binds, options(rt, level)));
}

function listType(rt: Runtime, plan: QueryPlan): ApexList['type'] {
  return rt.types.list(plan.kind === 'aggregate' ? rt.types.get('AggregateResult') : rt.types.object(plan.object.name));
}

function count(rt: Runtime, {plan, binds}: Prepared, level: AccessLevel | null): number {
  if (plan.kind !== 'count') throw new ApexFault('System.QueryException', 'countQuery takes a SELECT COUNT() query');
  return rt.tx.queries.count(plan, binds, options(rt, level));
}

/** Its rows count against a limit of their own. */
function locate(rt: Runtime, text: string | null, {plan, binds}: Prepared, mode: QueryOptions): QueryLocator {
  if (plan.kind !== 'records') throw new ApexFault('System.QueryException', 'A query locator takes a query that gives records');
  const rows = rt.tx.queries.run(plan, binds, {...mode, rowLimit: 'QueryLocatorRows'});
  return new QueryLocator(text, rows, listType(rt, plan));
}
