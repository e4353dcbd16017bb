/** `System.Security` and `System.SObjectAccessDecision` (Apex Reference Guide). */
import {FieldStripper, type AccessType} from '../../../security/strip-inaccessible.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexSet} from '../../runtime/set.ts';
import type {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

class SObjectAccessDecision extends PlatformObject {
  override readonly typeName = 'System.SObjectAccessDecision';
  readonly records: ApexList;
  readonly modified: readonly number[];
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(records: ApexList, modified: readonly number[], removed: ReadonlyMap<string, ReadonlySet<string>>) {
    super();
    this.records = records;
    this.modified = modified;
    this.removed = removed;
  }
}

export const securityClasses: readonly ClassDefinition[] = [
  defineClass('System.Security', {
    'stripInaccessible(AccessType,List<SObject>)': (rt: Runtime, type: ApexEnumValue | null, records: ApexList | null) =>
      stripInaccessible(rt, required(type), required(records), true),
    'stripInaccessible(AccessType,List<SObject>,Boolean)': (
      rt: Runtime,
      type: ApexEnumValue | null,
      records: ApexList | null,
      enforcesRootObject: boolean | null,
    ) => stripInaccessible(rt, required(type), required(records), required(enforcesRootObject)),
  }),
  defineClass('System.SObjectAccessDecision', {
    'getRecords()': (_rt: Runtime, self: SObjectAccessDecision) => self.records,
    'getModifiedIndexes()': (rt: Runtime, self: SObjectAccessDecision) =>
      ApexSet.of(rt, rt.types.set(rt.types.get('Integer')), self.modified),
    'getRemovedFields()': (rt: Runtime, self: SObjectAccessDecision) => {
      const text = rt.types.get('String');
      const texts = rt.types.set(text);
      const entries = [...self.removed].map(([object, fields]) => [object, ApexSet.of(rt, texts, [...fields])] as const);
      return ApexMap.of(rt, rt.types.map(text, texts), entries);
    },
  }),
];

/** @throws NoAccessException where the user may not do that with the object of the records at all */
function stripInaccessible(rt: Runtime, type: ApexEnumValue, source: ApexList, enforcesRootObject: boolean): SObjectAccessDecision {
  const {org, tx} = rt;
  const objectOf = ({descriptor, id}: SObject) =>
    (descriptor.name === 'Name' && id !== null ? org.schema.objectByPrefix(id.slice(0, 3)) : null) ?? descriptor;
  const stripper = new FieldStripper(org.security.of(tx.userId), type.name as AccessType, objectOf);
  const records = source.elements.map((record) => required(record) as SObject);
  if (records.some(({descriptor}) => descriptor.name === 'AggregateResult'))
    throw rt.exception('System.TypeException', 'AggregateResult SObject types are not supported');
  const denied = enforcesRootObject ? records.find(({descriptor}) => !stripper.mayAccess(descriptor)) : undefined;
  if (denied !== undefined) throw rt.exception('System.NoAccessException', `No access to entity '${denied.descriptor.name}'`);
  const stripped = records.map((record) => stripper.strip(record));
  const modified = stripped.flatMap(({isModified}, index) => (isModified ? [index] : []));
  return new SObjectAccessDecision(
    new ApexList(
      source.type,
      stripped.map(({record}) => record),
    ),
    modified,
    stripper.removed,
  );
}
