/**
 * Which rows have to be looked at. A condition that every row must meet, over an indexed field, narrows them. Whatever comes from here is tested again, so that an
 * index may give too much, and never too little. All stored fields have indexes, made when a query first has a use for them; text and checkboxes that have none on the platform only in large tables,
 * since reading all of a small one is as fast.
 */
import type {FieldDescriptor} from '../descriptor.ts';
import {isOrdered, type KeyRange} from '../tables/ordered-index.ts';
import type {StoredRow, Table} from '../tables/table.ts';
import {keyRanges} from './key-ranges.ts';
import type {Operand, Operands} from './operands.ts';
import type {PlannedComparison, PlannedCondition, RowValue} from './planned-query.ts';

/** Rows that an index finds. */
export interface Candidates {
  readonly count: number;
  /** In order, without repetition. */
  ids(): readonly string[];
}

type FieldComparison = PlannedComparison<RowValue> & {readonly left: Extract<RowValue, {kind: 'field'}>};

/** The fewest that an index finds, or null where all rows have to be looked at. */
export function candidates(table: Table, where: PlannedCondition<RowValue> | null, operands: Operands): Candidates | null {
  // Reading most of the table through an index costs more than reading it.
  return where === null ? null : narrowest(table, where, operands, Math.max(100, table.size >> 2));
}

/** @param limit null where there would be more than that */
function narrowest(table: Table, where: PlannedCondition<RowValue>, operands: Operands, limit: number): Candidates | null {
  const conditions = conjuncts(where);
  let most = limit;
  let best: Candidates | null = null;
  for (const find of WAYS) {
    for (const condition of conditions) {
      const found = find(table, condition, operands, most);
      if (found === null || found.count > most) continue;
      best = found;
      most = found.count - 1;
      // Better than few isn't worth another index.
      if (found.count <= table.size >> 6) return best;
    }
  }
  return best;
}

/** The rows of several conditions of which one has to be met, where an index finds those of each. */
function union(table: Table, condition: PlannedCondition<RowValue>, operands: Operands, most: number): Candidates | null {
  if (condition.kind !== 'or') return null;
  const parts: Candidates[] = [];
  let count = 0;
  for (const part of condition.conditions) {
    const found = narrowest(table, part, operands, most - count);
    if (found === null) return null;
    parts.push(found);
    count += found.count;
  }
  return {count, ids: () => inOrder(parts.map((part) => part.ids()))};
}

/** Conditions that every row has to meet. */
function conjuncts(where: PlannedCondition<RowValue>): readonly PlannedCondition<RowValue>[] {
  return where.kind === 'and' ? where.conditions.flatMap(conjuncts) : [where];
}

/** Comparisons with a field of the row itself that every row has to meet. */
export function ownComparisons(where: PlannedCondition<RowValue> | null): readonly FieldComparison[] {
  return where === null ? [] : conjuncts(where).filter(isOwn);
}

function isOwn(condition: PlannedCondition<RowValue>): condition is FieldComparison {
  if (condition.kind !== 'comparison') return false;
  const {left} = condition;
  if (condition.isMultiSelect || left.kind !== 'field') return false;
  return left.hops.length === 0 && left.field.formula === null && left.field.summary === null;
}

type FindCandidates<Condition> = (table: Table, condition: Condition, operands: Operands, most: number) => Candidates | null;

function ofField(
  isFit: (field: FieldDescriptor, table: Table) => boolean,
  find: FindCandidates<FieldComparison>,
): FindCandidates<PlannedCondition<RowValue>> {
  return (table, condition, operands, most) =>
    isOwn(condition) && isFit(condition.left.field, table) ? find(table, condition, operands, most) : null;
}

/** The cheaper ones first. */
const WAYS: readonly FindCandidates<PlannedCondition<RowValue>>[] = [
  ofField(hasPlatformIndex, byValues),
  ofField(isOrdered, byRanges),
  ofField((field, table) => table.isLarge && isHashed(field), byValues),
  union,
];

/** Salesforce Help, "Make SOQL query selective": Ids, names, lookups, unique and external id fields. */
function hasPlatformIndex(field: FieldDescriptor): boolean {
  return (
    field.index === 0 ||
    field.type === 'Reference' ||
    field.isUnique ||
    field.isExternalId ||
    (field.isNameField && field.valueType === 'String')
  );
}

function isHashed({valueType}: FieldDescriptor): boolean {
  return valueType === 'String' || valueType === 'Boolean';
}

/** The folded text that comparing uses is also what the index folds to. */
function byValues(table: Table, comparison: FieldComparison, operands: Operands): Candidates | null {
  if (comparison.operator !== '=' && comparison.operator !== 'in') return null;
  const {field} = comparison.left;
  const values = valuesOf(operands.of(comparison));
  // Empty values aren't indexed, and an empty checkbox counts as false.
  if (values === null || values.includes(null) || values.includes(false)) return null;
  if (field.index === 0) {
    const ids = new Set(values.filter((value) => typeof value === 'string'));
    return {count: ids.size, ids: () => [...ids].sort()};
  }
  const index = table.index(field);
  const count = values.reduce<number>((sum, value) => sum + index.count(value), 0);
  return {count, ids: () => inOrder(values.map((value) => index.find(value)))};
}

function valuesOf(operand: Operand): readonly unknown[] | null {
  if (operand.kind === 'period') return null;
  return operand.kind === 'many' ? operand.values : [operand.value];
}

function byRanges(table: Table, comparison: FieldComparison, operands: Operands, most: number): Candidates | null {
  const {field} = comparison.left;
  const ranges = keyRanges(field, comparison.operator, operands.of(comparison));
  if (ranges === null) return null;
  const index = table.orderedIndex(field);
  const count = ranges.reduce((sum, range) => (sum > most ? sum : sum + index.count(range, most)), 0);
  const read = (range: KeyRange): readonly Iterable<string>[] => [...index.read(range, 'ascending')];
  return {count, ids: () => inOrder(ranges.flatMap(read))};
}

function inOrder(found: readonly Iterable<string>[]): readonly string[] {
  const ids = new Set<string>();
  for (const some of found) for (const id of some) ids.add(id);
  return [...ids].sort();
}

/** The rows to look at, in the order of their Ids. */
export function* rowsOf(table: Table, ids: Iterable<string> | null): Iterable<StoredRow> {
  if (ids === null) {
    for (const [, row] of table.scan()) yield row;
    return;
  }
  for (const id of ids) {
    const row = table.get(id);
    if (row !== undefined) yield row;
  }
}
