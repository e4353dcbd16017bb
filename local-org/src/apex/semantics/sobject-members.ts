/** Facts about members of records that symbols leave out. */
import type {FieldDescriptor, Schema} from '../../data/descriptor.ts';
import type {FieldSymbol} from './symbols.ts';

/** The Id of a record whose object isn't known (`SObject`): slot 0 of every object. */
export const idOfAnyRecord: FieldDescriptor = {
  name: 'Id',
  key: 'id',
  index: 0,
  label: 'Record ID',
  type: 'Id',
  valueType: 'Id',
  length: 18,
  precision: null,
  scale: null,
  isCustom: false,
  isNillable: false,
  isUnique: false,
  isCaseSensitive: false,
  isExternalId: false,
  isIdLookup: true,
  isNameField: false,
  isCreateable: false,
  isUpdateable: false,
  isDefaultedOnCreate: true,
  isSystem: true,
  isHidden: false,
  formula: null,
  blanksAsZero: false,
  autoNumber: null,
  summary: null,
  defaultValue: null,
  picklist: null,
  referenceTo: [],
  relationshipName: null,
  isMasterDetail: false,
  deleteConstraint: null,
  inlineHelpText: null,
  description: null,
};

/** The lookup on the child behind a child relationship. */
export function childLookup(schema: Schema, relationship: FieldSymbol): FieldDescriptor | null {
  const key = relationship.name.toLowerCase();
  const children = relationship.owner.descriptor?.childRelationships ?? [];
  const child = children.find(({relationshipName}) => relationshipName?.toLowerCase() === key);
  if (child === undefined) return null;
  return schema.object(child.childObject)?.fieldsByKey.get(child.field.toLowerCase()) ?? null;
}
