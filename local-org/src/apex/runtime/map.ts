import {ApexCollection} from './collection.ts';
import {KeyFinder} from './hash-key.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeType} from './runtime-type.ts';

export interface MapEntry {
  readonly key: unknown;
  value: unknown;
}

/** An Apex Map. Iterates in the order in which keys were first put (a divergence: the platform's order is another, though fixed). */
export class ApexMap extends ApexCollection {
  readonly #entries = new Map<unknown, MapEntry>();
  readonly #keys = new KeyFinder();

  constructor(type: RuntimeType) {
    super(type);
  }

  static of(rt: Runtime, type: RuntimeType, entries: Iterable<readonly [unknown, unknown]>): ApexMap {
    const map = new ApexMap(type);
    for (const [key, value] of entries) map.put(rt, key, value);
    return map;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Null where the key isn't there. */
  get(rt: Runtime, key: unknown): unknown {
    const entry = this.#entries.get(this.#keys.find(rt, key));
    return entry === undefined ? null : entry.value;
  }

  has(rt: Runtime, key: unknown): boolean {
    return this.#entries.has(this.#keys.find(rt, key));
  }

  /** Gives back the value that the key had, or null. A key that is there already stays the one it is. */
  put(rt: Runtime, key: unknown, value: unknown): unknown {
    const at = this.#keys.intern(rt, key);
    const entry = this.#entries.get(at);
    if (entry === undefined) {
      this.requireChangeable();
      this.#entries.set(at, {key, value});
      return null;
    }
    if (this.isReadOnly) this.requireChangeable();
    const before = entry.value;
    entry.value = value;
    return before;
  }

  /** Gives back the value that the key had, or null. */
  remove(rt: Runtime, key: unknown): unknown {
    this.requireChangeable();
    const at = this.#keys.find(rt, key);
    const entry = this.#entries.get(at);
    if (entry === undefined) return null;
    this.#entries.delete(at);
    this.#keys.forget(rt, key);
    return entry.value;
  }

  clear(): void {
    this.requireChangeable();
    this.#entries.clear();
    this.#keys.clear();
  }

  entries(): MapIterator<MapEntry> {
    return this.#entries.values();
  }
}
