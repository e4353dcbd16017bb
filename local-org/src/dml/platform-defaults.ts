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
  if (object.name === 'User') return userDefault(field, record);
  return undefined;
}

/** User: nicknames default to the user name's local part, which the platform makes unique. */
function userDefault(field: FieldDescriptor, record: SObject): unknown {
  if (field.key === 'usertype') return 'Standard';
  if (field.key !== 'communitynickname') return undefined;
  const username = record.descriptor.fieldsByKey.get('username');
  const text = username === undefined ? null : record.slots[username.index];
  return typeof text === 'string' ? text.slice(0, 40) : undefined;
}
