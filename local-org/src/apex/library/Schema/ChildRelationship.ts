/** `Schema.ChildRelationship` (Apex Reference Guide, "ChildRelationship Class"). */
import type {ChildRelationship, FieldDescriptor, SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexList} from '../../runtime/list.ts';
import {hashText} from '../../runtime/equality.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {describeMember} from './describe-member.ts';
import {fieldToken} from './sobject-field.ts';
import {objectToken} from './sobject-type.ts';

export class ChildRelationshipResult extends PlatformObject {
  override readonly typeName = 'Schema.ChildRelationship';
  readonly relationship: ChildRelationship;
  readonly child: SObjectDescriptor;
  readonly field: FieldDescriptor;

  constructor(relationship: ChildRelationship, child: SObjectDescriptor, field: FieldDescriptor) {
    super();
    this.relationship = relationship;
    this.child = child;
    this.field = field;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof ChildRelationshipResult && other.field === this.field;
  }

  override hash(): number {
    return hashText(this.field.name);
  }
}

const member = describeMember<ChildRelationshipResult>;

export const childRelationshipClass: ClassDefinition = defineClass(
  'Schema.ChildRelationship',
  Object.fromEntries([
    ...member('ChildSObject', 'get', ({child}) => objectToken(child)),
    ...member('Field', 'get', ({child, field}) => fieldToken(child, field)),
    ...member('RelationshipName', 'get', ({relationship}) => relationship.relationshipName),
    ...member('CascadeDelete', 'is', ({relationship}) => relationship.deleteConstraint === 'Cascade'),
    ...member('RestrictedDelete', 'is', ({relationship}) => relationship.deleteConstraint === 'Restrict'),
    ...member('DeprecatedAndHidden', 'is', () => false),
    ...member('JunctionIdListNames', 'get', (_self, rt) => new ApexList(rt.types.list(rt.types.get('String')))),
    ...member('JunctionReferenceTo', 'get', (_self, rt) => new ApexList(rt.types.list(rt.types.get('Schema.SObjectType')))),
  ]),
);
