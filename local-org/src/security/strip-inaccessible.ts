/** What `Security.stripInaccessible` does to a record: a copy without what its user may not read or write, however deep (Apex Reference Guide, "Security Class"). */
import {ApexList} from '../apex/runtime/list.ts';
import {SObject, type Populated} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import type {FieldAction, ObjectAction, RecordAccess} from './record-access.ts';

export type AccessType = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

const FIELD_ACTIONS: Readonly<Record<AccessType, readonly FieldAction[]>> = {
  CREATABLE: ['create'],
  READABLE: ['read'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
};

const OBJECT_ACTIONS: Readonly<Record<AccessType, readonly ObjectAction[]>> = {
  CREATABLE: ['create'],
  READABLE: ['read'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
};

export class FieldStripper {
  readonly #access: RecordAccess;
  readonly #type: AccessType;
  /** Of a record behind a polymorphic lookup, which knows itself as a `Name`. */
  readonly #objectOf: (record: SObject) => SObjectDescriptor;
  /** Names of the fields that were taken away, by object. */
  readonly removed = new Map<string, Set<string>>();

  constructor(access: RecordAccess, type: AccessType, objectOf: (record: SObject) => SObjectDescriptor) {
    this.#access = access;
    this.#type = type;
    this.#objectOf = objectOf;
  }

  mayAccess(object: SObjectDescriptor): boolean {
    return OBJECT_ACTIONS[this.#type].every((action) => this.#access.canAccessObject(object, action));
  }

  /** The same content where nothing has to be taken away; `isModified` tells. */
  strip(record: SObject): {readonly record: SObject; readonly isModified: boolean} {
    const {descriptor} = record;
    const object = this.#objectOf(record);
    const slots = record.slots.slice();
    const removed = new Set<Populated>();
    for (const {index, name, key} of descriptor.fields) {
      if (index === 0 || slots[index] === undefined) continue;
      const field = object.fieldsByKey.get(key);
      if (field === undefined || this.#mayAccessField(object, field)) continue;
      slots[index] = undefined;
      removed.add(index);
      this.#note(object, name);
    }
    const copy = new SObject(
      descriptor,
      slots,
      record.populated().filter((key) => !removed.has(key)),
    );
    copy.isQueried = record.isQueried;
    copy.cleared = record.cleared;
    copy.nulled = record.nulled;
    const hasParents = this.#stripParents(record, copy, object);
    const hasChildren = this.#stripChildren(record, copy, object);
    return {record: copy, isModified: removed.size > 0 || hasParents || hasChildren};
  }

  #mayAccessField(object: SObjectDescriptor, field: FieldDescriptor): boolean {
    return FIELD_ACTIONS[this.#type].every((action) => this.#access.canAccessField(object, field, action));
  }

  #stripParents(record: SObject, copy: SObject, object: SObjectDescriptor): boolean {
    if (record.parents === null) return false;
    let isModified = false;
    copy.parents = new Map();
    for (const [lookup, parent] of record.parents) {
      const field = object.fields[lookup];
      if (copy.slots[lookup] === undefined && record.slots[lookup] !== undefined) continue;
      if (parent !== null && !this.mayAccess(this.#objectOf(parent))) {
        this.#note(object, field?.relationshipName ?? field?.name ?? '');
        isModified = true;
        continue;
      }
      const stripped = parent === null ? null : this.strip(parent);
      copy.parents.set(lookup, stripped?.record ?? null);
      isModified ||= stripped?.isModified ?? false;
    }
    return isModified;
  }

  #stripChildren(record: SObject, copy: SObject, object: SObjectDescriptor): boolean {
    if (record.children === null) return false;
    let isModified = false;
    copy.children = new Map();
    for (const [relationship, rows] of record.children) {
      const records = rows.elements.filter((row) => row instanceof SObject);
      const [first] = records;
      if (first !== undefined && !this.mayAccess(this.#objectOf(first))) {
        this.#note(
          object,
          object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === relationship)?.relationshipName ??
            relationship,
        );
        isModified = true;
        continue;
      }
      const stripped = records.map((row) => this.strip(row));
      copy.children.set(
        relationship,
        new ApexList(
          rows.type,
          stripped.map((row) => row.record),
        ),
      );
      isModified ||= stripped.some((row) => row.isModified);
    }
    return isModified;
  }

  #note({name}: SObjectDescriptor, field: string): void {
    const fields = this.removed.get(name) ?? new Set();
    this.removed.set(name, fields.add(field));
  }
}
