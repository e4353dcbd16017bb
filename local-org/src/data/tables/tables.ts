/** All rows of an org, and the log by which changes are undone: savepoints and transactions are positions in it. */
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import {Table, type StoredRow} from './table.ts';

export interface RowChange {
  readonly object: SObjectDescriptor;
  readonly id: string;
  /** Undefined: the row is new. */
  readonly before: StoredRow | undefined;
  /** Undefined: the row is gone for good. */
  readonly after: StoredRow | undefined;
}

/** Something outside of the rows that a rollback takes back too. */
interface OtherChange {
  readonly undo: () => void;
}

export interface TablesOptions {
  /** Is handed one change for each row that a transaction changed, for a durable store. */
  readonly onCommit?: (changes: readonly RowChange[]) => void;
  /** Rows from which on a table is large, so that queries use indexes wherever they can. */
  readonly largeFrom?: number;
}

const LARGE = 100;

export class Tables {
  readonly #tables = new Map<string, Table>();
  readonly #seeds = new Map<string, () => readonly (readonly unknown[])[]>();
  #log: (RowChange | OtherChange)[] = [];
  readonly #onCommit: ((changes: readonly RowChange[]) => void) | null;
  readonly #largeFrom: number;

  constructor({onCommit, largeFrom = LARGE}: TablesOptions = {}) {
    this.#onCommit = onCommit ?? null;
    this.#largeFrom = largeFrom;
  }

  /** The table of an object; tables come into being when somebody asks for them. */
  table(object: SObjectDescriptor): Table {
    let table = this.#tables.get(object.key);
    if (table === undefined) {
      table = new Table(object, this.#largeFrom);
      this.#tables.set(object.key, table);
      for (const slots of this.#seeds.get(object.key)?.() ?? []) table.replace(String(slots[0]), undefined, {slots, isDeleted: false});
    }
    return table;
  }

  /** Rows that a table has from the start, made when it is first asked for; no transaction undoes them. */
  seed(object: SObjectDescriptor, rows: () => readonly (readonly unknown[])[]): void {
    this.#seeds.set(object.key, rows);
  }

  get(object: SObjectDescriptor, id: string): StoredRow | undefined {
    return this.table(object).get(id);
  }

  /** The Id is in slot 0. @throws Error where a row of that Id exists */
  insert(object: SObjectDescriptor, slots: readonly unknown[]): void {
    const id = slots[0];
    if (typeof id !== 'string') throw new Error(`A new row of ${object.name} has no Id.`);
    if (this.get(object, id) !== undefined) throw new Error(`${object.name} ${id} exists already.`);
    this.#write({object, id, before: undefined, after: {slots, isDeleted: false}});
  }

  /** @throws Error where there is no such row */
  update(object: SObjectDescriptor, id: string, slots: readonly unknown[]): void {
    const before = this.#require(object, id);
    this.#write({object, id, before, after: {slots, isDeleted: before.isDeleted}});
  }

  /** Puts a row into the recycle bin or takes it out; `IsDeleted` follows. @throws Error where there is no such row */
  setDeleted(object: SObjectDescriptor, id: string, isDeleted: boolean): void {
    const before = this.#require(object, id);
    const field = object.fieldsByKey.get('isdeleted');
    const slots = field === undefined ? before.slots : before.slots.with(field.index, isDeleted);
    this.#write({object, id, before, after: {slots, isDeleted}});
  }

  /** Takes a row away for good: `Database.emptyRecycleBin`, and objects without a recycle bin. */
  remove(object: SObjectDescriptor, id: string): void {
    this.#write({object, id, before: this.#require(object, id), after: undefined});
  }

  /** Ids of rows (not deleted ones), in order, that hold a value, as the field compares text. */
  findByKey(object: SObjectDescriptor, field: FieldDescriptor, value: unknown): readonly string[] {
    if (field.index === 0) return typeof value === 'string' && this.get(object, value)?.isDeleted === false ? [value] : [];
    const table = this.table(object);
    const found: string[] = [];
    for (const id of table.index(field).find(value)) if (table.get(id)?.isDeleted === false) found.push(id);
    return found.sort();
  }

  /** Ids of rows (not deleted ones), in order, whose lookup points to a row. */
  findByReference(object: SObjectDescriptor, field: FieldDescriptor, id: string): readonly string[] {
    return this.findByKey(object, field, id);
  }

  mark(): number {
    return this.#log.length;
  }

  rollbackTo(mark: number): void {
    while (this.#log.length > mark) {
      const change = this.#log.pop();
      if (change === undefined) return;
      if ('undo' in change) change.undo();
      else this.table(change.object).replace(change.id, change.after, change.before);
    }
  }

  /** Logs a change of state outside of the rows, with what takes it back. */
  onRollback(undo: () => void): void {
    this.#log.push({undo});
  }

  commit(): void {
    const log = this.#log;
    this.#log = [];
    if (this.#onCommit === null) return;
    const changes = log.flatMap((change) => ('undo' in change ? [] : [change]));
    if (changes.length > 0) this.#onCommit(net(changes));
  }

  /** Runs work that sees no row of some objects. What it writes to them is gone with its end, and the rows are back. */
  without<Result>(isHidden: (object: SObjectDescriptor) => boolean, work: () => Result): Result {
    if (this.#log.length > 0) throw new Error('Rows are hidden between transactions.');
    const all = new Map(this.#tables);
    for (const [key, table] of all) if (isHidden(table.descriptor)) this.#tables.delete(key);
    try {
      return work();
    } finally {
      for (const [key, table] of all) this.#tables.set(key, table);
      for (const [key, table] of this.#tables) if (!all.has(key) && isHidden(table.descriptor)) this.#tables.delete(key);
    }
  }

  #require(object: SObjectDescriptor, id: string): StoredRow {
    const row = this.get(object, id);
    if (row === undefined) throw new Error(`There is no ${object.name} with the Id ${id}.`);
    return row;
  }

  #write(change: RowChange): void {
    this.#log.push(change);
    this.table(change.object).replace(change.id, change.before, change.after);
  }
}

/** One change for each row, from what it was before the transaction to what it is now. */
function net(changes: readonly RowChange[]): RowChange[] {
  const rows = new Map<string, RowChange>();
  for (const change of changes) {
    const key = change.object.key + change.id;
    const earlier = rows.get(key);
    rows.set(key, earlier === undefined ? change : {...change, before: earlier.before});
  }
  return [...rows.values()].filter((change) => change.before !== change.after);
}
