import {ApexBlob} from '../../apex/runtime/blob.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {UnsupportedError} from '../../apex/runtime/unsupported.ts';
import type {IdGenerator} from '../../id-generator.ts';
import type {StaticResource} from '../../project/model.ts';
import type {Schema} from '../descriptor.ts';
import type {Tables} from '../tables/tables.ts';

/** Who made the rows, and when (milliseconds since 1970). */
export interface Stamp {
  readonly now: number;
  readonly userId: string;
}

/** StaticResource has one row for each static resource of the source. Contents are read when a program asks for them. */
export function storeStaticResources(
  resources: readonly StaticResource[],
  schema: Schema,
  tables: Tables,
  ids: IdGenerator,
  stamp: Stamp,
): void {
  const table = schema.object('StaticResource');
  if (table?.keyPrefix == null) throw new Error('The schema has no object StaticResource.');
  const now = new ApexDatetime(Math.floor(stamp.now / 1000) * 1000);
  for (const resource of resources) {
    const values = new Map<string, unknown>([
      ['id', ids.next(table.keyPrefix)],
      ['name', resource.name],
      ['contenttype', resource.contentType],
      ['bodylength', resource.content?.size ?? 0],
      ['body', new ApexBlob(resource.content?.read ?? (() => refuse(resource)))],
      ['description', resource.description],
      ['cachecontrol', resource.cacheControl],
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

function refuse({name}: StaticResource): never {
  throw new UnsupportedError(`U313 The content of the static resource ${name} is an unpacked archive, which is not supported.`);
}
