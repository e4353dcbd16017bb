import {ApexDate, MILLIS_PER_DAY} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import type {StoredRow} from './table.ts';

/** Rows by the day of one Date or Datetime field (in GMT), for ranges. There are few days and many rows, so that only the days are kept in order. */
export class DayIndex {
  readonly #field: FieldDescriptor;
  readonly #ids = new Map<number, Set<string>>();
  /** The days in order; null after a new one came. */
  #days: number[] | null = null;

  constructor(field: FieldDescriptor) {
    this.#field = field;
  }

  /** Ids of rows whose day is within the bounds (both included), in no order. @param limit null as soon as there would be more than that */
  range(from: number, to: number, limit: number): string[] | null {
    const days = (this.#days ??= [...this.#ids.keys()].sort((left, right) => left - right));
    const ids: string[] = [];
    for (let at = firstAtLeast(days, from); at < days.length && (days[at] ?? Infinity) <= to; at++) {
      const rows = this.#ids.get(days[at] ?? 0) ?? new Set();
      if (ids.length + rows.size > limit) return null;
      ids.push(...rows);
    }
    return ids;
  }

  replace(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void {
    const from = before === undefined ? null : dayOf(before.slots[this.#field.index]);
    const to = after === undefined ? null : dayOf(after.slots[this.#field.index]);
    if (from === to) return;
    if (from !== null) this.#remove(from, id);
    if (to !== null) this.#add(to, id);
  }

  #add(day: number, id: string): void {
    const ids = this.#ids.get(day);
    if (ids === undefined) {
      this.#ids.set(day, new Set([id]));
      this.#days = null;
    } else ids.add(id);
  }

  #remove(day: number, id: string): void {
    const ids = this.#ids.get(day);
    ids?.delete(id);
    if (ids?.size === 0) {
      this.#ids.delete(day);
      this.#days = null;
    }
  }
}

/** Days since 1970-01-01; null for an empty value. */
export function dayOf(value: unknown): number | null {
  if (value instanceof ApexDate) return value.days;
  return value instanceof ApexDatetime ? Math.floor(value.epoch / MILLIS_PER_DAY) : null;
}

function firstAtLeast(days: readonly number[], from: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
