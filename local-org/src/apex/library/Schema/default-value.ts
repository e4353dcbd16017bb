import type {FieldDescriptor, SObjectDescriptor} from '../../../data/descriptor.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';

/** What a new record of the object has in a field that nobody sets; undefined where it has nothing. */
export function storedDefault(rt: Runtime, object: SObjectDescriptor, field: FieldDescriptor): unknown {
  return rt.org.defaults.of(field, new SObject(object));
}
