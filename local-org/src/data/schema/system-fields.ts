/** Fields that the platform keeps on records (Object Reference for Salesforce and Lightning Platform, "System Fields"). */
import {checkbox, date, datetime, lookup, type FieldSpec} from './field-spec.ts';
import type {SystemFieldGroup} from './object-spec.ts';

const system = {readOnly: true, isSystem: true} as const;
const required = {...system, isNillable: false, isDefaultedOnCreate: true} as const;

const groups: Readonly<Record<SystemFieldGroup, readonly FieldSpec[]>> = {
  deleted: [checkbox('IsDeleted', {...required, label: 'Deleted', defaultValue: null})],
  created: [datetime('CreatedDate', required), lookup('CreatedById', 'User', {...required, deleteConstraint: null})],
  modified: [datetime('LastModifiedDate', required), lookup('LastModifiedById', 'User', {...required, deleteConstraint: null})],
  modstamp: [datetime('SystemModstamp', {...required, label: 'System Modstamp'})],
  activity: [date('LastActivityDate', {...system, label: 'Last Activity'})],
  viewed: [datetime('LastViewedDate', system), datetime('LastReferencedDate', system)],
};

export function systemFields(wanted: readonly SystemFieldGroup[]): FieldSpec[] {
  return wanted.flatMap((group) => groups[group]);
}

/**
 * Records that have an owner tell what the running user may do with them (Object Reference, "UserRecordAccess": as a foreign key,
 * `SELECT Id, UserRecordAccess.HasEditAccess FROM Lead`).
 */
export function withRecordAccess(fields: readonly FieldSpec[]): readonly FieldSpec[] {
  if (!fields.some((field) => field.name === 'OwnerId')) return fields;
  return [...fields, lookup('UserRecordAccessId', 'UserRecordAccess', {...system, isHidden: true, deleteConstraint: null})];
}

/** Slot 0 of every object. */
export function idField(label: string): FieldSpec {
  return {
    name: 'Id',
    type: 'Id',
    label: `${label} ID`,
    isNillable: false,
    isCreateable: false,
    isUpdateable: false,
    isDefaultedOnCreate: true,
    isSystem: true,
    isIdLookup: true,
  };
}
