import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {IdGenerator} from '../../id-generator.ts';
import type {CachePartition} from '../../project/model.ts';
import type {Schema} from '../descriptor.ts';
import type {Tables} from '../tables/tables.ts';
import type {Stamp} from './store-static-resources.ts';

/** PlatformCachePartition has one row for each partition of the source. */
export function storeCachePartitions(
  partitions: readonly CachePartition[],
  schema: Schema,
  tables: Tables,
  ids: IdGenerator,
  stamp: Stamp,
): void {
  const table = schema.object('PlatformCachePartition');
  if (table?.keyPrefix == null) throw new Error('The schema has no object PlatformCachePartition.');
  const now = new ApexDatetime(Math.floor(stamp.now / 1000) * 1000);
  for (const partition of partitions) {
    const values = new Map<string, unknown>([
      ['id', ids.next(table.keyPrefix)],
      ['developername', partition.name],
      ['language', 'en_US'],
      ['masterlabel', partition.label],
      ['description', partition.description],
      ['isdefaultpartition', partition.isDefault],
      ['isdeleted', false],
      ['createddate', now],
      ['createdbyid', stamp.userId],
      ['lastmodifieddate', now],
      ['lastmodifiedbyid', stamp.userId],
      ['systemmodstamp', now],
    ]);
    tables.insert(
      table,
      table.fields.map((field) => values.get(field.key) ?? null),
    );
  }
  tables.commit();
}
