/** `for (x : iterable)` over objects that implement `Iterable` (Apex Developer Guide, "Iterable"). */
import {ApexList} from '../list.ts';
import type {Runtime} from '../runtime.ts';
import {ApexSet} from '../set.ts';

export interface Iteration {
  hasNext(): boolean;
  next(): unknown;
}

/** An iterator of the platform, which isn't dispatched by name. */
interface PlatformIterable {
  iterate(): Iterable<unknown>;
}

export function iteratorOf(rt: Runtime, iterable: object): Iteration {
  if (iterable instanceof ApexList) return overValues(iterable.elements);
  if (iterable instanceof ApexSet) return overValues(iterable.values());
  if (isPlatformIterable(iterable)) return overValues(iterable.iterate());
  const iterator = rt.invoke(iterable, 'iterator', []) as object;
  if (isIteration(iterator)) return iterator;
  return {hasNext: () => rt.invoke(iterator, 'hasNext', []) === true, next: () => rt.invoke(iterator, 'next', [])};
}

function isPlatformIterable(value: object): value is PlatformIterable {
  return 'iterate' in value && typeof value.iterate === 'function';
}

function isIteration(value: object): value is Iteration {
  return 'hasNext' in value && typeof value.hasNext === 'function' && 'next' in value && typeof value.next === 'function';
}

function overValues(values: Iterable<unknown>): Iteration {
  const iterator: Iterator<unknown, unknown> = values[Symbol.iterator]();
  let ahead = iterator.next();
  return {
    hasNext: () => ahead.done !== true,
    next: () => {
      const {value} = ahead;
      ahead = iterator.next();
      return value;
    },
  };
}
