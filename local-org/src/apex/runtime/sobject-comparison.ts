/**
 * Equality, hash and text of records. Apex compares records by the values of their fields, not by their Ids alone (Apex Developer Guide,
 * "Using Custom Types in Map Keys and Sets", "Map and Set Considerations": uniqueness of sObjects is determined by comparing their fields). No document says
 * whether a field set to null differs from one that isn't set; here they are the same.
 */
import type {SObject} from './sobject.ts';

/** @param equals `Runtime.equals`: strings compare exactly. */
export function recordsEqual(left: SObject, right: SObject, equals: (left: unknown, right: unknown) => boolean): boolean {
  if (left === right) return true;
  if (left.descriptor.key !== right.descriptor.key || left.slots.length !== right.slots.length) return false;
  for (let index = 0; index < left.slots.length; index++) {
    const a = left.slots[index] ?? null;
    const b = right.slots[index] ?? null;
    if (a !== b && !equals(a, b)) return false;
  }
  return parentsEqual(left, right, equals);
}

function parentsEqual(left: SObject, right: SObject, equals: (left: unknown, right: unknown) => boolean): boolean {
  const indexes = new Set([...(left.parents?.keys() ?? []), ...(right.parents?.keys() ?? [])]);
  for (const index of indexes) {
    const a = left.parents?.get(index) ?? null;
    const b = right.parents?.get(index) ?? null;
    if (a === null || b === null ? a !== b : !recordsEqual(a, b, equals)) return false;
  }
  return true;
}

/** Goes with {@link recordsEqual}. @param hashCode `Runtime.hashCode`. */
export function hashRecord(record: SObject, hashCode: (value: unknown) => number): number {
  let hash = hashCode(record.descriptor.key);
  for (let index = 0; index < record.slots.length; index++) {
    const value = record.slots[index] ?? null;
    if (value !== null) hash = mix(hash, index, hashCode(value));
  }
  return hashParents(record, hash, hashCode);
}

/** Whatever the order in which they were set. */
function hashParents({parents}: SObject, hash: number, hashCode: (value: unknown) => number): number {
  let sum = hash;
  for (const [index, parent] of parents ?? []) if (parent !== null) sum = (sum + mix(0, index, hashRecord(parent, hashCode))) | 0;
  return sum;
}

function mix(hash: number, index: number, value: number): number {
  return (Math.imul(hash, 31) + index * 17 + value) | 0;
}

/** As `String.valueOf(record)` and the debug log show it: `Lead:{LastName=Smith, Company=Acme}`. @param stringOf `Runtime.stringOf`. */
export function recordToString(record: SObject, stringOf: (value: unknown) => string): string {
  const parts = record.populated().map((key) => {
    if (typeof key === 'number') return `${record.descriptor.fields[key]?.name ?? ''}=${stringOf(record.slots[key])}`;
    const lookup = record.descriptor.parentsByKey.get(key);
    if (lookup !== undefined) return `${lookup.relationshipName ?? key}=${stringOf(record.parents?.get(lookup.index) ?? null)}`;
    const name =
      record.descriptor.childRelationships.find((child) => child.relationshipName?.toLowerCase() === key)?.relationshipName ?? key;
    return `${name}=${stringOf(record.children?.get(key) ?? null)}`;
  });
  return `${record.descriptor.name}:{${parts.join(', ')}}`;
}
