/** The rows in which the platform shows asynchronous work: AsyncApexJob, CronTrigger, CronJobDetail (Object Reference). Nobody else writes them. */
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';

type JobObject = 'AsyncApexJob' | 'CronTrigger' | 'CronJobDetail';
type Values = Readonly<Record<string, unknown>>;

/** Gives the Id of the new row. @param userId who created it */
export function insertJobRow(rt: Runtime, name: JobObject, userId: string, values: Values): string {
  const {org} = rt;
  const object = org.records.object(name);
  const id = org.ids.next(object.keyPrefix ?? '');
  const now = seconds(org.clock.now());
  const audit = {Id: id, CreatedDate: now, CreatedById: userId, LastModifiedById: userId};
  const slots: unknown[] = object.fields.map((field) => (field.type === 'Boolean' ? false : null));
  org.tables.insert(object, filled(object, slots, {...audit, ...values}));
  if (!org.isInTransaction) org.tables.commit();
  return id;
}

/** Does nothing for a row that is gone, as after a rollback. */
export function updateJobRow(rt: Runtime, name: JobObject, id: string, values: Values): void {
  const {org} = rt;
  const object = org.records.object(name);
  const row = org.tables.get(object, id);
  if (row === undefined) return;
  org.tables.update(object, id, filled(object, [...row.slots], values));
  if (!org.isInTransaction) org.tables.commit();
}

export function deleteJobRow(rt: Runtime, name: JobObject, id: string): void {
  const {org} = rt;
  const object = org.records.object(name);
  if (org.tables.get(object, id) === undefined) return;
  org.tables.remove(object, id);
  if (!org.isInTransaction) org.tables.commit();
}

/** Id of the row of a class, or of the top-level class that it is in; null where it has none (a class of an anonymous block). */
export function apexClassId(rt: Runtime, className: string): string | null {
  const [outer = className] = className.split('.');
  return rt.org.records.find('ApexClass', 'name', outer)[0] ?? null;
}

export function seconds(epoch: number): ApexDatetime {
  return new ApexDatetime(Math.floor(epoch / 1000) * 1000);
}

function filled(object: SObjectDescriptor, slots: unknown[], values: Values): unknown[] {
  for (const [name, value] of Object.entries(values)) {
    const field = object.fieldsByKey.get(name.toLowerCase());
    if (field !== undefined) slots[field.index] = value;
  }
  return slots;
}
