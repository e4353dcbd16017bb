import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

/** An object token (`Lead.SObjectType`): one for each object. */
export class SObjectTypeToken extends PlatformObject {
  override readonly typeName = 'Schema.SObjectType';
  readonly object: SObjectDescriptor;

  /** @internal use {@link objectToken}. */
  constructor(object: SObjectDescriptor) {
    super();
    this.object = object;
  }

  override toText(): string {
    return this.object.name;
  }
}

const tokens = new WeakMap<SObjectDescriptor, SObjectTypeToken>();

export function objectToken(object: SObjectDescriptor): SObjectTypeToken {
  let token = tokens.get(object);
  if (token === undefined) {
    token = new SObjectTypeToken(object);
    tokens.set(object, token);
  }
  return token;
}
