import type {FieldDescriptor, SObjectDescriptor} from '../../../data/descriptor.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

/** A field token (`Lead.Status`): one object for each field, so that tokens are the same however they were come by. */
export class SObjectFieldToken extends PlatformObject {
  override readonly typeName = 'Schema.SObjectField';
  readonly object: SObjectDescriptor;
  readonly field: FieldDescriptor;

  /** @internal use {@link fieldToken}. */
  constructor(object: SObjectDescriptor, field: FieldDescriptor) {
    super();
    this.object = object;
    this.field = field;
  }

  override toText(): string {
    return this.field.name;
  }
}

const tokens = new WeakMap<FieldDescriptor, SObjectFieldToken>();

export function fieldToken(object: SObjectDescriptor, field: FieldDescriptor): SObjectFieldToken {
  let token = tokens.get(field);
  if (token === undefined) {
    token = new SObjectFieldToken(object, field);
    tokens.set(field, token);
  }
  return token;
}
