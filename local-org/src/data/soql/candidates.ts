/**
 * Which rows have to be looked at. A condition that every row must meet, over an indexed field, narrows them: equality over Ids, lookups, unique and external
 * id fields and Names, ranges over Date and Datetime fields. Whatever comes from here is tested again, so that an index may give too much, and never too little.
 */
import {MILLIS_PER_DAY} from '../../apex/runtime/date.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import type {StoredRow, Table} from '../tables/table.ts';
import type {Operand, Operands} from './operands.ts';
import type {PlannedComparison, PlannedCondition, RowValue} from './planned-query.ts';

/** Ids in order, or null where all rows have to be looked at. */
export function candidates(table: Table, where: PlannedCondition<RowValue> | null, operands: Operands): readonly string[] | null {
  if (where === null) return null;
  let best: readonly string[] | null = null;
  for (const condition of where.kind === 'and' ? where.conditions : [where]) {
    const found = condition.kind === 'comparison' ? byIndex(table, condition, operands) : null;
    if (found !== null && (best === null || found.length < best.length)) best = found;
    if (best !== null && best.length <= 1) break;
  }
  return best?.toSorted() ?? null;
}

function byIndex(table: Table, condition: PlannedComparison<RowValue>, operands: Operands): readonly string[] | null {
  const {left} = condition;
  if (left.kind !== 'field' || left.hops.length > 0) return null;
  const {field} = left;
  const isEquality = condition.operator === '=' || condition.operator === 'in';
  if (isEquality && isHashed(field)) return byValues(table, field, operands.of(condition));
  if ((field.type === 'Date' || field.type === 'Datetime') && field.formula === null) return byDays(table, field, condition, operands);
  return null;
}

function isHashed(field: FieldDescriptor): boolean {
  if (field.formula !== null || field.summary !== null) return false;
  return (
    field.index === 0 ||
    field.type === 'Reference' ||
    field.isUnique ||
    field.isExternalId ||
    (field.isNameField && field.valueType === 'String')
  );
}

/** The folded text that comparing uses is also what the index folds to. */
function byValues(table: Table, field: FieldDescriptor, operand: Operand): readonly string[] | null {
  if (operand.kind === 'period') return null;
  const values = operand.kind === 'many' ? operand.values : [operand.value];
  if (values.includes(null)) return null;
  if (field.index === 0) return [...new Set(values.filter((value) => typeof value === 'string'))];
  const index = table.index(field);
  const ids = new Set<string>();
  for (const value of values) for (const id of index.find(value)) ids.add(id);
  return [...ids];
}

function byDays(
  table: Table,
  field: FieldDescriptor,
  condition: PlannedComparison<RowValue>,
  operands: Operands,
): readonly string[] | null {
  const range = dayRange(condition.operator, operands.of(condition), field.type === 'Date' ? 1 : MILLIS_PER_DAY);
  if (range === null) return null;
  // Reading most of the table through an index costs more than reading it.
  return table.dayIndex(field).range(range[0], range[1], Math.max(100, table.size >> 2));
}

/** The days (both included) outside of which the comparison can't be true. */
function dayRange(operator: string, operand: Operand, unit: number): readonly [number, number] | null {
  const values = operand.kind === 'period' ? [operand.from, operand.to] : operand.kind === 'one' ? [operand.value, operand.value] : [];
  const [from, to] = values;
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  switch (operator) {
    case '=':
      return [Math.floor(from / unit), Math.floor(to / unit)];
    case '<':
    case '<=':
      return [-Infinity, Math.floor(to / unit)];
    case '>':
    case '>=':
      return [Math.floor(from / unit), Infinity];
    default:
      return null;
  }
}

/** The rows to look at, in the order of their Ids. */
export function* rowsOf(table: Table, ids: readonly string[] | null): Iterable<StoredRow> {
  if (ids === null) {
    for (const [, row] of table.scan()) yield row;
    return;
  }
  for (const id of ids) {
    const row = table.get(id);
    if (row !== undefined) yield row;
  }
}
