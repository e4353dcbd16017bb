/** The `$` merge fields of an org's running user. */
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../data/descriptor.ts';
import type {Tables} from '../data/tables/tables.ts';
import type {FormulaGlobals, RecordView} from './formula-context.ts';

export interface GlobalsHost {
  readonly schema: Schema;
  readonly tables: Tables;
  readonly organizationId: () => string;
  now(): number;
  userZone(): string;
  userId(): string;
  hasPermission(name: string): boolean;
  label(name: string): string | null;
}

export class OrgGlobals implements FormulaGlobals {
  readonly #host: GlobalsHost;

  constructor(host: GlobalsHost) {
    this.#host = host;
  }

  now(): number {
    return this.#host.now();
  }

  userZone(): string {
    return this.#host.userZone();
  }

  hasPermission(name: string): boolean {
    return this.#host.hasPermission(name);
  }

  label(name: string): string | null {
    return this.#host.label(name);
  }

  user(): RecordView | null {
    return this.#row(this.#host.userId());
  }

  organization(): RecordView | null {
    return this.#row(this.#host.organizationId());
  }

  /** Field by field, the value of the user's row, else the profile's, else the organization's (Salesforce Help, "Hierarchy Custom Settings"). */
  setting(object: SObjectDescriptor): RecordView | null {
    const {tables} = this.#host;
    const owner = object.fieldsByKey.get('setupownerid');
    if (owner === undefined) return null;
    const profile = this.user()?.read(this.#field('User', 'profileid'));
    const owners = [this.#host.userId(), profile, this.#host.organizationId()];
    const rows = owners
      .flatMap((id) => (typeof id === 'string' ? tables.findByKey(object, owner, id) : []))
      .flatMap((id) => tables.get(object, id) ?? []);
    if (rows.length === 0) return null;
    const read = (field: FieldDescriptor): unknown =>
      rows.map((row) => row.slots[field.index] ?? null).find((value) => value !== null) ?? null;
    return {object, read, parent: () => null};
  }

  customMetadata(object: SObjectDescriptor, developerName: string): RecordView | null {
    const name = object.fieldsByKey.get('developername');
    if (name === undefined) return null;
    const [id] = this.#host.tables.findByKey(object, name, developerName);
    return id === undefined ? null : this.#row(id);
  }

  #row(id: string): RecordView | null {
    const {schema, tables} = this.#host;
    const object = schema.objectByPrefix(id.slice(0, 3));
    const row = object === null ? undefined : tables.get(object, id);
    if (object === null || row === undefined) return null;
    return {
      object,
      read: (field) => row.slots[field.index] ?? null,
      parent: (lookup) => {
        const parentId = row.slots[lookup.index];
        return typeof parentId === 'string' ? this.#row(parentId) : null;
      },
    };
  }

  #field(object: string, key: string): FieldDescriptor {
    const field = this.#host.schema.object(object)?.fieldsByKey.get(key);
    if (field === undefined) throw new Error(`The schema has no ${object}.${key}.`);
    return field;
  }
}
