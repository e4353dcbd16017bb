/** Telling inserts from updates (Apex Developer Guide, "Upserting Records"). */
import {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import {fieldKey, type FieldKey} from '../data/tables/field-key.ts';
import type {DmlError} from './dml-engine.ts';
import type {IndexedRecord} from './load-rows.ts';
import type {SaveEnvironment} from './save-environment.ts';

export interface UpsertParts {
  readonly inserts: readonly IndexedRecord[];
  readonly updates: readonly IndexedRecord[];
  readonly refused: readonly {readonly index: number; readonly id: null; readonly errors: readonly DmlError[]}[];
}

/** By Id where no field is named; else by the value of the field: no row inserts, one row updates, more are refused. */
export function splitUpsert(
  environment: SaveEnvironment,
  object: SObjectDescriptor,
  externalId: FieldDescriptor | null,
  records: readonly IndexedRecord[],
): UpsertParts {
  const inserts: IndexedRecord[] = [];
  const updates: IndexedRecord[] = [];
  const refused: {index: number; id: null; errors: DmlError[]}[] = [];
  const seen = new Set<FieldKey>();
  for (const record of records) {
    if (externalId === null || externalId.index === 0) {
      (record.input.id === null ? inserts : updates).push(record);
      continue;
    }
    const found = find(environment, object, externalId, record.input, seen);
    if ('error' in found) refused.push({index: record.index, id: null, errors: [found.error]});
    else if (found.id === null) inserts.push(record);
    else updates.push({index: record.index, input: withId(record.input, found.id)});
  }
  return {inserts, updates, refused};
}

function find(
  environment: SaveEnvironment,
  object: SObjectDescriptor,
  field: FieldDescriptor,
  input: SObject,
  seen: Set<FieldKey>,
): {readonly id: string | null} | {readonly error: DmlError} {
  const value = input.slots[field.index];
  const key = fieldKey(field, value);
  if (key === null) {
    return {error: {statusCode: 'MISSING_ARGUMENT', message: `${field.name} not specified`, fields: [field.name]}};
  }
  if (seen.has(key)) {
    return {error: {statusCode: 'DUPLICATE_VALUE', message: `Duplicate external id specified: ${String(key)}`, fields: [field.name]}};
  }
  seen.add(key);
  const ids = environment.rows.findByKey(object, field, value);
  if (ids.length > 1) {
    const message = `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`;
    return {error: {statusCode: 'DUPLICATE_EXTERNAL_ID', message, fields: [field.name]}};
  }
  return {id: ids[0] ?? null};
}

/** The caller's record gets its Id when all is saved; until then a copy carries it. */
function withId(input: SObject, id: string): SObject {
  const copy = new SObject(input.descriptor, input.slots.slice(), null);
  copy.slots[0] = id;
  return copy;
}
