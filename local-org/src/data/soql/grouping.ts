/** Groups of rows and the functions over them (SOQL and SOSL Reference, "Aggregate Functions"). Empty values count in no function but `COUNT()`. */
import {Decimal} from '../../apex/runtime/decimal.ts';
import {SObject} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import {comparable, comparableKey, compare, valueKindOf, type Comparable} from './comparable.ts';
import type {Operands} from './operands.ts';
import {sortRows} from './ordering.ts';
import type {AggregatePlan, AggregateRef, RowValue} from './planned-query.ts';
import {predicate} from './predicates.ts';
import type {ObjectRow, RowReader} from './row-reader.ts';

type Value = RowValue | AggregateRef;

export interface Group {
  readonly rows: readonly ObjectRow[];
}

/** The AggregateResults of a query, before LIMIT and OFFSET. Without GROUP BY there is always one group, even of no rows. */
export function groupRows(plan: AggregatePlan, rows: readonly ObjectRow[], reader: RowReader, operands: Operands): readonly Group[] {
  const groups = plan.groupBy.length === 0 ? [{rows}] : [...partition(plan.groupBy, rows, reader)];
  const read = (value: Value, group: Group): unknown => readGroup(value, group, reader);
  const having = plan.having === null ? null : predicate(plan.having, operands, read);
  const kept = having === null ? groups : groups.filter(having);
  return sortRows(kept, plan.groupOrder, read, orderField);
}

export function aggregateResult(plan: AggregatePlan, group: Group, reader: RowReader): SObject {
  const record = new SObject(plan.result);
  for (const {index, value} of plan.outputs) {
    record.markPopulated(index);
    const result = readGroup(value, group, reader);
    record.slots[index] = result;
    // A result that is called Id takes the place of one: `new Map<Id, SObject>(results)` finds it.
    if (plan.result.fields[index]?.key === 'id') record.slots[0] = result;
  }
  record.isQueried = true;
  return record;
}

function partition(groupBy: readonly RowValue[], rows: readonly ObjectRow[], reader: RowReader): Iterable<Group> {
  const groups = new Map<string, {rows: ObjectRow[]}>();
  for (const row of rows) {
    const key = JSON.stringify(groupBy.map((value) => keyOf(value, reader.read(value, row))));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, {rows: [row]});
    else group.rows.push(row);
  }
  return groups.values();
}

function keyOf(value: RowValue, read: unknown): ReturnType<typeof comparableKey> {
  const field = fieldOf(value);
  const kind = field === null ? null : valueKindOf(field);
  if (typeof read === 'number') return read;
  return kind === null ? null : comparableKey(comparable(kind, read));
}

/** The field by whose type values are compared; null for numbers that functions give. */
function fieldOf(value: RowValue): FieldDescriptor | null {
  if (value.kind === 'field') return value.field;
  if (value.kind === 'label') return {...value.argument.field, type: 'String'};
  return value.name === 'DAY_ONLY' ? {...value.argument.field, type: 'Date', valueType: 'Date'} : null;
}

function orderField(value: Value): FieldDescriptor | null {
  if (value.kind !== 'aggregate') return fieldOf(value);
  if (value.argument === null) return null;
  if (value.name === 'MIN' || value.name === 'MAX') return fieldOf(value.argument);
  const field = fieldOf(value.argument);
  return value.name === 'SUM' || value.name === 'AVG' ? field && {...field, type: 'Double', valueType: 'Decimal'} : null;
}

function readGroup(value: Value, {rows}: Group, reader: RowReader): unknown {
  if (value.kind !== 'aggregate') {
    const [first] = rows;
    return first === undefined ? null : reader.read(value, first);
  }
  const {argument} = value;
  if (argument === null) return rows.length;
  const values = rows.map((row) => reader.read(argument, row)).filter((item) => item !== null);
  switch (value.name) {
    case 'COUNT':
      return values.length;
    case 'COUNT_DISTINCT':
      return new Set(values.map((item) => keyOf(argument, item))).size;
    case 'SUM':
      return values.length === 0 ? null : sum(values);
    case 'AVG':
      return values.length === 0 ? null : sum(values).divide(Decimal.fromInteger(values.length));
    case 'MIN':
      return extreme(argument, values, -1);
    case 'MAX':
      return extreme(argument, values, 1);
  }
}

function sum(values: readonly unknown[]): Decimal {
  return values.reduce<Decimal>(
    (total, value) => total.add(value instanceof Decimal ? value : Decimal.fromLong(BigInt(value as number))),
    Decimal.ZERO,
  );
}

function extreme(argument: RowValue, values: readonly unknown[], sign: 1 | -1): unknown {
  let best: unknown = null;
  let bestKey: Comparable | null = null;
  const field = fieldOf(argument);
  const kind = field === null ? 'integer' : valueKindOf(field);
  for (const value of values) {
    const key = kind === null ? null : comparable(kind, value);
    if (key !== null && (bestKey === null || compare(key, bestKey) * sign > 0)) [best, bestKey] = [value, key];
  }
  return best;
}
