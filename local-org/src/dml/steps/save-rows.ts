/** Writing rows into the tables: Ids, audit fields, derived names, and values in the form in which the database keeps them. */
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../../data/descriptor.ts';
import {deriveActivity} from '../derived-activity.ts';
import {deriveName, nameById} from '../derived-name.ts';
import {goodRows, type SaveRequest, type SaveRow} from '../save-request.ts';
import {storedForm} from '../stored-form.ts';

export function saveRows(request: SaveRequest): void {
  const {environment, object, operation} = request;
  for (const row of goodRows(request)) {
    const {record} = row;
    if (operation === 'insert') stampCreation(request, row);
    stampChange(request, record);
    deriveName(object, record.slots);
    deriveActivity(object, record.slots, row.before?.slots ?? null, environment.now);
    for (const field of object.fields) record.slots[field.index] = storedForm(field, record.slots[field.index]);
    nameById(object, record.slots);
    const stored = record.slots.map((value, index) => (isComputed(object.fields[index]) ? null : value));
    if (operation === 'insert') environment.rows.insert(object, stored);
    else environment.rows.update(object, idOf(record), stored);
  }
}

/** Formula and roll-up fields are calculated when they are read. */
export function isComputed(field: FieldDescriptor | undefined): boolean {
  return field !== undefined && (field.formula !== null || field.summary !== null);
}

function stampCreation({environment, object}: SaveRequest, {record}: SaveRow): void {
  record.slots[0] = environment.newId(object);
  set(record, 'createdbyid', environment.userId);
  set(record, 'createddate', new ApexDatetime(environment.now));
  set(record, 'isdeleted', false);
  for (const field of object.fields) {
    if (field.autoNumber !== null) record.slots[field.index] = environment.nextAutoNumber(object, field);
  }
}

function stampChange({environment}: SaveRequest, record: SObject): void {
  const now = new ApexDatetime(environment.now);
  set(record, 'lastmodifiedbyid', environment.userId);
  set(record, 'lastmodifieddate', now);
  set(record, 'systemmodstamp', now);
}

function set(record: SObject, key: string, value: unknown): void {
  const field = record.descriptor.fieldsByKey.get(key);
  if (field !== undefined) record.slots[field.index] = value;
}

export function idOf(record: SObject): string {
  if (record.id === null) throw new Error(`A stored ${record.descriptor.name} has an Id at this point of the order of execution.`);
  return record.id;
}
