/** `Schema.DescribeSObjectResult` (Apex Reference Guide, "DescribeSObjectResult Class"): an object as the running user sees it. */
import {isNeverDeleted, isReadOnly} from '../../../data/allowed-dml.ts';
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {signatureChildren} from '../../../data/schema/signature-children.ts';
import {ApexId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import {ChildRelationshipResult} from './ChildRelationship.ts';
import {describeMember, undescribed} from './describe-member.ts';
import {FieldSets, Fields} from './field-maps.ts';
import {recordTypeInfos, type RecordTypeInfo} from './RecordTypeInfo.ts';
import {objectToken} from './sobject-type.ts';

export class DescribeSObjectResult extends PlatformObject {
  override readonly typeName = 'Schema.DescribeSObjectResult';
  readonly object: SObjectDescriptor;

  constructor(object: SObjectDescriptor) {
    super();
    this.object = object;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof DescribeSObjectResult && other.object === this.object;
  }
}

/** What the signatures tell of objects of which there are no facts. */
const IN_SIGNATURES: ReadonlySet<string> = new Set([
  'ChildRelationships',
  'Custom',
  'CustomSetting',
  'Fields',
  'LocalName',
  'Name',
  'SObjectType',
]);

function member(
  name: string,
  prefix: 'get' | 'is',
  read: (describe: DescribeSObjectResult, rt: Runtime) => unknown,
): [string, Implementation][] {
  return describeMember<DescribeSObjectResult>(name, prefix, (describe, rt) => {
    const {object} = describe;
    const isKnown = IN_SIGNATURES.has(name) || (name === 'KeyPrefix' && object.keyPrefix !== null);
    if (object.kind === 'signature only' && !isKnown) throw undescribed(object.name, `${prefix}${name}`);
    return read(describe, rt);
  });
}

function fact(name: string, prefix: 'get' | 'is', read: (object: SObjectDescriptor) => unknown): [string, Implementation][] {
  return member(name, prefix, ({object}) => read(object));
}

function right(
  name: string,
  action: 'create' | 'read' | 'edit' | 'delete',
  isPossible: (object: SObjectDescriptor) => boolean,
): [string, Implementation][] {
  return member(name, 'is', ({object}, rt) => isPossible(object) && rt.org.security.of(rt.tx.userId).canAccessObject(object, action));
}

function infoMap(name: string, keyType: 'String' | 'Id', keyOf: (info: RecordTypeInfo) => unknown): [string, Implementation][] {
  return member(name, 'get', ({object}, rt) =>
    ApexMap.of(
      rt,
      rt.types.map(rt.types.get(keyType), rt.types.get('Schema.RecordTypeInfo')),
      recordTypeInfos(object).map((info) => [keyOf(info), info]),
    ),
  );
}

const isRecord = ({kind}: SObjectDescriptor): boolean => kind === 'standard' || kind === 'custom';
const isWritable = (object: SObjectDescriptor): boolean => !isReadOnly(object) && object.kind !== 'signature only';

export const describeSObjectResultClass: ClassDefinition = defineClass(
  'Schema.DescribeSObjectResult',
  Object.fromEntries([
    ...fact('Name', 'get', ({name}) => name),
    ...fact('LocalName', 'get', ({name}) => name),
    ...fact('Label', 'get', ({label}) => label),
    ...fact('LabelPlural', 'get', ({labelPlural}) => labelPlural),
    ...fact('KeyPrefix', 'get', ({keyPrefix}) => keyPrefix),
    ...member('SObjectType', 'get', ({object}) => objectToken(object)),
    ...member('Fields', 'get', ({object}) => new Fields(object)),
    ...member('FieldSets', 'get', ({object}) => new FieldSets(object)),
    ...member('ChildRelationships', 'get', ({object}, rt) => childRelationships(rt, object)),
    ...member(
      'RecordTypeInfos',
      'get',
      ({object}, rt) => new ApexList(rt.types.list(rt.types.get('Schema.RecordTypeInfo')), [...recordTypeInfos(object)]),
    ),
    ...infoMap('RecordTypeInfosByDeveloperName', 'String', ({developerName}) => developerName),
    ...infoMap('RecordTypeInfosByName', 'String', ({name}) => name),
    ...infoMap('RecordTypeInfosById', 'Id', ({id}) => new ApexId(id)),
    ...fact('Custom', 'is', ({kind}) => kind !== 'standard' && kind !== 'signature only'),
    ...fact('CustomSetting', 'is', ({kind}) => kind === 'hierarchy setting' || kind === 'list setting'),
    ...fact('DeprecatedAndHidden', 'is', () => false),
    ...fact('Queryable', 'is', ({kind}) => kind !== 'platform event'),
    ...fact('Searchable', 'is', isRecord),
    ...fact('Mergeable', 'is', ({key}) => key === 'lead' || key === 'contact' || key === 'account'),
    ...fact('Undeletable', 'is', isRecord),
    ...right('Accessible', 'read', () => true),
    ...right('Createable', 'create', isWritable),
    ...right('Updateable', 'edit', (object) => isWritable(object) && object.kind !== 'platform event'),
    ...right('Deletable', 'delete', (object) => isWritable(object) && object.kind !== 'platform event' && !isNeverDeleted(object)),
  ]),
);

function childRelationships(rt: Runtime, object: SObjectDescriptor): ApexList {
  const found = [...object.childRelationships, ...signatureChildren(object)].flatMap((relationship) => {
    const child = rt.org.schema.object(relationship.childObject);
    const field = child?.fieldsByKey.get(relationship.field.toLowerCase());
    return child == null || field === undefined ? [] : [new ChildRelationshipResult(relationship, child, field)];
  });
  return new ApexList(rt.types.list(rt.types.get('Schema.ChildRelationship')), found);
}
