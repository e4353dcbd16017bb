/** Dynamic SOQL: `Database.query` and its relatives (Apex Reference Guide, "Database Class"; Apex Developer Guide, "Dynamic SOQL"). */
import type {QueryOptions, QueryPlan} from '../../../data/soql/query-engine.ts';
import {ApexFault, nullArgument, nullPointer} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import type {ApexMap} from '../../runtime/map.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {SObject} from '../../runtime/sobject.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import type {Implementation} from '../registry.ts';
import {modeOf, type AccessLevel} from '../System/AccessLevel.ts';
import {QueryLocator} from './QueryLocator.ts';

const query = (rt: Runtime, text: string | null, level: AccessLevel | null = null) => records(rt, prepare(rt, text, null), level);

const countQuery = (rt: Runtime, text: string | null, level: AccessLevel | null = null) => count(rt, prepare(rt, text, null), level);

const getQueryLocator = (rt: Runtime, source: string | ApexList | null, level: AccessLevel | null = null) => {
  if (source === null) throw nullArgument();
  if (typeof source !== 'string') return new QueryLocator(null, source.elements as readonly SObject[], source.type);
  return locator(rt, source, prepare(rt, source, null), level);
};

export const queryMembers: Readonly<Record<string, Implementation>> = {
  'query(String)': query,
  'query(String,AccessLevel)': query,
  'queryWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => records(rt, prepare(rt, text, required(binds)), level),
  'countQuery(String)': countQuery,
  'countQuery(String,AccessLevel)': countQuery,
  'countQueryWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => count(rt, prepare(rt, text, required(binds)), level),
  'getQueryLocator(String)': getQueryLocator,
  'getQueryLocator(String,AccessLevel)': getQueryLocator,
  'getQueryLocator(List<SObject>)': getQueryLocator,
  'getQueryLocator(List<SObject>,AccessLevel)': getQueryLocator,
  'getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel)': (
    rt: Runtime,
    text: string | null,
    binds: ApexMap | null,
    level: AccessLevel | null,
  ) => locator(rt, text ?? '', prepare(rt, text, required(binds)), level),
};

interface Prepared {
  readonly plan: QueryPlan;
  readonly binds: readonly unknown[];
}

/** @param binds null where the variables of the caller are meant */
function prepare(rt: Runtime, text: string | null, binds: ApexMap | null): Prepared {
  if (text === null) throw nullPointer();
  const {plan, bindNames} = rt.tx.queries.planText(text);
  if (bindNames.length === 0) return {plan, binds: []};
  if (binds === null) {
    throw new UnsupportedError(`U709 Dynamic SOQL can't see the variables of its caller (:${bindNames[0] ?? ''}); use queryWithBinds.`);
  }
  const values = valuesByName(binds);
  return {plan, binds: bindNames.map((name) => valueOf(values, name))};
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
  return {access: modeOf(level), withSharing: rt.withSharing(), origin: 'apex'};
}

function records(rt: Runtime, {plan, binds}: Prepared, level: AccessLevel | null): ApexList {
  return new ApexList(listType(rt, plan), rt.tx.queries.run(plan, binds, options(rt, level)));
}

function listType(rt: Runtime, plan: QueryPlan): ApexList['type'] {
  return rt.types.list(rt.types.get(plan.kind === 'aggregate' ? 'AggregateResult' : plan.object.name));
}

function count(rt: Runtime, {plan, binds}: Prepared, level: AccessLevel | null): number {
  if (plan.kind !== 'count') throw new ApexFault('System.QueryException', 'countQuery takes a SELECT COUNT() query');
  return rt.tx.queries.count(plan, binds, options(rt, level));
}

/** Its rows don't count against the limit of rows. */
function locator(rt: Runtime, text: string, {plan, binds}: Prepared, level: AccessLevel | null): QueryLocator {
  if (plan.kind !== 'records') throw new ApexFault('System.QueryException', 'A query locator takes a query that gives records');
  rt.tx.limits.count('Queries');
  const rows = rt.tx.queries.run(plan, binds, {...options(rt, level), origin: 'api'});
  return new QueryLocator(text, rows, listType(rt, plan));
}
