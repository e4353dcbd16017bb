import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import {HashIndex} from './hash-index.ts';
import {OrderedIndex} from './ordered-index.ts';

/** A row as it is stored. Never changed: a write puts another in its place, so that the undo log and readers may keep it. */
export interface StoredRow {
  /** By `FieldDescriptor.index`; null where a field is empty. Formula and roll-up fields are computed when they are read. */
  readonly slots: readonly unknown[];
  /** In the recycle bin. */
  readonly isDeleted: boolean;
}

/** The rows of one object, found by Id and by the indexes that somebody once asked for. */
export class Table {
  readonly descriptor: SObjectDescriptor;
  readonly #largeFrom: number;
  #rows = new Map<string, StoredRow>();
  readonly #indexes = new Map<number, HashIndex>();
  readonly #orderedIndexes = new Map<number, OrderedIndex>();
  #isSorted = true;
  #lastId = '';
  #version = 0;

  /** @param largeFrom rows from which on the table is large */
  constructor(descriptor: SObjectDescriptor, largeFrom: number) {
    this.descriptor = descriptor;
    this.#largeFrom = largeFrom;
  }

  /** Whether finding rows by an index is worth the building of one. */
  get isLarge(): boolean {
    return this.#rows.size >= this.#largeFrom;
  }

  /** Rows that are stored, deleted ones among them. */
  get size(): number {
    return this.#rows.size;
  }

  /** Changes with every write and every undone write, so that what was worked out from the rows can be kept. */
  get version(): number {
    return this.#version;
  }

  get(id: string): StoredRow | undefined {
    return this.#rows.get(id);
  }

  /** All rows in the order of their Ids, deleted ones among them. */
  scan(): Iterable<[string, StoredRow]> {
    if (!this.#isSorted) {
      this.#rows = new Map([...this.#rows].sort(([left], [right]) => (left < right ? -1 : 1)));
      this.#isSorted = true;
    }
    return this.#rows;
  }

  /** Puts a row in the place of another: undefined before is an insert, undefined after takes the row away for good. */
  replace(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void {
    this.#version++;
    if (after === undefined) this.#rows.delete(id);
    else {
      if (before === undefined) this.#noteOrder(id);
      this.#rows.set(id, after);
    }
    for (const index of this.#indexes.values()) index.replace(id, before, after);
    for (const index of this.#orderedIndexes.values()) index.replace(id, before, after);
  }

  /** Built when first asked for, and kept. */
  index(field: FieldDescriptor): HashIndex {
    let index = this.#indexes.get(field.index);
    if (index === undefined) {
      index = new HashIndex(field);
      for (const [id, row] of this.#rows) index.replace(id, undefined, row);
      this.#indexes.set(field.index, index);
    }
    return index;
  }

  /** Of a field whose values have an order; built when first asked for, and kept. */
  orderedIndex(field: FieldDescriptor): OrderedIndex {
    let index = this.#orderedIndexes.get(field.index);
    if (index === undefined) {
      index = new OrderedIndex(field);
      for (const [id, row] of this.#rows) index.replace(id, undefined, row);
      this.#orderedIndexes.set(field.index, index);
    }
    return index;
  }

  #noteOrder(id: string): void {
    if (id < this.#lastId) this.#isSorted = false;
    else this.#lastId = id;
  }
}
