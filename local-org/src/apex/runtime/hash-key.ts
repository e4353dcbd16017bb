/**
 * How elements of sets and keys of maps are found: a JavaScript `Map` by a key that is the same for equal values.
 *
 * Strings, numbers, booleans, enum constants and objects without an own `equals` and `hashCode` are their own keys. Other values have a text that holds a NUL first,
 * which strings are kept clear of. What is equal by its contents or by its own `equals` (records, collections, objects of classes that define it) is found
 * by its hash code among the representatives of equal values that the table holds.
 */
import {ApexObject} from './apex-object.ts';
import {ApexBlob} from './blob.ts';
import {ApexCollection} from './collection.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexId} from './id.ts';
import {PlatformObject} from './platform-object.ts';
import type {Runtime} from './runtime.ts';
import {SObject} from './sobject.ts';
import {ApexTime} from './time.ts';

/** The key of a value that needs no hashing; null for one that does. The Apex null has a key of its own. */
export function directKey(rt: Runtime, value: unknown): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? '\0s' + value : value;
  if (typeof value !== 'object') return value;
  if (value === null) return NULL_KEY;
  return valueKey(value) ?? (isHashed(rt, value) ? null : value);
}

const NULL_KEY = '\0null';

function valueKey(value: object): string | null {
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDouble) return '\0d' + String(value.value);
  if (value instanceof Decimal) return '\0n' + String(value.scale) + ':' + String(value.unscaled);
  if (value instanceof ApexDate) return '\0D' + String(value.days);
  if (value instanceof ApexDatetime) return '\0t' + String(value.epoch);
  if (value instanceof ApexTime) return '\0h' + String(value.millis);
  if (value instanceof ApexBlob) return '\0b' + value.toBase64();
  return null;
}

function isHashed(rt: Runtime, value: object): boolean {
  if (value instanceof SObject || value instanceof ApexCollection) return true;
  // An object that defines but one of them is found by identity: without `hashCode` no two have the same hash, without `equals` no two are equal.
  if (value instanceof ApexObject) return rt.responds(value, 'hashCode', 0) && rt.responds(value, 'equals', 1);
  return value instanceof PlatformObject && value.hash(rt) !== null;
}

/** Representatives of equal values, by hash code. */
export class Representatives {
  readonly #byHash = new Map<number, object[]>();

  find(rt: Runtime, value: object): object | undefined {
    return this.#byHash.get(rt.hashCode(value))?.find((candidate) => candidate === value || rt.equals(value, candidate));
  }

  /** The value's representative, which it becomes itself if it has none. */
  intern(rt: Runtime, value: object): object {
    const hash = rt.hashCode(value);
    const bucket = this.#byHash.get(hash);
    if (bucket === undefined) {
      this.#byHash.set(hash, [value]);
      return value;
    }
    const known = bucket.find((candidate) => candidate === value || rt.equals(value, candidate));
    if (known !== undefined) return known;
    bucket.push(value);
    return value;
  }

  /** Forgets a representative, found as `find` finds it. */
  forget(rt: Runtime, value: object): void {
    const hash = rt.hashCode(value);
    const bucket = this.#byHash.get(hash)?.filter((candidate) => candidate !== value && !rt.equals(value, candidate));
    if (bucket === undefined || bucket.length === 0) this.#byHash.delete(hash);
    else this.#byHash.set(hash, bucket);
  }
}

/** Finds the keys of one set or map. */
export class KeyFinder {
  #representatives: Representatives | null = null;

  /** The key under which the value, or one that equals it, is held; undefined if there can be none. */
  find(rt: Runtime, value: unknown): unknown {
    return directKey(rt, value) ?? this.#representatives?.find(rt, value as object);
  }

  /** The key under which to hold the value. */
  intern(rt: Runtime, value: unknown): unknown {
    return directKey(rt, value) ?? (this.#representatives ??= new Representatives()).intern(rt, value as object);
  }

  forget(rt: Runtime, value: unknown): void {
    if (this.#representatives !== null && directKey(rt, value) === null) this.#representatives.forget(rt, value as object);
  }

  clear(): void {
    this.#representatives = null;
  }
}
