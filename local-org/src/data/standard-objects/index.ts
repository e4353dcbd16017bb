/** The standard objects whose facts are known. All others are usable in Apex by their signatures alone and refused in SOQL and DML. */
import type {ObjectSpec} from '../schema/object-spec.ts';
import {account} from './account.ts';
import {event, task} from './activities.ts';
import {campaign, campaignMember} from './campaign.ts';
import {batchApexErrorEvent} from './events.ts';
import {case_} from './case.ts';
import {contact} from './contact.ts';
import {entityDefinition, fieldDefinition, platformCachePartition} from './definitions.ts';
import {group, groupMember, queueSobject} from './groups.ts';
import {asyncApexJob, cronJobDetail, cronTrigger} from './jobs.ts';
import {lead} from './lead.ts';
import {opportunity} from './opportunity.ts';
import {
  customPermission,
  fieldPermissions,
  objectPermissions,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  profile,
  setupEntityAccess,
  userLicense,
} from './permissions.ts';
import {apexClass, customNotificationType, emailTemplate, leadStatus, organization, recordType, staticResource} from './setup.ts';
import {name, user, userRole} from './user.ts';
import {userRecordAccess} from './user-record-access.ts';

export const standardObjects: readonly ObjectSpec[] = [
  account,
  apexClass,
  asyncApexJob,
  batchApexErrorEvent,
  campaign,
  campaignMember,
  case_,
  contact,
  cronJobDetail,
  cronTrigger,
  customNotificationType,
  customPermission,
  emailTemplate,
  entityDefinition,
  event,
  fieldDefinition,
  fieldPermissions,
  group,
  groupMember,
  lead,
  leadStatus,
  name,
  objectPermissions,
  opportunity,
  organization,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  platformCachePartition,
  profile,
  queueSobject,
  recordType,
  setupEntityAccess,
  staticResource,
  task,
  user,
  userLicense,
  userRecordAccess,
  userRole,
];
