import {checkbox, integer, lookup, picklist, text, type FieldSpec} from '../schema/field-spec.ts';
import {audited, type ObjectSpec} from '../schema/object-spec.ts';

const fixed = {readOnly: true, isNillable: false, isDefaultedOnCreate: true} as const;
const given = {readOnly: true} as const;

/** The Id of such a row is its durable Id, which for objects and fields of this org is the API name. */
const names: readonly FieldSpec[] = [
  text('DurableId', 255, given),
  text('QualifiedApiName', 70, {...fixed, isNameField: true}),
  text('NamespacePrefix', 15, given),
  text('DeveloperName', 40, given),
  text('MasterLabel', 80, fixed),
  text('Label', 80, given),
];

/** Object Reference, "EntityDefinition": one row for each object of which local-org has facts. */
export const entityDefinition: ObjectSpec = {
  name: 'EntityDefinition',
  label: 'Entity Definition',
  labelPlural: 'Entity Definitions',
  keyPrefix: '4ie',
  sharingModel: 'Read',
  fields: [
    ...names,
    text('PluralLabel', 80, given),
    text('KeyPrefix', 3, given),
    checkbox('IsCustomSetting', fixed),
    checkbox('IsQueryable', fixed),
    checkbox('IsApexTriggerable', fixed),
  ],
  systemFields: [],
};

/** Object Reference, "FieldDefinition": one row for each field of those objects. */
export const fieldDefinition: ObjectSpec = {
  name: 'FieldDefinition',
  label: 'Field Definition',
  labelPlural: 'Field Definitions',
  keyPrefix: '4fe',
  sharingModel: 'Read',
  fields: [
    ...names,
    lookup('EntityDefinitionId', 'EntityDefinition', {
      ...given,
      valueType: 'String',
      length: 255,
      childRelationshipName: 'Fields',
      deleteConstraint: null,
    }),
    text('DataType', 255, given),
    text('RelationshipName', 255, given),
    text('Description', 1000, given),
    integer('Length', given),
    integer('Precision', given),
    integer('Scale', given),
    checkbox('IsCalculated', fixed),
    checkbox('IsNameField', fixed),
    checkbox('IsNillable', fixed),
    checkbox('IsHtmlFormatted', fixed),
  ],
  systemFields: [],
};

/** Object Reference, "PlatformCachePartition". */
export const platformCachePartition: ObjectSpec = {
  name: 'PlatformCachePartition',
  label: 'Platform Cache Partition',
  labelPlural: 'Platform Cache Partitions',
  keyPrefix: '0Er',
  sharingModel: 'Read',
  fields: [
    text('DeveloperName', 80, {...fixed, isNameField: true}),
    picklist('Language', ['en_US'], {...given, length: 40, default: 'en_US'}),
    text('MasterLabel', 80, fixed),
    text('NamespacePrefix', 15, given),
    text('Description', 255, given),
    checkbox('IsDefaultPartition', fixed),
  ],
  systemFields: ['deleted', ...audited],
};
