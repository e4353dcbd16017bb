/** `new` of records and collections, enums, and copies of objects. */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import type {ApexEnumValue} from '../enum-value.ts';
import {ApexFault, nullPointer} from '../fault.ts';
import {ApexList} from '../list.ts';
import {ApexMap} from '../map.ts';
import type {Runtime} from '../runtime.ts';
import type {RuntimeType} from '../runtime-type.ts';
import {ApexSet} from '../set.ts';
import {SObject, setField, setParent} from '../sobject.ts';

/** @param fields pairs of slot and value; a parent record is `-1 - slot` of its lookup */
export function newRecord(descriptor: SObjectDescriptor, ...fields: readonly unknown[]): SObject {
  const record = new SObject(descriptor);
  for (let at = 0; at < fields.length; at += 2) {
    const slot = fields[at] as number;
    if (slot >= 0) setField(record, slot, fields[at + 1]);
    else setParent(record, -1 - slot, fields[at + 1] as SObject | null);
  }
  return record;
}

export function newList(_rt: Runtime, type: RuntimeType, elements: unknown[]): ApexList {
  return new ApexList(type, elements);
}

export function newSet(rt: Runtime, type: RuntimeType, elements: readonly unknown[]): ApexSet {
  return ApexSet.of(rt, type, elements);
}

export function newMap(rt: Runtime, type: RuntimeType, entries: readonly (readonly [unknown, unknown])[]): ApexMap {
  return ApexMap.of(rt, type, entries);
}

/** `new Integer[3]`: a list of nulls. */
export function newArray(type: RuntimeType, size: number | null): ApexList {
  if (size === null) throw nullPointer();
  return new ApexList(type, new Array<unknown>(Math.max(0, size)).fill(null));
}

export function enumValues(rt: Runtime, type: RuntimeType): ApexList {
  return new ApexList(rt.types.list(type), [...rt.types.enumValues(type.name)]);
}

/** Throws `System.NoSuchElementException: No enum constant Season.SPRING1` (Apex Developer Guide, "Enums": valueOf). */
export function enumValueOf(rt: Runtime, type: RuntimeType, name: string | null): ApexEnumValue {
  if (name === null) throw nullPointer();
  const key = name.toLowerCase();
  const value = rt.types.enumValues(type.name).find((constant) => constant.name.toLowerCase() === key);
  if (value === undefined) throw new ApexFault('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
  return value;
}

export function enumName(value: ApexEnumValue | null): string {
  if (value === null) throw nullPointer();
  return value.name;
}

export function enumOrdinal(value: ApexEnumValue | null): number {
  if (value === null) throw nullPointer();
  return value.ordinal;
}

/** `clone()` of an Apex object: a new one whose fields hold the same values. */
export function cloneObject<Instance extends object>(original: Instance): Instance {
  const copy = Object.create(Object.getPrototypeOf(original) as object) as Instance;
  return Object.assign(copy, original);
}
