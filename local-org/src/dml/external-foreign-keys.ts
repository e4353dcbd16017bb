/** Lookups that a record names by an external id of its parent: `new Contact(Account = new Account(Key__c = 'x'))` (Apex Developer Guide, "Creating Parent and Child Records in a Single Statement Using Foreign Keys"). */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';
import type {DmlError} from './dml-engine.ts';
import type {SaveEnvironment} from './save-environment.ts';
import {textOfKey} from './text-of-key.ts';

/** Fills the lookups of `record` that `input` names so; the error of the first one that finds nothing, or null. Parents that came out of a query say nothing. */
export function resolveExternalForeignKeys(environment: SaveEnvironment, input: SObject, record: SObject): DmlError | null {
  for (const [lookup, parent] of input.parents ?? []) {
    if (parent === null || parent.isQueried || typeof input.slots[lookup] === 'string') continue;
    const populated = parent.populated().flatMap((key) => (typeof key === 'number' ? (parent.descriptor.fields[key] ?? []) : []));
    const [key, ...others] = populated;
    if (key === undefined || key.index === 0) continue;
    if (others.length > 0)
      return invalid(`More than 1 field provided in an external foreign key reference in entity: ${parent.descriptor.name}`);
    const found = find(environment, parent, key);
    if (typeof found !== 'string') return found;
    record.slots[lookup] = found;
  }
  return null;
}

function find({rows}: SaveEnvironment, parent: SObject, key: FieldDescriptor): string | DmlError {
  const {descriptor, slots} = parent;
  const value = slots[key.index];
  const [id, ...others] = rows.findByKey(descriptor, key, value);
  if (id !== undefined && others.length === 0) return id;
  if (id !== undefined) return moreThanOne(key, [id, ...others]);
  return invalid(`Foreign key external ID: ${textOfKey(value)} not found for field ${key.name} in entity ${descriptor.name}`);
}

function invalid(message: string): DmlError {
  return {statusCode: 'INVALID_FIELD', message, fields: []};
}

/** Several rows hold the value of a key that isn't unique. */
export function moreThanOne(key: FieldDescriptor, ids: readonly string[]): DmlError {
  const message = `${key.label}: more than one record found for external id field: [${ids.join(', ')}]`;
  return {statusCode: 'DUPLICATE_EXTERNAL_ID', message, fields: [key.name]};
}
