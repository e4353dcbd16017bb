/** Static SOQL and DML statements. */
import type {FieldDescriptor} from '../../../data/descriptor.ts';
import type {QueryPlan} from '../../../data/soql/query-engine.ts';
import type {DmlOperation} from '../../syntax/ast.ts';
import {ApexFault, nullPointer} from '../fault.ts';
import {ApexId} from '../id.ts';
import {ApexList} from '../list.ts';
import type {Runtime} from '../runtime.ts';
import type {RuntimeType} from '../runtime-type.ts';
import {SObject} from '../sobject.ts';

type Access = 'user' | 'system';

/** Records that a loop over lists takes at a time (Apex Developer Guide, "SOQL For Loops"). */
const CHUNK_SIZE = 200;

export function queryRows(rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean): SObject[] {
  return rt.tx.queries.run(plan, binds, {access: 'system', withSharing, origin: 'apex'});
}

export function queryList(rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean, type: RuntimeType): ApexList {
  return new ApexList(type, queryRows(rt, plan, binds, withSharing));
}

/** The query that stands in `Database.getQueryLocator([SELECT …])`, which runs it itself: with another limit of rows, and in the mode that it is told. */
export class UnrunQuery {
  readonly plan: QueryPlan;
  readonly binds: readonly unknown[];
  readonly withSharing: boolean;

  constructor(plan: QueryPlan, binds: readonly unknown[], withSharing: boolean) {
    this.plan = plan;
    this.binds = binds;
    this.withSharing = withSharing;
  }
}

export function queryUnrun(_rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean): UnrunQuery {
  return new UnrunQuery(plan, binds, withSharing);
}

/** Apex Developer Guide, "Working with SOQL Query Results": a single record must be exactly one. */
export function querySingle(rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean): SObject {
  return onlyRow(queryRows(rt, plan, binds, withSharing));
}

/** Apex Developer Guide, "Null Coalescing Operator": on the left of `??` a query without rows is null. */
export function queryOptional(rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean): SObject | null {
  const rows = queryRows(rt, plan, binds, withSharing);
  return rows.length === 0 ? null : onlyRow(rows);
}

/** What dynamic SOQL found, where its place wants one record: `Lead l = Database.query(text)`. */
export function onlyRecord(list: ApexList | null): SObject {
  if (list === null) throw nullPointer();
  return onlyRow(list.elements as readonly SObject[]);
}

function onlyRow([record, ...others]: readonly SObject[]): SObject {
  if (record === undefined) throw new ApexFault('System.QueryException', 'List has no rows for assignment to SObject');
  if (others.length > 0) throw new ApexFault('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return record;
}

export function queryCount(rt: Runtime, plan: QueryPlan, binds: readonly unknown[], withSharing: boolean): number {
  return rt.tx.queries.count(plan, binds, {access: 'system', withSharing, origin: 'apex'});
}

/** Rows in lists of 200. */
export function* chunks(rows: readonly unknown[], type: RuntimeType): Generator<ApexList> {
  for (let start = 0; start < rows.length; start += CHUNK_SIZE) yield new ApexList(type, rows.slice(start, start + CHUNK_SIZE));
}

export function dml(
  rt: Runtime,
  operation: DmlOperation,
  records: SObject | ApexList | null,
  access: Access,
  externalId: FieldDescriptor | null,
  withSharing: boolean,
): void {
  rt.tx.dml.execute({operation, records: recordsOf(records), allOrNone: true, access, externalId, withSharing, origin: 'apex'});
}

export function merge(rt: Runtime, master: SObject | null, duplicates: SObject | ApexList | string | null, access: Access): void {
  if (master === null || duplicates === null) throw nullPointer();
  rt.tx.dml.merge({master, duplicateIds: idsOf(duplicates), allOrNone: true, access});
}

function recordsOf(records: SObject | ApexList | null): readonly SObject[] {
  if (records === null) throw nullPointer();
  return records instanceof ApexList ? (records.elements as readonly SObject[]) : [records];
}

function idsOf(duplicates: SObject | ApexList | string): readonly string[] {
  const items = duplicates instanceof ApexList ? duplicates.elements : [duplicates];
  return items.map((item) => {
    const id = item instanceof SObject ? item.id : item instanceof ApexId ? item.value : item;
    if (typeof id !== 'string') throw nullPointer();
    return id;
  });
}
