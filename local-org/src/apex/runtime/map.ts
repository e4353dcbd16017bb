import {ApexCollection} from './collection.ts';
import {finalFault} from './fault.ts';
import {KeyFinder} from './hash-key.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeType} from './runtime-type.ts';
import {ApexSet} from './set.ts';

export interface MapEntry {
  readonly key: unknown;
  value: unknown;
}

/** An Apex Map. Iterates in the order in which keys were first put (a divergence: the platform's order is another, though fixed). */
export class ApexMap extends ApexCollection {
  readonly #entries = new Map<unknown, MapEntry>();
  readonly #keys = new KeyFinder();
  #keySet: ApexSet | null = null;

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

  /** The keys as a set, backed by the map. @param type the set's */
  keySet(type: RuntimeType): ApexSet {
    return (this.#keySet ??= new KeySet(type, this));
  }
}

/**
 * "The set is backed by the map": what is removed from it goes from the map, nothing can be added (observed on the platform: `System.FinalException:
 * Collection is read-only`).
 */
class KeySet extends ApexSet {
  readonly #map: ApexMap;

  constructor(type: RuntimeType, map: ApexMap) {
    super(type);
    this.#map = map;
  }

  override get iterating(): number {
    return this.#map.iterating;
  }

  override set iterating(loops: number) {
    this.#map.iterating = loops;
  }

  override get size(): number {
    return this.#map.size;
  }

  override add(): boolean {
    throw finalFault('Collection is read-only');
  }

  override has(rt: Runtime, value: unknown): boolean {
    return this.#map.has(rt, value);
  }

  override remove(rt: Runtime, value: unknown): boolean {
    const before = this.#map.size;
    this.#map.remove(rt, value);
    return this.#map.size !== before;
  }

  override clear(): void {
    this.#map.clear();
  }

  override *values(): Generator {
    for (const {key} of this.#map.entries()) yield key;
  }
}
