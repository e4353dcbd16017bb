import type {JsonWriter} from './json-writer.ts';
import {ApexDatetime} from '../../runtime/datetime.ts';
import type {ApexList} from '../../runtime/list.ts';
import type {SObject} from '../../runtime/sobject.ts';

/** The API version in the URLs of records. */
const API_VERSION = '66.0';

/**
 * A record: its attributes first, then what it was populated with. Fields that a query found empty are left out, as in the records that the APIs give
 * to clients; those that were set to null are there. Datetimes end in `+0000`.
 *
 * @param value writes a field's value
 */
export function serializeRecord(writer: JsonWriter, record: SObject, value: (field: unknown) => void): void {
  const {descriptor} = record;
  writer.startObject();
  writer.name('attributes');
  writer.startObject();
  writer.name('type');
  writer.string(descriptor.name);
  if (record.id !== null) {
    writer.name('url');
    writer.string(`/services/data/v${API_VERSION}/sobjects/${descriptor.name}/${record.id}`);
  }
  writer.endObject();
  for (const key of record.populated()) {
    if (typeof key === 'number') {
      const field = record.slots[key];
      if (field === null && record.isQueried) continue;
      writer.name(descriptor.fields[key]?.name ?? '');
      if (field instanceof ApexDatetime) writer.string(field.toIso().replace('Z', '+0000'));
      else value(field);
    } else serializeRelationship(writer, record, key, value);
  }
  writer.endObject();
}

function serializeRelationship(writer: JsonWriter, record: SObject, key: string, value: (field: unknown) => void): void {
  const lookup = record.descriptor.parentsByKey.get(key);
  if (lookup !== undefined) {
    const parent = record.parents?.get(lookup.index) ?? null;
    if (parent === null && record.isQueried) return;
    writer.name(lookup.relationshipName ?? key);
    value(parent);
    return;
  }
  const child = record.descriptor.childRelationships.find(({relationshipName}) => relationshipName?.toLowerCase() === key);
  const rows = record.children?.get(key);
  if (rows === undefined || rows.size === 0) return;
  writer.name(child?.relationshipName ?? key);
  serializeRows(writer, rows, value);
}

/** Rows of a subquery, in the form in which the API gives them. */
function serializeRows(writer: JsonWriter, rows: ApexList, value: (row: unknown) => void): void {
  writer.startObject();
  writer.name('totalSize');
  writer.raw(String(rows.size));
  writer.name('done');
  writer.raw('true');
  writer.name('records');
  writer.startArray();
  for (const row of rows.elements) value(row);
  writer.endArray();
  writer.endObject();
}
