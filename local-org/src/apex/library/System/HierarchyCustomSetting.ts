/**
 * Static methods of hierarchy custom settings (Apex Reference Guide, "Custom Settings Methods"). They cost no query. That an object without any record has
 * the defaults of its fields is observed (the tests of Nebula Logger rely on it); the document says "empty fields".
 */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const hierarchyCustomSettingClass: ClassDefinition = defineClass('System.HierarchyCustomSetting', {
  'getOrgDefaults()': (rt: Runtime, object: SObjectDescriptor) => merged(rt, object, [rt.org.organizationId]),
  'getInstance()': (rt: Runtime, object: SObjectDescriptor) => merged(rt, object, levelsOf(rt, rt.tx.userId)),
  'getInstance(Id)': (rt: Runtime, object: SObjectDescriptor, id: string | null) => merged(rt, object, levelsOf(rt, required(id))),
  'getValues(Id)': (rt: Runtime, object: SObjectDescriptor, id: string | null) => stored(rt, object, required(id)),
});

/** Whose records count for a user or profile, the lowest first. */
function levelsOf(rt: Runtime, id: string): readonly [string, ...string[]] {
  const profile = id.startsWith('005') ? rt.org.records.text('User', id, 'profileid') : null;
  const above = [...(profile === null ? [] : [profile]), rt.org.organizationId];
  return [id, ...above.filter((level) => level !== id)];
}

/**
 * The record of the lowest level, its empty fields filled from those above. "If no custom setting data is defined for the user, this method returns a new
 * custom setting object … an ID set to null and merged fields from higher in the hierarchy."
 */
function merged(rt: Runtime, object: SObjectDescriptor, [lowest, ...above]: readonly [string, ...string[]]): SObject {
  const own = stored(rt, object, lowest);
  const higher = above.flatMap((owner) => stored(rt, object, owner) ?? []);
  if (own === null) return unsaved(rt, object, lowest, higher);
  for (const field of object.fields) {
    if (field.isCustom) own.slots[field.index] ??= valueIn(higher, field.index);
  }
  return own;
}

/** What can be inserted for the owner. */
function unsaved(rt: Runtime, object: SObjectDescriptor, owner: string, higher: readonly SObject[]): SObject {
  const record = new SObject(object);
  for (const field of object.fields) {
    const inherited = (): unknown => (higher.length > 0 ? valueIn(higher, field.index) : rt.org.defaults.of(field, record));
    const value = field.key === 'setupownerid' ? owner : field.isCustom ? inherited() : null;
    if (value === undefined || value === null) continue;
    record.slots[field.index] = value;
    record.markPopulated(field.index);
  }
  return record;
}

function valueIn(records: readonly SObject[], slot: number): unknown {
  return records.map(({slots}) => slots[slot]).find((value) => value !== null && value !== undefined) ?? null;
}

function stored(rt: Runtime, object: SObjectDescriptor, ownerId: string): SObject | null {
  const [id] = rt.org.records.find(object.name, 'setupownerid', ownerId);
  const row = id === undefined ? undefined : rt.org.tables.get(object, id);
  return row === undefined ? null : new SObject(object, row.slots.slice(), null);
}
