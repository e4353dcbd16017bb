/** Objects of this org that nothing writes but the platform, and those that aren't deleted (Apex Developer Guide, "sObjects That Don't Support DML Operations"). */
import type {SObjectDescriptor} from './descriptor.ts';

const READ_ONLY: ReadonlySet<string> = new Set([
  'ApexClass',
  'AsyncApexJob',
  'CronJobDetail',
  'CronTrigger',
  'CustomPermission',
  'LeadStatus',
  'Name',
  'Profile',
  'RecordType',
  'UserLicense',
]);
const NEVER_DELETED: ReadonlySet<string> = new Set(['Organization', 'User']);

export function isReadOnly({name, kind}: SObjectDescriptor): boolean {
  return READ_ONLY.has(name) || kind === 'custom metadata';
}

export function isNeverDeleted({name}: SObjectDescriptor): boolean {
  return NEVER_DELETED.has(name);
}
