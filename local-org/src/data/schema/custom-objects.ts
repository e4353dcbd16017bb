/** What the platform gives to each kind of custom object besides the fields that source declares (Object Reference, "Custom Objects"). */
import type {CustomObject, NameField} from '../../project/model.ts';
import type {SObjectDescriptor, SObjectKind} from '../descriptor.ts';
import {datetime, lookup, picklist, text, type FieldSpec} from './field-spec.ts';
import {audited, type SystemFieldGroup} from './object-spec.ts';
import {systemFields} from './system-fields.ts';

/** Null for kinds that the embedded org lacks (external and big objects). */
export function customObjectKind(source: CustomObject): SObjectKind | null {
  switch (source.kind) {
    case 'standard object':
      return 'standard';
    case 'custom object':
      return 'custom';
    case 'custom setting':
      return source.customSettingsType === 'List' ? 'list setting' : 'hierarchy setting';
    case 'custom metadata type':
      return 'custom metadata';
    case 'platform event':
      return 'platform event';
    case 'external object':
    case 'big object':
      return null;
  }
}

/** Fields that come before those of the source. */
export function builtInFields(source: CustomObject, kind: SObjectKind): FieldSpec[] {
  switch (kind) {
    case 'custom metadata':
      return metadataFields;
    case 'platform event':
      return eventFields;
    case 'hierarchy setting':
    case 'list setting':
      return [
        text('Name', 38, {isNameField: true, isNillable: kind === 'hierarchy setting', isUnique: kind === 'list setting'}),
        lookup('SetupOwnerId', ['Organization', 'Profile', 'User'], {
          label: 'Location',
          isNillable: false,
          isDefaultedOnCreate: true,
          isUpdateable: false,
          isUnique: kind === 'hierarchy setting',
          isIdLookup: false,
          deleteConstraint: null,
        }),
        ...systemFields(['deleted', ...audited]),
      ];
    case 'custom':
      return [...(hasOwner(source) ? [ownerField] : []), nameField(source.nameField), ...systemFields(groupsOf(source)), ...featureFields];
    case 'standard':
    case 'signature only':
      return [];
  }
}

export function sharingModelOf(source: CustomObject): SObjectDescriptor['sharingModel'] {
  switch (source.sharingModel) {
    case 'Private':
      return 'Private';
    case 'Read':
      return 'Read';
    case 'ControlledByParent':
      return 'ControlledByParent';
    default:
      return hasOwner(source) ? 'ReadWrite' : 'ControlledByParent';
  }
}

/** The detail of a master has no owner of its own. */
function hasOwner(source: CustomObject): boolean {
  return !source.fields.some((field) => field.type === 'MasterDetail');
}

function groupsOf(source: CustomObject): SystemFieldGroup[] {
  return ['deleted', ...audited, ...(source.enableActivities ? (['activity'] as const) : []), 'viewed'];
}

const ownerField = lookup('OwnerId', ['Group', 'User'], {isNillable: false, isDefaultedOnCreate: true, deleteConstraint: null});

const featureFields: readonly FieldSpec[] = [lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null})];

function nameField(source: NameField | null): FieldSpec {
  const label = source?.label ?? 'Name';
  if (source?.type !== 'AutoNumber') return text('Name', 80, {label, isNameField: true, isIdLookup: true, isDefaultedOnCreate: true});
  const autoNumber = {format: source.displayFormat ?? '{0}', start: source.startingNumber ?? 1};
  return text('Name', 80, {label, isNameField: true, isIdLookup: true, isNillable: false, autoNumber});
}

const metadataFields: FieldSpec[] = [
  text('DeveloperName', 40, {label: 'Custom Metadata Record Name', isNillable: false}),
  text('MasterLabel', 40, {label: 'Label', isNillable: false}),
  picklist('Language', [], {label: 'Master Language', length: 40, isNillable: false}),
  text('NamespacePrefix', 15),
  text('Label', 40, {isNillable: false}),
  text('QualifiedApiName', 70, {isNameField: true}),
  ...systemFields(['modstamp']),
];

/** Of every platform event, the platform's own among them. */
export const eventFields: FieldSpec[] = [
  text('ReplayId', 1000, {readOnly: true}),
  text('EventUuid', 36, {readOnly: true, label: 'Event UUID'}),
  datetime('CreatedDate', {isNillable: false, isCreateable: true, isUpdateable: false, isDefaultedOnCreate: true, isSystem: true}),
  lookup('CreatedById', 'User', {
    isNillable: false,
    isCreateable: true,
    isUpdateable: false,
    isDefaultedOnCreate: true,
    isSystem: true,
    deleteConstraint: null,
  }),
];
