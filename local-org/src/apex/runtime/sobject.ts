/**
 * A record in memory. Its slots hold the values of its fields in the representation of `runtime.ts`, by `FieldDescriptor.index`; `undefined` is a field that
 * was neither queried nor set. Generated code reads and writes through `getField`, `setField`, `getParent`, `getChildren` and their setters, which throw what
 * the platform throws; the engine reads and writes `slots` itself.
 *
 * Sources: Apex Developer Guide, "Accessing sObject Fields", "Working with sObjects", "Trigger Context Variables"; Apex Reference Guide, "SObject Class".
 */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import {ApexFault, nullPointer} from './fault.ts';
import type {ApexList} from './list.ts';

/** An error that `addError` attached to a record. */
export interface RecordError {
  readonly message: string;
  /** Null: an error of the whole record. */
  readonly field: FieldDescriptor | null;
}

/** What a record was populated with: a field by its index, or a relationship by its lower-case name. */
export type Populated = number | string;

export class SObject {
  readonly descriptor: SObjectDescriptor;
  readonly slots: unknown[];
  /** Parent records by the index of the lookup field; a parent that was queried and isn't there is null. */
  parents: Map<number, SObject | null> | null = null;
  /** Rows of child relationships by the lower-case name of the relationship. */
  children: Map<string, ApexList> | null = null;
  /** In the order in which they were populated; null where that is the order of the slots. */
  order: Populated[] | null;
  /** Whether fields that aren't set are unknown (a row of a query) rather than empty (a new record). */
  isQueried = false;
  /** `Trigger.old`, and `Trigger.new` of after triggers: no field can be written. */
  isReadOnly = false;
  /** Whether `addError` is refused: `Trigger.old` outside of delete triggers, rows of queries. */
  refusesErrors = false;
  errors: RecordError[] | null = null;
  /** Id of the record that this is a clone of (null: it had none); undefined where it is no clone. */
  cloneSource: string | null | undefined = undefined;
  /** Fields that a clone left out although the original had them: empty, not unknown. */
  cleared: ReadonlySet<number> | null = null;
  /** Fields of a queried row that code set to null. The others that are null were so when they were queried, and an update leaves them alone. */
  nulled: Set<number> | null = null;
  /** Whether `setOptions` asked for texts that are too long to be cut; read by DML. */
  allowsTruncation = false;
  #ownsOrder = true;

  /** @param slots as many as the descriptor has fields; they belong to the record from now on. */
  constructor(
    descriptor: SObjectDescriptor,
    slots: unknown[] = new Array<unknown>(descriptor.fields.length),
    order: Populated[] | null = [],
  ) {
    this.descriptor = descriptor;
    this.slots = slots;
    this.order = order;
  }

  /** A row of a query. `order` is shared among the rows of one plan. */
  static ofQuery(descriptor: SObjectDescriptor, slots: unknown[], order: Populated[]): SObject {
    const record = new SObject(descriptor, slots, order);
    record.isQueried = true;
    record.refusesErrors = true;
    record.#ownsOrder = false;
    return record;
  }

  /** Of 18 characters; null where the record has none. */
  get id(): string | null {
    return (this.slots[0] as string | null | undefined) ?? null;
  }

  set id(value: string | null) {
    if (this.slots[0] === undefined) this.markPopulated(0);
    this.slots[0] = value;
  }

  markPopulated(populated: Populated): void {
    if (this.order === null) return;
    if (!this.#ownsOrder) {
      this.order = [...this.order];
      this.#ownsOrder = true;
    }
    this.order.push(populated);
  }

  /** What the record holds, in the order in which it was populated. */
  populated(): readonly Populated[] {
    if (this.order !== null) return this.order.filter((key) => typeof key === 'string' || this.slots[key] !== undefined);
    const fields = this.descriptor.fields.map((field) => field.index).filter((index) => this.slots[index] !== undefined);
    const parents = [...(this.parents?.keys() ?? [])].map((index) => relationshipKey(this.descriptor, index));
    return [...fields, ...parents, ...(this.children?.keys() ?? [])];
  }

  clear(): void {
    requireWritable(this);
    this.slots.fill(undefined);
    this.parents = null;
    this.children = null;
    this.order = [];
    this.#ownsOrder = true;
    this.isQueried = false;
  }

  addError(message: string, field: FieldDescriptor | null): void {
    if (this.refusesErrors) throw new ApexFault('System.FinalException', 'SObject row does not allow errors');
    (this.errors ??= []).push({message, field});
  }
}

// -------------------------------------------------------------------------------------------- what generated code calls

/** `record.Status`. Null for a field of a new record that isn't set; an SObjectException for one that a query left out. */
export function getField(record: SObject | null, index: number): unknown {
  if (record === null) throw nullPointer();
  const value = record.slots[index];
  return value === undefined ? readUnset(record, index) : value;
}

/**
 * `record.Parent__r.Name` with whatever depth: the field of a parent that isn't there reads null, where the same path from a variable would throw
 * (Apex Developer Guide, "Understanding Foreign Key and Parent-Child Relationship SOQL Queries").
 */
export function getFieldOfParent(parent: SObject | null, index: number): unknown {
  return parent === null ? null : getField(parent, index);
}

/** `task.What.Name`: the record behind a lookup to several objects may be of any of them. A field that its object lacks reads null. */
export function getFieldOfAny(parent: SObject | null, key: string): unknown {
  const field = parent?.descriptor.fieldsByKey.get(key);
  return parent === null || field === undefined ? null : getField(parent, field.index);
}

/** `record.Status = value`; gives the value back. The value has the field's Apex type already. */
export function setField<Value>(record: SObject | null, index: number, value: Value): Value {
  if (record === null) throw nullPointer();
  if (record.isReadOnly) requireWritable(record);
  if (record.slots[index] === undefined) record.markPopulated(index);
  if (value === null && record.isQueried) (record.nulled ??= new Set()).add(index);
  record.slots[index] = value;
  return value;
}

/** `record.Owner`, the record behind a lookup, by the index of the lookup field. */
export function getParent(record: SObject | null, index: number): SObject | null {
  if (record === null) throw nullPointer();
  const parent = record.parents?.get(index);
  if (parent !== undefined) return parent;
  if (record.isQueried && record.cleared?.has(index) !== true) throw notQueried(record, relationshipName(record.descriptor, index));
  return null;
}

export function getParentOfParent(parent: SObject | null, index: number): SObject | null {
  return parent === null ? null : getParent(parent, index);
}

export function setParent(record: SObject | null, index: number, parent: SObject | null): SObject | null {
  if (record === null) throw nullPointer();
  requireWritable(record);
  record.parents ??= new Map();
  if (!record.parents.has(index)) record.markPopulated(relationshipKey(record.descriptor, index));
  record.parents.set(index, parent);
  return parent;
}

/**
 * `account.Contacts`: the rows of a child relationship. `empty` makes the list that a new record answers with.
 *
 * @throws SObjectException where the record was queried without that subquery
 */
export function getChildren(record: SObject | null, relationship: string, empty: () => ApexList): ApexList {
  if (record === null) throw nullPointer();
  const rows = record.children?.get(relationship.toLowerCase());
  if (rows !== undefined) return rows;
  if (record.isQueried) throw notQueried(record, relationship);
  return empty();
}

export function setChildren(record: SObject, relationship: string, rows: ApexList): void {
  const key = relationship.toLowerCase();
  record.children ??= new Map();
  if (!record.children.has(key)) record.markPopulated(key);
  record.children.set(key, rows);
}

export function requireWritable(record: SObject): void {
  if (record.isReadOnly) throw new ApexFault('System.FinalException', 'Record is read-only');
}

// ------------------------------------------------------------------------------------------------------------------ own

function readUnset(record: SObject, index: number): null {
  if (index === 0 || !record.isQueried || record.cleared?.has(index) === true) return null;
  throw notQueried(record, record.descriptor.fields[index]?.name ?? String(index));
}

function notQueried(record: SObject, name: string): ApexFault {
  return new ApexFault(
    'System.SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${record.descriptor.name}.${name}`,
  );
}

function relationshipName(descriptor: SObjectDescriptor, index: number): string {
  return descriptor.fields[index]?.relationshipName ?? String(index);
}

function relationshipKey(descriptor: SObjectDescriptor, index: number): string {
  return relationshipName(descriptor, index).toLowerCase();
}
