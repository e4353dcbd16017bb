import {ApexCollection} from './collection.ts';
import {KeyFinder} from './hash-key.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeType} from './runtime-type.ts';

/** An Apex Set. Iterates in the order in which elements were first added (a divergence: the platform's order is another, though fixed). */
export class ApexSet extends ApexCollection {
  readonly #elements = new Map<unknown, unknown>();
  readonly #keys = new KeyFinder();

  static of(rt: Runtime, type: RuntimeType, values: Iterable<unknown>): ApexSet {
    const set = new ApexSet(type);
    for (const value of values) set.add(rt, value);
    return set;
  }

  get size(): number {
    return this.#elements.size;
  }

  /** True if the set has changed. */
  add(rt: Runtime, value: unknown): boolean {
    this.requireChangeable();
    const key = this.#keys.intern(rt, value);
    if (this.#elements.has(key)) return false;
    this.#elements.set(key, value);
    return true;
  }

  has(rt: Runtime, value: unknown): boolean {
    return this.#elements.has(this.#keys.find(rt, value));
  }

  /** True if the set has changed. */
  remove(rt: Runtime, value: unknown): boolean {
    this.requireChangeable();
    if (!this.#elements.delete(this.#keys.find(rt, value))) return false;
    this.#keys.forget(rt, value);
    return true;
  }

  clear(): void {
    this.requireChangeable();
    this.#elements.clear();
    this.#keys.clear();
  }

  values(): IterableIterator<unknown> {
    return this.#elements.values();
  }
}
