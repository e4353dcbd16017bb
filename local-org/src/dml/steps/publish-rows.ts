/** Publishing events: they are rows that go to the event bus (Platform Events Developer Guide, "Platform Event Fields"). */
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import {goodRows, refuse, type SaveRequest} from '../save-request.ts';
import {storedForm} from '../stored-form.ts';

export function publishRows(request: SaveRequest): void {
  const {environment, object} = request;
  for (const row of goodRows(request)) {
    const {record, input} = row;
    const uuidField = object.fieldsByKey.get('eventuuid');
    const given = uuidField === undefined ? null : input.slots[uuidField.index];
    // `newSObject(null, true)` gives an event its UUID before it is published.
    const uuid = typeof given === 'string' ? given : environment.newUuid();
    set(record, 'eventuuid', uuid);
    set(record, 'createdbyid', environment.userId);
    set(record, 'createddate', new ApexDatetime(environment.now));
    for (const field of object.fields) record.slots[field.index] = storedForm(field, record.slots[field.index]);
    if (environment.publish(record, uuid)) row.published = {id: environment.newId(object), uuid};
    else refuse(row, 'LIMIT_EXCEEDED', 'The organization has reached its hourly limit of published platform events');
  }
}

function set(record: SObject, key: string, value: unknown): void {
  const field = record.descriptor.fieldsByKey.get(key);
  if (field !== undefined) record.slots[field.index] = value;
}
