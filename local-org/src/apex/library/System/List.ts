import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {elementToken} from '../Schema/element-token.ts';
import {ApexIterator} from './Iterator.ts';
import {ApexList} from '../../runtime/list.ts';
import {compareElements} from '../../runtime/ordering.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';
import type {ApexSet} from '../../runtime/set.ts';
import {cloneRecord} from '../../runtime/sobject-clone.ts';
import {SObject} from '../../runtime/sobject.ts';

type Elements = ApexList | null;
type Whole = number | null;
type Flag = boolean | null;

/** Apex Reference Guide, "List Class". */
export const listClass = defineClass('System.List', {
  '<init>()': (_rt, type: RuntimeType) => new ApexList(type),
  '<init>(List<T>)': (_rt, type: RuntimeType, elements: Elements) => new ApexList(type, [...required(elements).elements]),
  '<init>(Set<T>)': (_rt, type: RuntimeType, elements: ApexSet | null) => new ApexList(type, [...required(elements).values()]),
  'add(T)': (_rt, self: ApexList, element: unknown) => {
    self.add(element);
  },
  'add(Integer,T)': (_rt, self: ApexList, index: Whole, element: unknown) => {
    self.insert(required(index), element);
  },
  'addAll(List<T>)': (_rt, self: ApexList, elements: Elements) => {
    self.addAll(required(elements).elements);
  },
  'addAll(Set<T>)': (_rt, self: ApexList, elements: ApexSet | null) => {
    self.addAll(required(elements).values());
  },
  'clear()': (_rt, self: ApexList) => {
    self.clear();
  },
  'clone()': (_rt, self: ApexList) => new ApexList(self.type, [...self.elements]),
  'contains(T)': (rt, self: ApexList, element: unknown) => indexOf(rt, self, element) !== -1,
  'deepClone()': (_rt, self: ApexList) => deepClone(self, false, false, false),
  'deepClone(Boolean)': (_rt, self: ApexList, id: Flag) => deepClone(self, required(id), false, false),
  'deepClone(Boolean,Boolean)': (_rt, self: ApexList, id: Flag, timestamps: Flag) =>
    deepClone(self, required(id), required(timestamps), false),
  'deepClone(Boolean,Boolean,Boolean)': (_rt, self: ApexList, id: Flag, timestamps: Flag, autonumber: Flag) =>
    deepClone(self, required(id), required(timestamps), required(autonumber)),
  'equals(List<T>)': (rt, self: ApexList, other: Elements) => rt.equals(self, other),
  'get(Integer)': (_rt, self: ApexList, index: Whole) => self.get(index),
  'getSObjectType()': (rt, self: ApexList) => elementToken(rt, self.type.arguments[0]),
  'hashCode()': (rt, self: ApexList) => rt.hashCode(self),
  'indexOf(T)': indexOf,
  'isEmpty()': (_rt, self: ApexList) => self.size === 0,
  'iterator()': (_rt, self: ApexList) => new ApexIterator(self.elements),
  'remove(Integer)': (_rt, self: ApexList, index: Whole) => self.remove(required(index)),
  'set(Integer,T)': (_rt, self: ApexList, index: Whole, element: unknown) => {
    self.set(index, element);
  },
  'size()': (_rt, self: ApexList) => self.size,
  'sort()': (rt, self: ApexList) => {
    sort(self, (left, right) => compareElements(rt, left, right));
  },
  'sort(Comparator<T>)': (rt, self: ApexList, comparator: object | null) => {
    const by = required(comparator);
    sort(self, (left, right) => Number(rt.invoke(by, 'compare', [left, right]) ?? 0));
  },
  'toString()': (rt, self: ApexList) => rt.stringOf(self),
});

function indexOf(rt: Runtime, self: ApexList, element: unknown): number {
  if (typeof element !== 'object' || element === null) return self.elements.indexOf(element);
  return self.elements.findIndex((candidate) => rt.equals(element, candidate));
}

function sort(list: ApexList, compare: (left: unknown, right: unknown) => number): void {
  list.requireWritable();
  list.elements = [...list.elements].sort(compare);
}

/** Records are copied, other elements taken over. */
function deepClone(list: ApexList, preserveId: boolean, preserveReadonlyTimestamps: boolean, preserveAutonumber: boolean): ApexList {
  const options = {preserveId, isDeepClone: true, preserveReadonlyTimestamps, preserveAutonumber};
  return new ApexList(
    list.type,
    list.elements.map((element) => (element instanceof SObject ? cloneRecord(element, options) : element)),
  );
}
