/** `System.Schema` (Apex Reference Guide, "Schema Class"). */
import {ApexFault, nullArgument} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {DescribeSObjectResult} from '../Schema/DescribeSObjectResult.ts';
import {caseInsensitiveMap} from '../Schema/field-maps.ts';
import {objectToken} from '../Schema/sobject-type.ts';

export const schemaClass: ClassDefinition = defineClass('System.Schema', {
  /** Objects of which local-org has facts; the others are known to no query and no DML either. */
  'getGlobalDescribe()': (rt: Runtime) =>
    caseInsensitiveMap(
      rt,
      'Schema.SObjectType',
      rt.org.schema.objects.map((object) => [object.key, objectToken(object)]),
    ),
  'describeSObjects(List<String>)': describeSObjects,
  'describeSObjects(List<String>,Object)': describeSObjects,
});

function describeSObjects(rt: Runtime, names: ApexList | null): ApexList {
  if (names === null) throw nullArgument();
  const described = names.elements.map((name) => {
    const object = typeof name === 'string' ? rt.org.schema.object(name) : null;
    if (object === null) throw new ApexFault('System.InvalidParameterValueException', `sObject type '${String(name)}' is not supported.`);
    return new DescribeSObjectResult(object);
  });
  return new ApexList(rt.types.list(rt.types.get('Schema.DescribeSObjectResult')), described);
}
