/** The order of `List.sort` (Apex Reference Guide, "List Class", sort; Apex Developer Guide, "Sorting Lists"): ascending, null first. */
import {ApexObject} from './apex-object.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexEnumValue} from './enum-value.ts';
import {listFault} from './fault.ts';
import {ApexId} from './id.ts';
import type {Runtime} from './runtime.ts';
import {SObject} from './sobject.ts';
import {ApexTime} from './time.ts';

/** Negative, zero or positive. Text is compared by its characters' codes; objects of classes by their `compareTo`. */
export function compareElements(rt: Runtime, left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null || left === undefined) return right === null || right === undefined ? 0 : -1;
  if (right === null || right === undefined) return 1;
  if (typeof left === 'object') return compareObjects(rt, left, right);
  if (typeof left !== typeof right) throw notComparable();
  return (left as string) < (right as string) ? -1 : 1;
}

function compareObjects(rt: Runtime, left: object, right: unknown): number {
  if (left instanceof ApexObject && rt.responds(left, 'compareTo', 1)) return Number(rt.invoke(left, 'compareTo', [right]) ?? 0);
  if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right);
  if (left instanceof ApexDouble && right instanceof ApexDouble) return left.value - right.value;
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.epoch - right.epoch;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  if (left instanceof ApexId && right instanceof ApexId) return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
  if (left instanceof SObject && right instanceof SObject) return compareRecords(rt, left, right);
  throw notComparable();
}

function notComparable(): Error {
  return listFault('One or more of the items in this list is not Comparable.');
}

/**
 * "Default Sort Order of sObjects": by the label of the object, the name field, the standard fields in the order of their names (without Id), the custom
 * fields in the order of their names.
 */
function compareRecords(rt: Runtime, left: SObject, right: SObject): number {
  if (left.descriptor !== right.descriptor) return left.descriptor.label < right.descriptor.label ? -1 : 1;
  for (const index of sortedFields(left)) {
    const order = compareElements(rt, left.slots[index] ?? null, right.slots[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

const fieldOrders = new WeakMap<object, readonly number[]>();

function sortedFields({descriptor}: SObject): readonly number[] {
  let order = fieldOrders.get(descriptor);
  if (order === undefined) {
    const name = descriptor.nameField;
    const others = descriptor.fields
      .filter((field) => field.key !== 'id' && field !== name)
      .sort((a, b) => Number(a.isCustom) - Number(b.isCustom) || (a.key < b.key ? -1 : 1));
    order = (name === null ? others : [name, ...others]).map((field) => field.index);
    fieldOrders.set(descriptor, order);
  }
  return order;
}
