/** Static methods of custom metadata types (Apex Reference Guide, "Custom Metadata Type Methods"). They cost no query, and ask for no rights. */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexMap} from '../../runtime/map.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const customMetadataTypeClass: ClassDefinition = defineClass('System.CustomMetadataType', {
  'getAll()': (rt: Runtime, object: SObjectDescriptor) =>
    ApexMap.of(
      rt,
      rt.types.map(rt.types.get('String'), rt.types.object(object.name)),
      records(rt, object).map((record) => [text(record, 'developername'), record]),
    ),
  /** By record Id, developer name or qualified API name; null where there is none. */
  'getInstance(String)': (rt: Runtime, object: SObjectDescriptor, name: string | null) => {
    const sought = required(name).toLowerCase();
    const keys = ['developername', 'qualifiedapiname'];
    const isSought = (record: SObject) =>
      record.id === name || record.id?.slice(0, 15) === name || keys.some((key) => text(record, key)?.toLowerCase() === sought);
    return records(rt, object).find(isSought) ?? null;
  },
});

/** What these methods give of a text; a query gives all of it. */
const MAXIMUM_LENGTH = 255;

/** Read-only, as records of custom metadata are in memory. */
function records(rt: Runtime, object: SObjectDescriptor): SObject[] {
  const found: SObject[] = [];
  for (const [, row] of rt.org.tables.table(object).scan()) {
    const slots = row.slots.map((value) => (typeof value === 'string' ? value.slice(0, MAXIMUM_LENGTH) : value));
    const record = new SObject(object, slots, null);
    record.isReadOnly = true;
    found.push(record);
  }
  return found;
}

function text(record: SObject, key: string): string | null {
  const field = record.descriptor.fieldsByKey.get(key);
  const value = field === undefined ? null : record.slots[field.index];
  return typeof value === 'string' ? value : null;
}
