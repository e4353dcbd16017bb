/** ORDER BY (SOQL and SOSL Reference): empty values first unless said otherwise, text by its upper case, picklists in the order of their values. */
import type {FieldDescriptor} from '../descriptor.ts';
import {comparable, compare, valueKindOf, type Comparable, type ValueKind} from './comparable.ts';
import type {PlannedOrder} from './planned-query.ts';

/** @param fieldOf the field by whose type a value is ordered; null for whole numbers */
export function sortRows<Value, Row>(
  rows: readonly Row[],
  orders: readonly PlannedOrder<Value>[],
  read: (value: Value, row: Row) => unknown,
  fieldOf: (value: Value) => FieldDescriptor | null,
): readonly Row[] {
  if (orders.length === 0) return rows;
  const keyOf = orders.map((order) => sortKey(fieldOf(order.value)));
  const keyed = rows.map((row) => ({row, keys: orders.map((order, at) => keyOf[at]?.(read(order.value, row)) ?? null)}));
  keyed.sort((left, right) => {
    for (const [at, order] of orders.entries()) {
      const difference = compareKeys(left.keys[at] ?? null, right.keys[at] ?? null, order);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({row}) => row);
}

function compareKeys(left: Comparable | null, right: Comparable | null, order: PlannedOrder<unknown>): number {
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === order.nullsFirst ? -1 : 1;
  }
  const difference = compare(left, right);
  return order.descending ? -difference : difference;
}

function sortKey(field: FieldDescriptor | null): (value: unknown) => Comparable | null {
  if (field === null) return numberKey;
  if (field.type === 'Picklist') return picklistKey(field);
  const kind: ValueKind | null = valueKindOf(field);
  if (kind === null) return () => null;
  return kind === 'exact text' ? (value) => comparable('text', value) : (value) => comparable(kind, value);
}

function numberKey(value: unknown): Comparable | null {
  return typeof value === 'number' ? value : null;
}

/** "Picklist sort is defined by the picklist sort determined during setup"; values that the picklist doesn't have follow. */
function picklistKey(field: FieldDescriptor): (value: unknown) => Comparable | null {
  const places = new Map(field.picklist?.values.map((entry, at) => [entry.value.toUpperCase(), at]));
  return (value) => {
    const text = comparable('text', value);
    if (typeof text !== 'string') return null;
    const place = places.get(text);
    return place === undefined ? `~${text}` : String(place).padStart(5, '0');
  };
}
