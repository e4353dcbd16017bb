import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {Schema} from '../descriptor.ts';
import type {Tables} from '../tables/tables.ts';

/** RecordType has one row for each record type of the source. @param now milliseconds since 1970 */
export function storeRecordTypes(schema: Schema, tables: Tables, now: number, userId: string): void {
  const table = schema.object('RecordType');
  if (table === null) return;
  const stamp = new ApexDatetime(Math.floor(now / 1000) * 1000);
  for (const object of schema.objects) {
    for (const type of object.recordTypes) {
      const values = new Map<string, unknown>([
        ['id', type.id],
        ['name', type.label],
        ['developername', type.developerName],
        ['description', type.description],
        ['sobjecttype', object.name],
        ['isactive', type.isActive],
        ['createddate', stamp],
        ['createdbyid', userId],
        ['lastmodifieddate', stamp],
        ['lastmodifiedbyid', userId],
        ['systemmodstamp', stamp],
      ]);
      const slots = table.fields.map((field) => values.get(field.key) ?? null);
      tables.insert(table, slots);
    }
  }
  tables.commit();
}
