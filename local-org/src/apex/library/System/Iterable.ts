import {defineClass} from '../registry.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexSet} from '../../runtime/set.ts';
import {typeFault} from '../../runtime/fault.ts';
import {ApexIterator} from './Iterator.ts';

/** The elements of a List, a Set or an object that implements `Iterable`; for library methods that take any of them. */
export function elementsOf(rt: Runtime, iterable: object): Iterable<unknown> {
  if (iterable instanceof ApexList) return iterable.elements;
  if (iterable instanceof ApexSet) return iterable.values();
  if (rt.responds(iterable, 'iterator', 0)) return iterated(rt, rt.invoke(iterable, 'iterator', []) as object);
  throw typeFault(`Invalid conversion from runtime type ${rt.typeOf(iterable).name} to Iterable<ANY>`);
}

/** What an `Iterator` gives, whether it is the platform's or the project's own. */
export function* iterated(rt: Runtime, iterator: object): Generator {
  if (iterator instanceof ApexIterator) {
    while (iterator.hasNext()) yield iterator.next();
  } else {
    while (rt.invoke(iterator, 'hasNext', []) === true) yield rt.invoke(iterator, 'next', []);
  }
}

/** Calls on what is known as `Iterable` alone. */
export const iterableClass = defineClass('System.Iterable', {
  'iterator()': (rt, self: object) =>
    self instanceof ApexList || self instanceof ApexSet ? new ApexIterator(elementsOf(rt, self)) : rt.invoke(self, 'iterator', []),
});
