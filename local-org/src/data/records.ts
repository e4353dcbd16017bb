/** Reading single values of stored rows, for the parts of the engine that need a user's profile or an organization's name. */
import type {FieldDescriptor, Schema, SObjectDescriptor} from './descriptor.ts';
import type {Tables} from './tables/tables.ts';

export class Records {
  readonly #schema: Schema;
  readonly #tables: Tables;

  constructor(schema: Schema, tables: Tables) {
    this.#schema = schema;
    this.#tables = tables;
  }

  /** Null for an empty field; undefined for a row that isn't there or is deleted. */
  value(objectName: string, id: string, fieldKey: string): unknown {
    const object = this.object(objectName);
    const row = this.#tables.get(object, id);
    return row === undefined || row.isDeleted ? undefined : row.slots[fieldIndex(object, fieldKey)];
  }

  text(objectName: string, id: string, fieldKey: string): string | null {
    const value = this.value(objectName, id, fieldKey);
    return typeof value === 'string' ? value : null;
  }

  /** A row by its Id alone; null for one that isn't there or is deleted. */
  record(id: string): {readonly object: SObjectDescriptor; readonly read: (field: FieldDescriptor) => unknown} | null {
    const object = this.#schema.objectByPrefix(id.slice(0, 3));
    const row = object === null ? undefined : this.#tables.get(object, id);
    return object === null || row === undefined || row.isDeleted ? null : {object, read: (field) => row.slots[field.index]};
  }

  /** Ids of rows whose field holds a value. */
  find(objectName: string, fieldKey: string, value: unknown): readonly string[] {
    const object = this.object(objectName);
    const field = object.fields[fieldIndex(object, fieldKey)];
    return field === undefined ? [] : this.#tables.findByKey(object, field, value);
  }

  /** Sum of the versions of tables: changes when any of them changes. */
  version(objects: readonly SObjectDescriptor[]): number {
    let version = 0;
    for (const object of objects) version += this.#tables.table(object).version;
    return version;
  }

  /** @throws Error for an object that the org doesn't have */
  object(name: string): SObjectDescriptor {
    const object = this.#schema.object(name);
    if (object === null) throw new Error(`The org has no object ${name}.`);
    return object;
  }
}

function fieldIndex(object: SObjectDescriptor, key: string): number {
  const field = object.fieldsByKey.get(key);
  if (field === undefined) throw new Error(`${object.name} has no field ${key}.`);
  return field.index;
}
