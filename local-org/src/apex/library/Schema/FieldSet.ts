/** `Schema.FieldSet` and its members (Apex Reference Guide, "FieldSet Class", "FieldSetMember Class"). */
import type {FieldDescriptor, FieldSetDescriptor, Schema, SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {describeMember} from './describe-member.ts';
import {displayType} from './display-type.ts';
import {fieldToken} from './sobject-field.ts';
import {objectToken} from './sobject-type.ts';

export class FieldSet extends PlatformObject {
  override readonly typeName = 'Schema.FieldSet';
  readonly object: SObjectDescriptor;
  readonly set: FieldSetDescriptor;

  constructor(object: SObjectDescriptor, set: FieldSetDescriptor) {
    super();
    this.object = object;
    this.set = set;
  }
}

class FieldSetMember extends PlatformObject {
  override readonly typeName = 'Schema.FieldSetMember';
  readonly path: string;
  readonly isRequired: boolean;
  readonly object: SObjectDescriptor;
  readonly field: FieldDescriptor;

  constructor(path: string, isRequired: boolean, object: SObjectDescriptor, field: FieldDescriptor) {
    super();
    this.path = path;
    this.isRequired = isRequired;
    this.object = object;
    this.field = field;
  }
}

/** Members whose path leads nowhere are left out: a deployment refuses them. */
function membersOf(rt: Runtime, {object, set}: FieldSet): ApexList {
  const members = set.fields.flatMap(({path, isRequired}) => {
    const end = endOf(rt.org.schema, object, path.split('.'));
    return end === null ? [] : [new FieldSetMember(path, isRequired, end.object, end.field)];
  });
  return new ApexList(rt.types.list(rt.types.get('Schema.FieldSetMember')), members);
}

function endOf(
  schema: Schema,
  object: SObjectDescriptor,
  path: readonly string[],
): {readonly object: SObjectDescriptor; readonly field: FieldDescriptor} | null {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = object.fieldsByKey.get(name.toLowerCase());
    return field === undefined ? null : {object, field};
  }
  const lookup = object.parentsByKey.get(name.toLowerCase());
  const parent = lookup === undefined ? null : schema.object(lookup.referenceTo.length > 1 ? 'Name' : (lookup.referenceTo[0] ?? ''));
  return parent === null ? null : endOf(schema, parent, rest);
}

const ofSet = describeMember<FieldSet>;
const ofMember = describeMember<FieldSetMember>;

export const fieldSetClass: ClassDefinition = defineClass(
  'Schema.FieldSet',
  Object.fromEntries([
    ...ofSet('Name', 'get', ({set}) => set.name),
    ...ofSet('Label', 'get', ({set}) => set.label),
    ...ofSet('Description', 'get', ({set}) => set.description),
    ...ofSet('NameSpace', 'get', () => null),
    ...ofSet('SObjectType', 'get', ({object}) => objectToken(object)),
    ...ofSet('Fields', 'get', (set, rt) => membersOf(rt, set)),
  ]),
);

export const fieldSetMemberClass: ClassDefinition = defineClass(
  'Schema.FieldSetMember',
  Object.fromEntries([
    ...ofMember('FieldPath', 'get', ({path}) => path),
    ...ofMember('Label', 'get', ({field}) => field.label),
    ...ofMember('Required', 'get', ({isRequired}) => isRequired),
    ...ofMember('DbRequired', 'get', ({field}) => !field.isNillable && !field.isDefaultedOnCreate),
    ...ofMember('Type', 'get', ({field}, rt) => rt.types.enumValue('Schema.DisplayType', displayType(field.type))),
    ['getSObjectField()', (_rt: Runtime, {object, field}: FieldSetMember) => fieldToken(object, field)],
  ]),
);
