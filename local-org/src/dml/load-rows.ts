/** The first step of the order of execution: finding what is stored, and laying the given values over it. */
import {SObject} from '../apex/runtime/sobject.ts';
import type {SaveOperation, SaveRequest, SaveRow} from './save-request.ts';
import type {DmlError} from './dml-engine.ts';
import {resolveExternalForeignKeys} from './external-foreign-keys.ts';
import {isInRecycleBin} from './recycle-bin.ts';
import type {StoredRow} from './save-environment.ts';

export interface IndexedRecord {
  readonly index: number;
  readonly input: SObject;
}

export function loadRows(settings: LoadSettings, records: readonly IndexedRecord[]): SaveRow[] {
  return records.map(({index, input}) => {
    const row = settings.operation === 'insert' ? newRow(settings, index, input) : storedRow(settings, index, input);
    if (row.errors.length > 0 || settings.operation === 'delete' || settings.operation === 'undelete') return row;
    const error = resolveExternalForeignKeys(settings.environment, input, row.record);
    if (error !== null) row.errors.push(error);
    return row;
  });
}

type LoadSettings = Pick<SaveRequest, 'environment' | 'operation' | 'origin'>;

function newRow({origin}: LoadSettings, index: number, input: SObject): SaveRow {
  const record = new SObject(input.descriptor, input.slots.slice(), null);
  for (const field of input.descriptor.fields) if (!field.isCreateable && origin !== 'platform') record.slots[field.index] = undefined;
  record.cloneSource = input.cloneSource;
  const errors: DmlError[] = [];
  if (input.id !== null) {
    errors.push({statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message: 'cannot specify Id in an insert call', fields: ['Id']});
  }
  return {index, input, before: null, record, errors};
}

function storedRow({environment, operation, origin}: LoadSettings, index: number, input: SObject): SaveRow {
  const {descriptor, id} = input;
  const stored = id === null ? undefined : environment.rows.get(descriptor, id);
  const error = loadError(operation, id, stored);
  if (error !== null || stored === undefined) {
    return {index, input, before: null, record: new SObject(descriptor, input.slots.slice(), null), errors: error === null ? [] : [error]};
  }
  const before = new SObject(descriptor, stored.slots.slice(), null);
  before.isReadOnly = true;
  before.refusesErrors = operation !== 'delete';
  const record = new SObject(descriptor, stored.slots.slice(), null);
  if (operation === 'update') overlay(record, input, origin === 'platform');
  return {index, input, before, record, errors: []};
}

const CALLS: Readonly<Record<SaveOperation, string>> = {
  insert: 'an insert',
  update: 'an update',
  delete: 'a delete',
  undelete: 'an undelete',
};

function loadError(operation: SaveOperation, id: string | null, stored: StoredRow | undefined): DmlError | null {
  if (id === null) return {statusCode: 'MISSING_ARGUMENT', message: `Id not specified in ${CALLS[operation]} call`, fields: []};
  if (stored === undefined) return {statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: []};
  if (operation === 'undelete') {
    return isInRecycleBin(stored) ? null : {statusCode: 'UNDELETE_FAILED', message: 'Entity is not in the recycle bin', fields: []};
  }
  return stored.isDeleted ? {statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: []} : null;
}

/**
 * Fields that only the platform writes keep their stored value, whatever a queried record brings along. A field that was queried as null and not
 * assigned since isn't written either, so that a change made between query and update survives; one that was queried with a value is.
 */
function overlay(record: SObject, input: SObject, writesReadOnly: boolean): void {
  for (const field of record.descriptor.fields) {
    const value = input.slots[field.index];
    if (value === undefined || (value === null && input.isQueried && input.nulled?.has(field.index) !== true)) continue;
    if (field.index !== 0 && (field.isUpdateable || writesReadOnly)) record.slots[field.index] = value;
  }
}
