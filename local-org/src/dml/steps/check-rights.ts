/** Object permissions and field-level security, asked in user mode and for API writes (Apex Developer Guide, "Enforce User Mode for Database Operations"). */
import {ApexFault} from '../../apex/runtime/fault.ts';
import type {FieldDescriptor} from '../../data/descriptor.ts';
import type {ObjectAction} from '../../security/record-access.ts';
import {goodRows, refuse, type SaveOperation, type SaveRequest, type SaveRow} from '../save-request.ts';

const ACTIONS: Readonly<Record<SaveOperation, ObjectAction>> = {insert: 'create', update: 'edit', delete: 'delete', undelete: 'create'};

export function checkRights(request: SaveRequest): void {
  if (request.access === 'system') return;
  const {environment, object, operation} = request;
  if (!environment.access.canAccessObject(object, ACTIONS[operation])) refuseObject(request);
  else if (operation === 'insert' || operation === 'update') for (const row of goodRows(request)) checkFields(request, row);
}

function refuseObject(request: SaveRequest): void {
  const {environment, object, operation, origin} = request;
  if (origin === 'apex') {
    if (!environment.access.canAccessObject(object, 'read')) {
      throw new ApexFault('System.SecurityException', `Access to entity '${object.name}' denied`);
    }
    throw new ApexFault('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
  const participle = {insert: 'inserted', update: 'updated', delete: 'deleted', undelete: 'undeleted'}[operation];
  for (const row of goodRows(request)) {
    refuse(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${participle}: ${object.label}`);
  }
}

/** Message of the DmlException that user mode throws for fields; it stands alone, without the usual "Insert failed. First exception …". */
export function inaccessibleFieldsMessage(object: string): string {
  return `Operation failed due to fields being inaccessible on Sobject ${object}, check errors on Exception or Result!`;
}

function checkFields(request: SaveRequest, row: SaveRow): void {
  const {environment, object, operation, origin} = request;
  const action = operation === 'insert' ? 'create' : 'edit';
  const refused = givenFields(row).filter((field) => !field.isSystem && !environment.access.canAccessField(object, field, action));
  if (refused.length === 0) return;
  const names = refused.map((field) => field.name);
  const unseen = origin === 'api' ? refused.find((field) => !environment.access.canAccessField(object, field, 'read')) : undefined;
  if (unseen !== undefined) refuse(row, 'INVALID_FIELD', `No such column '${unseen.name}' on sobject of type ${object.name}`);
  else if (origin === 'apex') refuse(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', inaccessibleFieldsMessage(object.name), names);
  else refuse(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', unableToWrite(names), names);
}

/** REST API Developer Guide and observed answers: what a client reads when it sets a field that it may not set. */
export function unableToWrite(names: readonly string[]): string {
  return `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
}

/** Fields that the caller set, without the Id by which an update finds its row. */
export function givenFields(row: SaveRow): FieldDescriptor[] {
  const {descriptor, slots} = row.input;
  return descriptor.fields.filter((field) => field.index !== 0 && slots[field.index] !== undefined);
}
