import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexIterator} from './Iterator.ts';
import type {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';
import {ApexSet} from '../../runtime/set.ts';

type Elements = ApexList | null;
type Others = ApexSet | null;

/** Apex Reference Guide, "Set Class". */
export const setClass = defineClass('System.Set', {
  '<init>()': (_rt, type: RuntimeType) => new ApexSet(type),
  '<init>(List<T>)': (rt, type: RuntimeType, elements: Elements) => ApexSet.of(rt, type, required(elements).elements),
  '<init>(Set<T>)': (rt, type: RuntimeType, elements: Others) => ApexSet.of(rt, type, required(elements).values()),
  'add(T)': (rt, self: ApexSet, element: unknown) => self.add(rt, element),
  'addAll(List<T>)': (rt, self: ApexSet, elements: Elements) => addAll(rt, self, required(elements).elements),
  'addAll(Set<T>)': (rt, self: ApexSet, elements: Others) => addAll(rt, self, required(elements).values()),
  'clear()': (_rt, self: ApexSet) => {
    self.clear();
  },
  'clone()': (rt, self: ApexSet) => ApexSet.of(rt, self.type, self.values()),
  'contains(T)': (rt, self: ApexSet, element: unknown) => self.has(rt, element),
  'containsAll(List<T>)': (rt, self: ApexSet, elements: Elements) => containsAll(rt, self, required(elements).elements),
  'containsAll(Set<T>)': (rt, self: ApexSet, elements: Others) => containsAll(rt, self, required(elements).values()),
  'equals(Set<Object>)': (rt, self: ApexSet, other: Others) => rt.equals(self, other),
  'hashCode()': (rt, self: ApexSet) => rt.hashCode(self),
  'isEmpty()': (_rt, self: ApexSet) => self.size === 0,
  'iterator()': (_rt, self: ApexSet) => new ApexIterator(self.values()),
  'remove(T)': (rt, self: ApexSet, element: unknown) => self.remove(rt, element),
  'removeAll(List<T>)': (rt, self: ApexSet, elements: Elements) => removeAll(rt, self, required(elements).elements),
  'removeAll(Set<T>)': (rt, self: ApexSet, elements: Others) => removeAll(rt, self, [...required(elements).values()]),
  'retainAll(List<T>)': (rt, self: ApexSet, elements: Elements) =>
    retainAll(rt, self, ApexSet.of(rt, self.type, required(elements).elements)),
  'retainAll(Set<T>)': (rt, self: ApexSet, elements: Others) => retainAll(rt, self, required(elements)),
  'size()': (_rt, self: ApexSet) => self.size,
  'toString()': (rt, self: ApexSet) => rt.stringOf(self),
});

function addAll(rt: Runtime, set: ApexSet, elements: Iterable<unknown>): boolean {
  let changed = false;
  for (const element of elements) changed = set.add(rt, element) || changed;
  return changed;
}

function containsAll(rt: Runtime, set: ApexSet, elements: Iterable<unknown>): boolean {
  for (const element of elements) if (!set.has(rt, element)) return false;
  return true;
}

function removeAll(rt: Runtime, set: ApexSet, elements: Iterable<unknown>): boolean {
  let changed = false;
  for (const element of elements) changed = set.remove(rt, element) || changed;
  return changed;
}

function retainAll(rt: Runtime, set: ApexSet, kept: ApexSet): boolean {
  return removeAll(
    rt,
    set,
    [...set.values()].filter((element) => !kept.has(rt, element)),
  );
}
