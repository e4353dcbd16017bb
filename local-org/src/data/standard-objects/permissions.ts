import {checkbox, datetime, integer, lookup, picklist, text, type FieldSpec} from '../schema/field-spec.ts';
import {audited, type ObjectSpec} from '../schema/object-spec.ts';

/** The user permissions that the embedded org's profiles know (Object Reference, "PermissionSet", "Profile"). */
const userPermissions: FieldSpec[] = [
  'ApiEnabled',
  'AssignPermissionSets',
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
  'ModifyAllData',
  'RunFlow',
  'ViewAllData',
  'ViewRoles',
  'ViewSetup',
].map((permission) => checkbox(`Permissions${permission}`, {label: permission.replaceAll(/([a-z])([A-Z])/g, '$1 $2')}));

/** Object Reference, "Profile". */
export const profile: ObjectSpec = {
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profiles',
  keyPrefix: '00e',
  sharingModel: 'Read',
  fields: [
    text('Name', 255, {isNameField: true, required: true, isUpdateable: true}),
    ...userPermissions,
    lookup('UserLicenseId', 'UserLicense', {required: true, isUpdateable: false, deleteConstraint: null}),
    picklist('UserType', ['Standard', 'PowerPartner', 'CSPLitePortal', 'CustomerSuccess', 'PowerCustomerSuccess', 'CsnOnly', 'Guest'], {
      length: 40,
      readOnly: true,
    }),
    text('Description', 255),
  ],
  systemFields: [...audited, 'viewed'],
};

/** Object Reference, "UserLicense". */
export const userLicense: ObjectSpec = {
  name: 'UserLicense',
  label: 'User License',
  labelPlural: 'User Licenses',
  keyPrefix: '100',
  sharingModel: 'Read',
  fields: [
    text('LicenseDefinitionKey', 80, {readOnly: true, isNillable: false}),
    text('Name', 80, {readOnly: true, isNillable: false, isNameField: true}),
    text('MasterLabel', 80, {readOnly: true, isNillable: false}),
    picklist('Status', ['Active', 'Disabled', 'Legacy'], {length: 40, readOnly: true, isNillable: false}),
    integer('TotalLicenses', {readOnly: true, isNillable: false}),
    integer('UsedLicenses', {readOnly: true, isNillable: false}),
    integer('MonthlyLoginsUsed', {readOnly: true}),
    integer('MonthlyLoginsEntitlement', {readOnly: true}),
    datetime('UsedLicensesLastUpdated', {readOnly: true, isNillable: false}),
    datetime('CreatedDate', {readOnly: true, isNillable: false}),
    datetime('LastModifiedDate', {readOnly: true, isNillable: false}),
  ],
  systemFields: ['modstamp'],
};

/** Object Reference, "PermissionSet". */
export const permissionSet: ObjectSpec = {
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  sharingModel: 'Read',
  fields: [
    text('Name', 80, {label: 'Permission Set Name', isNameField: true, required: true}),
    text('Label', 80, {label: 'Permission Set Label', required: true}),
    lookup('LicenseId', ['PermissionSetLicense', 'UserLicense'], {isUpdateable: false}),
    lookup('ProfileId', 'Profile', {readOnly: true}),
    checkbox('IsOwnedByProfile', {readOnly: true, label: 'Is Owned By Profile'}),
    checkbox('IsCustom', {readOnly: true, label: 'Is Custom'}),
    ...userPermissions,
    text('Description', 255),
    text('NamespacePrefix', 15, {readOnly: true}),
    checkbox('HasActivationRequired'),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', {readOnly: true}),
    picklist('Type', ['Regular', 'Standard', 'Profile', 'Session', 'Group'], {length: 40, readOnly: true}),
  ],
  systemFields: audited,
};

/** Object Reference, "PermissionSetAssignment". */
export const permissionSetAssignment: ObjectSpec = {
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  sharingModel: 'Read',
  fields: [
    lookup('PermissionSetId', 'PermissionSet', {isUpdateable: false, childRelationshipName: 'Assignments', deleteConstraint: 'Cascade'}),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', {
      isUpdateable: false,
      childRelationshipName: 'Assignments',
      deleteConstraint: 'Cascade',
    }),
    lookup('AssigneeId', 'User', {
      required: true,
      isUpdateable: false,
      childRelationshipName: 'PermissionSetAssignments',
      deleteConstraint: 'Cascade',
    }),
    datetime('ExpirationDate'),
    checkbox('IsActive', {readOnly: true}),
    checkbox('IsRevoked', {readOnly: true}),
  ],
  systemFields: ['modstamp'],
};

/** Object Reference, "PermissionSetGroup". */
export const permissionSetGroup: ObjectSpec = {
  name: 'PermissionSetGroup',
  label: 'Permission Set Group',
  labelPlural: 'Permission Set Groups',
  keyPrefix: '0PG',
  sharingModel: 'Read',
  fields: [
    text('DeveloperName', 80, {label: 'API Name', isNameField: true, required: true}),
    picklist('Language', ['en_US'], {length: 40, isNillable: false, isDefaultedOnCreate: true, default: 'en_US'}),
    text('MasterLabel', 80, {label: 'Label', required: true}),
    text('NamespacePrefix', 15, {readOnly: true}),
    text('Description', 255),
    picklist('Status', ['Updated', 'Outdated', 'Updating', 'Failed'], {
      length: 40,
      isNillable: false,
      isDefaultedOnCreate: true,
      default: 'Outdated',
    }),
    checkbox('HasActivationRequired'),
  ],
  systemFields: ['deleted', ...audited],
};

/** Object Reference, "PermissionSetGroupComponent": the permission sets (and muting ones) of a group. */
export const permissionSetGroupComponent: ObjectSpec = {
  name: 'PermissionSetGroupComponent',
  label: 'Permission Set Group Component',
  labelPlural: 'Permission Set Group Components',
  keyPrefix: '0PM',
  sharingModel: 'Read',
  fields: [
    lookup('PermissionSetGroupId', 'PermissionSetGroup', {
      required: true,
      isUpdateable: false,
      childRelationshipName: 'PermissionSetGroupComponents',
      deleteConstraint: 'Cascade',
    }),
    lookup('PermissionSetId', ['MutingPermissionSet', 'PermissionSet'], {
      required: true,
      isUpdateable: false,
      childRelationshipName: 'PermissionSetGroupComponents',
      deleteConstraint: 'Cascade',
    }),
  ],
  systemFields: ['deleted', ...audited],
};

/** Object Reference, "SetupEntityAccess": which custom permissions, classes and so on a permission set enables. */
export const setupEntityAccess: ObjectSpec = {
  name: 'SetupEntityAccess',
  label: 'Setup Entity Access',
  labelPlural: 'Setup Entity Access',
  keyPrefix: '0J0',
  sharingModel: 'Read',
  fields: [
    lookup('ParentId', 'PermissionSet', {
      required: true,
      isUpdateable: false,
      childRelationshipName: 'SetupEntityAccessItems',
      deleteConstraint: 'Cascade',
    }),
    lookup('SetupEntityId', ['ApexClass', 'CustomPermission'], {required: true, isUpdateable: false, relationshipName: null}),
    picklist('SetupEntityType', ['ApexClass', 'CustomPermission'], {length: 40, readOnly: true}),
  ],
  systemFields: ['modstamp'],
};

/** Object Reference, "CustomPermission". */
export const customPermission: ObjectSpec = {
  name: 'CustomPermission',
  label: 'Custom Permission',
  labelPlural: 'Custom Permissions',
  keyPrefix: '0CP',
  sharingModel: 'Read',
  fields: [
    text('DeveloperName', 80, {label: 'Name', isNameField: true, required: true}),
    picklist('Language', ['en_US'], {length: 40, isNillable: false, isDefaultedOnCreate: true, default: 'en_US'}),
    text('MasterLabel', 80, {label: 'Label', required: true}),
    text('NamespacePrefix', 15, {readOnly: true}),
    checkbox('IsProtected', {label: 'Protected Component'}),
    text('Description', 255),
    checkbox('IsLicensed', {readOnly: true}),
  ],
  systemFields: ['deleted', ...audited],
};

/** Object Reference, "ObjectPermissions": what a permission set lets its users do with the records of an object. */
export const objectPermissions: ObjectSpec = {
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  keyPrefix: '110',
  sharingModel: 'Read',
  fields: [
    parent('ObjectPerms'),
    picklist('SobjectType', [], {length: 40, required: true, isUpdateable: false, label: 'Sobject Type Name'}),
    ...['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords', 'ViewAllFields'].map(permission),
  ],
  systemFields: audited,
};

/** Object Reference, "FieldPermissions": the field-level security that a permission set gives. */
export const fieldPermissions: ObjectSpec = {
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  keyPrefix: '01k',
  sharingModel: 'Read',
  fields: [
    parent('FieldPerms'),
    picklist('SobjectType', [], {length: 40, required: true, isUpdateable: false, label: 'Sobject Type Name'}),
    picklist('Field', [], {length: 255, required: true, isUpdateable: false, label: 'Field Name'}),
    ...['Edit', 'Read'].map(permission),
  ],
  systemFields: ['modstamp'],
};

function parent(childRelationshipName: string): FieldSpec {
  return lookup('ParentId', 'PermissionSet', {required: true, isUpdateable: false, childRelationshipName, deleteConstraint: 'Cascade'});
}

function permission(name: string): FieldSpec {
  return checkbox(`Permissions${name}`, {label: `${name.replaceAll(/([a-z])([A-Z])/g, '$1 $2')} Permission`});
}
