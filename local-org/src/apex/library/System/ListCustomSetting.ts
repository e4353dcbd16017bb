/** Static methods of list custom settings (Apex Reference Guide, "Custom Settings Methods"). They cost no query, and ask for no rights. */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexMap} from '../../runtime/map.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const listCustomSettingClass: ClassDefinition = defineClass('System.ListCustomSetting', {
  'getAll()': (rt: Runtime, object: SObjectDescriptor) =>
    ApexMap.of(
      rt,
      rt.types.map(rt.types.get('String'), rt.types.object(object.name)),
      dataSets(rt, object).map((record) => [nameOf(record), record]),
    ),
  'getInstance(String)': dataSet,
  /** "This method returns the exact same object as getInstance(dataSetName)." */
  'getValues(String)': dataSet,
});

/** "If no data is defined for the specified data set, this method returns null." */
function dataSet(rt: Runtime, object: SObjectDescriptor, name: string | null): SObject | null {
  const sought = required(name).toLowerCase();
  return dataSets(rt, object).find((record) => nameOf(record)?.toLowerCase() === sought) ?? null;
}

function dataSets(rt: Runtime, object: SObjectDescriptor): SObject[] {
  return [...rt.org.tables.table(object).scan()]
    .filter(([, row]) => !row.isDeleted)
    .map(([, row]) => new SObject(object, row.slots.slice(), null));
}

function nameOf(record: SObject): string | null {
  const field = record.descriptor.fieldsByKey.get('name');
  const value = field === undefined ? null : record.slots[field.index];
  return typeof value === 'string' ? value : null;
}
