/** Rows of tables that are metadata: custom metadata records and record types. Written past the order of execution when an org starts. */
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {Schema, SObjectDescriptor} from '../descriptor.ts';
import type {MetadataRow} from '../schema/custom-metadata-rows.ts';
import type {Tables} from './tables.ts';

export interface MetadataStamp {
  /** Gives the next Id of an object. */
  newId(object: SObjectDescriptor): string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly userId: string;
}

export function storeCustomMetadata(rows: readonly MetadataRow[], tables: Tables, stamp: MetadataStamp): void {
  const ids = new Map(rows.map((row) => [`${row.object.key}.${row.source.developerName.toLowerCase()}`, stamp.newId(row.object)]));
  for (const {object, source, slots, references} of rows) {
    const stored = slots.slice();
    stored[0] = ids.get(`${object.key}.${source.developerName.toLowerCase()}`);
    for (const {field, developerName} of references) {
      stored[field.index] = ids.get(`${field.referenceTo[0]?.toLowerCase() ?? ''}.${developerName.toLowerCase()}`) ?? null;
    }
    set(object, stored, 'systemmodstamp', new ApexDatetime(Math.floor(stamp.now / 1000) * 1000));
    tables.insert(object, stored);
  }
}

/** RecordType has one row for each record type of the source. */
export function storeRecordTypes(schema: Schema, tables: Tables, stamp: Omit<MetadataStamp, 'newId'>): void {
  const table = schema.object('RecordType');
  if (table === null) return;
  const now = new ApexDatetime(Math.floor(stamp.now / 1000) * 1000);
  for (const object of schema.objects) {
    for (const type of object.recordTypes) {
      const slots: unknown[] = table.fields.map(() => null);
      slots[0] = type.id;
      const values = {
        name: type.label,
        developername: type.developerName,
        description: type.description,
        sobjecttype: object.name,
        isactive: type.isActive,
        createddate: now,
        lastmodifieddate: now,
        systemmodstamp: now,
        createdbyid: stamp.userId,
        lastmodifiedbyid: stamp.userId,
      };
      for (const [key, value] of Object.entries(values)) set(table, slots, key, value);
      tables.insert(table, slots);
    }
  }
}

function set(object: SObjectDescriptor, slots: unknown[], key: string, value: unknown): void {
  const field = object.fieldsByKey.get(key);
  if (field !== undefined) slots[field.index] = value;
}
