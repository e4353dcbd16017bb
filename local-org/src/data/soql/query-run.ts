/** One run of a planned query, with its binds and the rights under which it runs. */
import {ApexFault} from '../../apex/runtime/fault.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {RecordAccess} from '../../security/record-access.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {StoredRow} from '../tables/table.ts';
import {candidates, rowsOf} from './candidates.ts';
import {aggregateResult, groupRows} from './grouping.ts';
import {Operands} from './operands.ts';
import {sortRows} from './ordering.ts';
import type {AggregatePlan, Count, FieldRef, PlannedRows, Projection, RecordsPlan, RowValue} from './planned-query.ts';
import {predicate} from './predicates.ts';
import {Projector} from './projector.ts';
import {readInOrder} from './read-in-order.ts';
import type {QueryEnvironment} from './query-environment.ts';
import {RowReader, type ObjectRow} from './row-reader.ts';
import {isUserRecordAccess, userRecordAccessRows} from './user-record-access.ts';

/** For so many rows that conditions leave, for each that is wanted, sorting them is better than reading in order. */
const FEW = 4;

export interface RunRights {
  readonly access: RecordAccess;
  /** Whether rows that sharing hides from the user are left out. */
  readonly withSharing: boolean;
  /** The governor limit against which its rows count; null for none. */
  readonly rowLimit: 'QueryRows' | 'QueryLocatorRows' | null;
}

export class QueryRun {
  readonly #environment: QueryEnvironment;
  readonly #rights: RunRights;
  readonly #reader: RowReader;
  readonly #operands: Operands;
  readonly #projector: Projector;

  constructor(environment: QueryEnvironment, binds: readonly unknown[], rights: RunRights) {
    this.#environment = environment;
    this.#rights = rights;
    this.#reader = new RowReader(environment);
    this.#operands = new Operands(environment, binds, (query, select) => this.#semiJoin(query, select));
    this.#projector = new Projector(environment, this.#reader);
  }

  /** @param ids of the rows to choose from; all by default */
  records(plan: RecordsPlan, ids: readonly string[] | null = null): SObject[] {
    const rows = this.#select(plan, () => true, ids);
    this.#countRows(rows.length);
    if (plan.forUpdate)
      this.#environment.lock(
        plan.object,
        rows.map(({row}) => row.slots[0] as string),
      );
    return rows.map((row) => this.#project(plan, row));
  }

  count(plan: PlannedRows): number {
    const found = this.#select(plan, () => true).length;
    this.#countRows(1);
    return found;
  }

  groups(plan: AggregatePlan): SObject[] {
    const rows = [...this.#matching(plan, () => true)];
    const groups = this.#page(plan, groupRows(plan, rows, this.#reader, this.#operands));
    this.#countRows(countsGroups(plan) ? groups.length : rows.length);
    return groups.map((group) => aggregateResult(plan, group, this.#reader));
  }

  #project(plan: RecordsPlan, row: ObjectRow): SObject {
    return this.#projector.record(plan.object, plan.select, row, (projection, parentId) => this.#children(projection, parentId));
  }

  /** The rows of a child relationship, found by the index of its lookup. */
  #children({lookup, query}: Extract<Projection, {kind: 'children'}>, parentId: string): readonly SObject[] {
    const {tables} = this.#environment;
    const ids = tables.findByReference(query.object, lookup, parentId);
    const isChild = (row: StoredRow): boolean => row.slots[lookup.index] === parentId;
    const rows = this.#select(query, isChild, query.allRows ? null : ids);
    this.#countRows(rows.length);
    return rows.map((row) => this.#project(query, row));
  }

  #semiJoin(query: PlannedRows, select: FieldRef): readonly unknown[] {
    return this.#select(query, () => true).map((row) => this.#reader.ref(select, row));
  }

  #select(query: PlannedRows, isCandidate: (row: StoredRow) => boolean, ids: readonly string[] | null = null): readonly ObjectRow[] {
    const limit = this.#number(query.limit) ?? Infinity;
    const offset = this.#number(query.offset) ?? 0;
    if (query.orderBy.length > 0) {
      const rows =
        limit < Infinity && ids === null ? this.#first(query, isCandidate, offset + limit) : this.#matching(query, isCandidate, ids);
      const sorted = sortRows([...rows], query.orderBy, (value, row) => this.#reader.read(value, row), orderField);
      return sorted.slice(offset, offset + limit);
    }
    const rows: ObjectRow[] = [];
    if (limit === 0) return rows;
    let skipped = 0;
    for (const row of this.#matching(query, isCandidate, ids)) {
      if (skipped++ < offset) continue;
      rows.push(row);
      if (rows.length === limit) break;
    }
    return rows;
  }

  /** At least those that come first in the order of the query, as many as are wanted, where an index has that order and the conditions leave many; else all. */
  #first(query: PlannedRows, isCandidate: (row: StoredRow) => boolean, wanted: number): Iterable<ObjectRow> {
    const table = this.#environment.tables.table(query.object);
    const found = candidates(table, query.where, this.#operands);
    const inOrder = found !== null && found.count <= FEW * wanted ? null : readInOrder(table, query, this.#operands);
    if (inOrder === null) return this.#matching(query, isCandidate, found?.ids() ?? null);
    const passes = this.#test(query, isCandidate);
    const rows: ObjectRow[] = [];
    for (const ids of inOrder) {
      for (const row of rowsOf(table, [...ids].sort())) if (passes(row)) rows.push({object: query.object, row});
      if (rows.length >= wanted) break;
    }
    return rows;
  }

  *#matching(query: PlannedRows, isCandidate: (row: StoredRow) => boolean, given: readonly string[] | null = null): Iterable<ObjectRow> {
    const {object, where} = query;
    const table = this.#environment.tables.table(object);
    const rows = isUserRecordAccess(object)
      ? userRecordAccessRows(object, where, this.#operands, (userId, recordId) => this.#environment.rightsOf(userId, recordId))
      : rowsOf(table, given ?? candidates(table, where, this.#operands)?.ids() ?? null);
    const passes = this.#test(query, isCandidate);
    for (const row of rows) if (passes(row)) yield {object, row};
  }

  /** Whether a row is one of those that a query finds. */
  #test({object, where, allRows, isMine}: PlannedRows, isCandidate: (row: StoredRow) => boolean): (row: StoredRow) => boolean {
    const test =
      where === null ? null : predicate(where, this.#operands, (value: RowValue, row: ObjectRow) => this.#reader.read(value, row));
    const isVisible = this.#visible(object);
    const owner = isMine ? (object.fieldsByKey.get('ownerid') ?? null) : null;
    return (row) =>
      (allRows || !row.isDeleted) &&
      isCandidate(row) &&
      (test === null || test({object, row})) &&
      (owner === null || row.slots[owner.index] === this.#environment.userId()) &&
      (isVisible === null || isVisible(row));
  }

  #visible(object: SObjectDescriptor): ((row: StoredRow) => boolean) | null {
    if (!this.#rights.withSharing) return null;
    const filter = this.#rights.access.rowFilter(object, 'read');
    return filter === null ? null : (row) => filter((field) => row.slots[field.index]);
  }

  #page<Row>(query: PlannedRows, rows: readonly Row[]): readonly Row[] {
    const offset = this.#number(query.offset) ?? 0;
    return rows.slice(offset, offset + (this.#number(query.limit) ?? Infinity));
  }

  #number(count: Count | null): number | null {
    if (count === null) return null;
    const value = count.kind === 'number' ? count.value : Number(this.#operands.bind(count.index) ?? Number.NaN);
    if (Number.isInteger(value) && value >= 0) return value;
    throw new ApexFault('System.QueryException', 'LIMIT and OFFSET must be a whole number that is not negative');
  }

  #countRows(rows: number): void {
    const {rowLimit} = this.#rights;
    if (rowLimit !== null) this.#environment.countLimit(rowLimit, rows);
  }
}

/**
 * "All aggregate functions other than COUNT() or COUNT(fieldname) include each row used by the aggregation as a query row … For COUNT() or COUNT(fieldname) … one query
 * row, unless the query contains a GROUP BY clause, in which case one query row per grouping" (Apex Developer Guide, "Working with SOQL Aggregate Functions").
 */
function countsGroups(plan: AggregatePlan): boolean {
  return plan.outputs.every(({value}) => value.kind !== 'aggregate' || value.name === 'COUNT');
}

function orderField(value: RowValue): FieldDescriptor | null {
  if (value.kind === 'field') return value.field;
  if (value.kind === 'label') return {...value.argument.field, type: 'String'};
  return value.name === 'DAY_ONLY' ? {...value.argument.field, type: 'Date', valueType: 'Date'} : null;
}
