import {objectToken, type SObjectTypeToken} from './sobject-type.ts';
import {ApexFault} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {objectNameOf, type RuntimeType} from '../../runtime/runtime-type.ts';

/** The token of the records in a collection: null for those of no particular object. */
export function elementToken(rt: Runtime, element: RuntimeType | undefined): SObjectTypeToken | null {
  if (element?.kind !== 'sobject') throw new ApexFault('System.SObjectException', `${element?.name ?? 'Object'} is not an SObject type`);
  const object = element.name === 'SObject' ? null : rt.org.schema.object(objectNameOf(element));
  return object === null ? null : objectToken(object);
}
