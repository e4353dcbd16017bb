import {ApexDate} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {Decimal} from '../../apex/runtime/decimal.ts';
import {ApexDouble} from '../../apex/runtime/double.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import type {StoredRow} from './table.ts';

const MILLIS_PER_MINUTE = 60_000;

/** New keys that are put into the ordered ones one by one. */
const FEW = 50;

/** From the lower to the upper bound, both included. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows by one Date, Datetime or number field, for ranges and for reading them in order. Rows whose values lie close share a key: a day, a minute, a whole number. A greater value never
 * has a smaller key, so that a range of keys gives all rows of the range of values, and maybe some more.
 */
export class OrderedIndex {
  readonly #field: FieldDescriptor;
  readonly #ids = new Map<number, Set<string>>();
  /** In order; some may have no rows any more. */
  #keys: number[] = [];
  /** Keys that came since those were put in order. */
  #fresh: number[] = [];
  #size = 0;

  constructor(field: FieldDescriptor) {
    this.#field = field;
  }

  /** Rows whose field isn't empty. */
  get size(): number {
    return this.#size;
  }

  /** How many rows a range has. Counting ends with the first key that takes it past a limit. */
  count(range: KeyRange, limit: number): number {
    let count = 0;
    for (const ids of this.read(range, 'ascending')) {
      count += ids.size;
      if (count > limit) break;
    }
    return count;
  }

  /** Ids of the rows of a range, deleted rows among them, those of one key at a time, in the order of the keys. */
  *read({from, to}: KeyRange, direction: 'ascending' | 'descending'): Generator<ReadonlySet<string>> {
    const keys = this.#ordered();
    const [first, last] = [firstAtLeast(keys, from), firstAtLeast(keys, to, true) - 1];
    const step = direction === 'ascending' ? 1 : -1;
    for (let at = step === 1 ? first : last; at >= first && at <= last; at += step) {
      const ids = this.#ids.get(keys[at] ?? NaN);
      if (ids !== undefined) yield ids;
    }
  }

  replace(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void {
    const from = before === undefined ? null : orderKey(before.slots[this.#field.index]);
    const to = after === undefined ? null : orderKey(after.slots[this.#field.index]);
    if (from === to) return;
    if (from !== null) this.#remove(from, id);
    if (to !== null) this.#add(to, id);
  }

  #add(key: number, id: string): void {
    const ids = this.#ids.get(key);
    this.#size++;
    if (ids !== undefined) ids.add(id);
    else {
      this.#ids.set(key, new Set([id]));
      this.#fresh.push(key);
    }
  }

  #remove(key: number, id: string): void {
    const ids = this.#ids.get(key);
    this.#size--;
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(key);
  }

  /** A few new keys are put where they belong; with many, or with many that have no rows any more, all are put in order anew. */
  #ordered(): readonly number[] {
    if (this.#fresh.length > FEW || this.#keys.length > FEW + 2 * this.#ids.size) {
      this.#keys = [...this.#ids.keys()].sort((left, right) => left - right);
    } else {
      for (const key of this.#fresh) {
        const place = firstAtLeast(this.#keys, key);
        // It may have gone and come back.
        if (this.#keys[place] !== key) this.#keys.splice(place, 0, key);
      }
    }
    this.#fresh = [];
    return this.#keys;
  }
}

/** Whether the values of a field are kept, and have an order that this index knows. */
export function isOrdered({formula, summary, valueType}: FieldDescriptor): boolean {
  return formula === null && summary === null && ORDERED.has(valueType);
}

const ORDERED: ReadonlySet<string> = new Set(['Date', 'Datetime', 'Integer', 'Long', 'Double', 'Decimal']);

/** The key of a stored value; null for an empty one. */
export function orderKey(value: unknown): number | null {
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return minuteOf(value.epoch);
  if (typeof value === 'number' || typeof value === 'bigint') return Math.floor(Number(value));
  if (value instanceof Decimal) return Math.floor(value.toNumber());
  return value instanceof ApexDouble ? Math.floor(value.value) : null;
}

/** Of milliseconds since 1970. */
export function minuteOf(epoch: number): number {
  return Math.floor(epoch / MILLIS_PER_MINUTE);
}

/** @param isBeyond wants the first that is greater */
function firstAtLeast(keys: readonly number[], wanted: number, isBeyond = false): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const key = keys[middle] ?? Infinity;
    if (key < wanted || (isBeyond && key === wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}
