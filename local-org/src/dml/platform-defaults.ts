/** Values that the platform gives to new records without any default in the field's definition. Object Reference, at each object. */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';

export interface DefaultsContext {
  readonly userId: string;
  readonly organizationId: string;
}

/** Undefined where the platform sets nothing. */
export function platformDefault(field: FieldDescriptor, record: SObject, context: DefaultsContext): unknown {
  const object = record.descriptor;
  if (field.key === 'ownerid') return context.userId;
  if (field.key === 'setupownerid') return context.organizationId;
  switch (object.name) {
    case 'User':
      return userDefault(field, record);
    case 'PermissionSet':
      return field.key === 'iscustom' ? true : field.key === 'type' ? 'Regular' : undefined;
    case 'PermissionSetAssignment':
      return field.key === 'isactive' ? true : undefined;
    case 'SetupEntityAccess':
      return field.key === 'setupentitytype' ? entityType(record) : undefined;
    default:
      return undefined;
  }
}

function entityType(record: SObject): string | undefined {
  const field = record.descriptor.fieldsByKey.get('setupentityid');
  const id = field === undefined ? null : record.slots[field.index];
  if (typeof id !== 'string') return undefined;
  return id.startsWith('0CP') ? 'CustomPermission' : id.startsWith('01p') ? 'ApexClass' : undefined;
}

/** User: nicknames default to the user name's local part, which the platform makes unique. */
function userDefault(field: FieldDescriptor, record: SObject): unknown {
  if (field.key === 'usertype') return 'Standard';
  if (field.key !== 'communitynickname') return undefined;
  const username = record.descriptor.fieldsByKey.get('username');
  const text = username === undefined ? null : record.slots[username.index];
  return typeof text === 'string' ? text.slice(0, 40) : undefined;
}
