/** Telling inserts from updates (Apex Developer Guide, "Upserting Records"). */
import {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import {fieldKey, type FieldKey} from '../data/tables/field-key.ts';
import type {DmlError} from './dml-engine.ts';
import {moreThanOne} from './external-foreign-keys.ts';
import type {IndexedRecord} from './load-rows.ts';
import type {SaveEnvironment} from './save-environment.ts';
import {storedForm} from './stored-form.ts';
import {textOfKey} from './text-of-key.ts';

export interface UpsertParts {
  readonly inserts: readonly IndexedRecord[];
  readonly updates: readonly IndexedRecord[];
  readonly refused: readonly {readonly index: number; readonly id: null; readonly errors: readonly DmlError[]}[];
}

/**
 * By Id where no field is named; else by the value of the field: no row inserts, one row updates, more are refused. Records of one statement
 * that share a value are refused, all of them.
 */
export function splitUpsert(
  environment: SaveEnvironment,
  object: SObjectDescriptor,
  externalId: FieldDescriptor | null,
  records: readonly IndexedRecord[],
): UpsertParts {
  const inserts: IndexedRecord[] = [];
  const updates: IndexedRecord[] = [];
  const refused: {index: number; id: null; errors: DmlError[]}[] = [];
  if (externalId === null || externalId.index === 0) {
    for (const record of records) (record.input.id === null ? inserts : updates).push(record);
    return {inserts, updates, refused};
  }
  const counts = countKeys(externalId, records);
  for (const record of records) {
    const found = find(environment, object, externalId, record.input, counts);
    if ('error' in found) refused.push({index: record.index, id: null, errors: [found.error]});
    else if (found.id === null) inserts.push(record);
    else updates.push({index: record.index, input: withId(record.input, found.id)});
  }
  return {inserts, updates, refused};
}

function keyOf(field: FieldDescriptor, input: SObject): FieldKey | null {
  return fieldKey(field, storedForm(field, input.slots[field.index]));
}

function countKeys(field: FieldDescriptor, records: readonly IndexedRecord[]): ReadonlyMap<FieldKey | null, number> {
  const counts = new Map<FieldKey | null, number>();
  for (const {input} of records) {
    const key = keyOf(field, input);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function find(
  environment: SaveEnvironment,
  object: SObjectDescriptor,
  field: FieldDescriptor,
  input: SObject,
  counts: ReadonlyMap<FieldKey | null, number>,
): {readonly id: string | null} | {readonly error: DmlError} {
  const value = storedForm(field, input.slots[field.index]);
  const key = keyOf(field, input);
  if (key === null) return {error: {statusCode: 'MISSING_ARGUMENT', message: `${field.name} not specified`, fields: [field.name]}};
  if ((counts.get(key) ?? 0) > 1) {
    return {error: {statusCode: 'DUPLICATE_VALUE', message: `Duplicate external id specified: ${textOfKey(value)}`, fields: [field.name]}};
  }
  const ids = environment.rows.findByKey(object, field, value);
  return ids.length > 1 ? {error: moreThanOne(field, ids)} : {id: ids[0] ?? null};
}

/** The caller's record gets its Id when all is saved; until then a copy carries it. */
function withId(input: SObject, id: string): SObject {
  const copy = new SObject(input.descriptor, input.slots.slice(), null);
  copy.slots[0] = id;
  copy.parents = input.parents;
  copy.isQueried = input.isQueried;
  copy.nulled = input.nulled;
  return copy;
}
