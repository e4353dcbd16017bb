/** Members of `Schema.SObjectType` (Apex Reference Guide, "SObjectType Class"). */
import {randomUUID} from 'node:crypto';
import {nullArgument} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {DescribeSObjectResult} from './DescribeSObjectResult.ts';
import {storedDefault} from './default-value.ts';
import type {SObjectTypeToken} from './sobject-type.ts';

const getDescribe = (_rt: Runtime, {object}: SObjectTypeToken) => new DescribeSObjectResult(object);

export const sobjectTypeClass: ClassDefinition = defineClass('Schema.SObjectType', {
  'getDescribe()': getDescribe,
  'getDescribe(Schema.SObjectDescribeOptions)': getDescribe,
  'newSObject()': (_rt: Runtime, {object}: SObjectTypeToken) => new SObject(object),
  'newSObject(Id)': (_rt: Runtime, {object}: SObjectTypeToken, id: string | null) => withId(new SObject(object), id),
  /** With the defaults comes the UUID of an event (Platform Events Developer Guide, "Get the Result of Asynchronous Platform Event Publishing"). */
  'newSObject(Id,Boolean)': (rt: Runtime, {object}: SObjectTypeToken, id: string | null, loadDefaults: boolean | null) => {
    if (loadDefaults === null) throw nullArgument();
    const record = withId(new SObject(object), id);
    if (!loadDefaults) return record;
    for (const field of object.fields) {
      const value = field.key === 'eventuuid' ? randomUUID() : field.isCreateable ? storedDefault(rt, object, field) : null;
      if (value === undefined || value === null) continue;
      record.slots[field.index] = value;
      record.markPopulated(field.index);
    }
    return record;
  },
});

function withId(record: SObject, id: string | null): SObject {
  if (id !== null) record.id = id;
  return record;
}
