/** Roll-up summary fields, calculated from the detail rows whenever they are read (Salesforce Help, "Roll-Up Summary Field"). */
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexDate} from '../apex/runtime/date.ts';
import type {FieldDescriptor, RollUpSummary, Schema, SObjectDescriptor} from './descriptor.ts';
import {areEqual, comparable, compare, valueKindOf, type Comparable, type ValueKind} from './soql/comparable.ts';
import type {StoredRow} from './tables/table.ts';
import type {Tables} from './tables/tables.ts';

/** Reads a field of a detail row, formula fields included. */
export type ReadDetail = (object: SObjectDescriptor, row: StoredRow, field: FieldDescriptor) => unknown;

export function rollUp(summary: RollUpSummary, masterId: string, schema: Schema, tables: Tables, read: ReadDetail): unknown {
  const child = schema.object(summary.childObject);
  const foreignKey = child?.fieldsByKey.get(summary.foreignKey.toLowerCase());
  if (child == null || foreignKey === undefined)
    throw new Error(`${summary.childObject}.${summary.foreignKey} is not there to be summed up.`);
  const rows = tables.findByReference(child, foreignKey, masterId).flatMap((id) => tables.get(child, id) ?? []);
  const kept = rows.filter((row) => summary.filterItems.every((item) => passes(item, child, row, read)));
  if (summary.operation === 'count') return Decimal.fromInteger(kept.length);
  const field = child.fieldsByKey.get(summary.summarizedField?.toLowerCase() ?? '');
  if (field === undefined) throw new Error(`${child.name}.${summary.summarizedField ?? ''} is not there to be summed up.`);
  const values = kept.map((row) => read(child, row, field)).filter((value) => value !== null && value !== undefined);
  return summary.operation === 'sum' ? total(values) : extreme(field, values, summary.operation === 'max' ? 1 : -1);
}

function total(values: readonly unknown[]): Decimal {
  return values.reduce<Decimal>((sum, value) => (value instanceof Decimal ? sum.add(value) : sum), Decimal.ZERO);
}

function extreme(field: FieldDescriptor, values: readonly unknown[], sign: 1 | -1): unknown {
  const kind = valueKindOf(field) ?? 'text';
  return values.reduce<unknown>((best, value) => {
    const [a, b] = [comparable(kind, value), comparable(kind, best)];
    return b === null || (a !== null && compare(a, b) * sign > 0) ? value : best;
  }, null);
}

type FilterItem = RollUpSummary['filterItems'][number];

/** A filter's value may list several, separated by commas. */
function passes(item: FilterItem, child: SObjectDescriptor, row: StoredRow, read: ReadDetail): boolean {
  const field = child.fieldsByKey.get(item.field.replace(/^.*\./, '').toLowerCase());
  const kind = field === undefined ? null : valueKindOf(field);
  if (field === undefined || kind === null) throw new Error(`${child.name}.${item.field} can't be filtered by.`);
  const value = comparable(kind, read(child, row, field));
  const wanted = (item.value ?? '').split(',').map((text) => filterValue(kind, text.trim()));
  const first = wanted[0] ?? null;
  const order = value === null || first === null ? null : compare(value, first);
  switch (item.operation) {
    case 'equals':
      return wanted.some((each) => areEqual(value, each));
    case 'notEqual':
      return !wanted.some((each) => areEqual(value, each));
    case 'lessThan':
      return order !== null && order < 0;
    case 'lessOrEqual':
      return order !== null && order <= 0;
    case 'greaterThan':
      return order !== null && order > 0;
    case 'greaterOrEqual':
      return order !== null && order >= 0;
    case 'contains':
      return wanted.some((each) => typeof value === 'string' && typeof each === 'string' && value.includes(each));
    case 'notContain':
      return !wanted.some((each) => typeof value === 'string' && typeof each === 'string' && value.includes(each));
    case 'startsWith':
      return wanted.some((each) => typeof value === 'string' && typeof each === 'string' && value.startsWith(each));
    default:
      throw new Error(`The filter operation ${item.operation} of a roll-up summary is not supported.`);
  }
}

function filterValue(kind: ValueKind, text: string): Comparable | null {
  if (text === '') return kind === 'boolean' ? false : null;
  switch (kind) {
    case 'text':
      return text.toUpperCase();
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'integer':
      return Number(text);
    case 'decimal':
      return Decimal.parse(text);
    case 'date':
      return ApexDate.parseIso(text)?.days ?? null;
    case 'datetime':
    case 'time':
    case 'exact text':
    case 'id':
      return text;
  }
}
