/** Puts the records of custom metadata types into the tables: they are there from the start, whoever looks. */
import type {IdGenerator} from '../../id-generator.ts';
import type {Tables} from '../tables/tables.ts';
import type {MetadataRow} from './custom-metadata-rows.ts';

export function storeMetadataRows(rows: readonly MetadataRow[], tables: Tables, ids: IdGenerator): void {
  const stored = rows.map((row) => ({row, id: ids.next(row.object.keyPrefix ?? 'm00')}));
  const idOf = new Map(stored.map(({row, id}) => [`${row.object.key}.${row.source.developerName.toLowerCase()}`, id]));
  for (const {row, id} of stored) {
    const slots = row.slots.slice();
    slots[0] = id;
    for (const {field, developerName} of row.references) {
      slots[field.index] = idOf.get(`${(field.referenceTo[0] ?? '').toLowerCase()}.${developerName.toLowerCase()}`) ?? null;
    }
    tables.insert(row.object, slots);
  }
  tables.commit();
}
