/**
 * Static methods of hierarchy custom settings (Apex Reference Guide, "Custom Settings Methods"; Salesforce Help, "Custom Settings
 * Methods"): the user's record, then their profile's, then the organization's. They cost no query.
 */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const hierarchyCustomSettingClass: ClassDefinition = defineClass('System.HierarchyCustomSetting', {
  'getOrgDefaults()': (rt: Runtime, object: SObjectDescriptor) => merged(rt, object, [rt.org.organizationId]),
  'getInstance()': (rt: Runtime, object: SObjectDescriptor) => merged(rt, object, ownersOf(rt, rt.tx.userId)),
  'getInstance(Id)': (rt: Runtime, object: SObjectDescriptor, id: string | null) => merged(rt, object, ownersOf(rt, required(id))),
  'getValues(Id)': (rt: Runtime, object: SObjectDescriptor, id: string | null) => stored(rt, object, required(id)),
});

/** Whose records count for a user or profile, the nearest first. */
function ownersOf(rt: Runtime, id: string): string[] {
  const profile = id.startsWith('005') ? rt.org.records.text('User', id, 'profileid') : null;
  return [...new Set([id, ...(profile === null ? [] : [profile]), rt.org.organizationId])];
}

/** The nearest record, its empty fields filled from the ones above; an empty record with the defaults where there is none at all. */
function merged(rt: Runtime, object: SObjectDescriptor, owners: readonly string[]): SObject {
  const [nearest, ...above] = owners.flatMap((owner) => stored(rt, object, owner) ?? []);
  if (nearest === undefined) return empty(rt, object, owners[0] ?? null);
  for (const record of above) {
    for (const field of object.fields) if (field.isCustom) nearest.slots[field.index] ??= record.slots[field.index];
  }
  return nearest;
}

function stored(rt: Runtime, object: SObjectDescriptor, ownerId: string): SObject | null {
  const [id] = rt.org.records.find(object.name, 'setupownerid', ownerId);
  const row = id === undefined ? undefined : rt.org.tables.get(object, id);
  return row === undefined ? null : new SObject(object, row.slots.slice(), null);
}

function empty(rt: Runtime, object: SObjectDescriptor, ownerId: string | null): SObject {
  const record = new SObject(object);
  for (const field of object.fields) {
    const value = field.key === 'setupownerid' ? ownerId : field.isCustom ? rt.org.defaults.of(field, record) : undefined;
    if (value === undefined || value === null) continue;
    record.slots[field.index] = value;
    record.markPopulated(field.index);
  }
  return record;
}
