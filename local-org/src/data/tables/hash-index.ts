import type {FieldDescriptor} from '../descriptor.ts';
import {fieldKey, type FieldKey} from './field-key.ts';
import type {StoredRow} from './table.ts';

/** Rows by the value of one field. A value that one row has alone, as most have, costs no set. */
export class HashIndex {
  readonly #field: FieldDescriptor;
  readonly #ids = new Map<FieldKey, string | Set<string>>();

  constructor(field: FieldDescriptor) {
    this.#field = field;
  }

  /** Ids of rows with that value, deleted rows among them, in no order. */
  find(value: unknown): Iterable<string> {
    const ids = this.#get(value);
    if (ids === undefined) return [];
    return typeof ids === 'string' ? [ids] : ids;
  }

  /** How many Ids `find` gives. */
  count(value: unknown): number {
    const ids = this.#get(value);
    if (ids === undefined) return 0;
    return typeof ids === 'string' ? 1 : ids.size;
  }

  #get(value: unknown): string | ReadonlySet<string> | undefined {
    const key = fieldKey(this.#field, value);
    return key === null ? undefined : this.#ids.get(key);
  }

  replace(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void {
    const from = before === undefined ? null : fieldKey(this.#field, before.slots[this.#field.index]);
    const to = after === undefined ? null : fieldKey(this.#field, after.slots[this.#field.index]);
    if (from === to) return;
    if (from !== null) this.#remove(from, id);
    if (to !== null) this.#add(to, id);
  }

  #add(key: FieldKey, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, id);
    else if (typeof ids === 'string') this.#ids.set(key, new Set([ids, id]));
    else ids.add(id);
  }

  #remove(key: FieldKey, id: string): void {
    const ids = this.#ids.get(key);
    if (typeof ids === 'string' || (ids?.size === 1 && ids.has(id))) this.#ids.delete(key);
    else ids?.delete(id);
  }
}
