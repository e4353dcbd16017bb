/**
 * The four standard profiles that the embedded org knows, reduced to what programs can observe. What each grants by default follows
 * Salesforce Help, "Standard Profiles" and "Standard Object Permissions".
 *
 * Field-level security of custom fields is granted by nothing here: a deployment of source gives it to no profile, System Administrator
 * included, so that a package has to carry it in its permission sets (Metadata API Developer Guide, "Profile").
 */
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {ObjectGrant} from './permissions.ts';

export type ProfileName = 'System Administrator' | 'Standard User' | 'Read Only' | 'Minimum Access - Salesforce';

export interface Profile extends ProfileRights {
  readonly name: ProfileName;
}

export interface ProfileRights {
  /** User permissions, lower-case API names. */
  readonly userPermissions: readonly string[];
  /** Object permissions without any permission set. */
  objectGrant(object: SObjectDescriptor): ObjectGrant;
  /** Field-level security of standard fields. */
  readonly standardFields: 'edit' | 'read' | 'none';
}

const ALL: ObjectGrant = {create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true, viewAllFields: false};
const NONE: ObjectGrant = {create: false, read: false, edit: false, delete: false, viewAll: false, modifyAll: false, viewAllFields: false};
const READ: ObjectGrant = {...NONE, read: true};
const WRITE: ObjectGrant = {...NONE, create: true, read: true, edit: true, delete: true};

/** Setup objects that every user may read, and only administrators may change. */
const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'user',
  'profile',
  'permissionset',
  'permissionsetassignment',
  'permissionsetgroup',
  'permissionsetgroupcomponent',
  'setupentityaccess',
  'objectpermissions',
  'fieldpermissions',
  'custompermission',
  'group',
  'groupmember',
  'userrole',
  'organization',
  'recordtype',
  'leadstatus',
  'queuesobject',
  'customnotificationtype',
  'apexclass',
  'asyncapexjob',
  'crontrigger',
  'cronjobdetail',
]);

/** Which everybody may read, as far as their sharing goes (the tests of soql-lib read tasks as a user of minimum access). */
const ACTIVITIES: ReadonlySet<string> = new Set(['event', 'task']);

export const PROFILES: readonly Profile[] = [
  {
    name: 'System Administrator',
    userPermissions: [
      'apienabled',
      'authorapex',
      'customizeapplication',
      'manageusers',
      'modifyalldata',
      'viewalldata',
      'viewsetup',
      'assignpermissionsets',
      'viewroles',
      'runflow',
    ],
    objectGrant: () => ALL,
    standardFields: 'edit',
  },
  {
    name: 'Standard User',
    userPermissions: ['apienabled', 'runflow', 'viewroles'],
    objectGrant: (object) => standardObjectGrant(object, WRITE),
    standardFields: 'edit',
  },
  {
    name: 'Read Only',
    userPermissions: ['apienabled', 'viewroles'],
    objectGrant: (object) => standardObjectGrant(object, READ),
    standardFields: 'read',
  },
  {
    name: 'Minimum Access - Salesforce',
    userPermissions: ['viewroles'],
    objectGrant: (object) => (SETUP_OBJECTS.has(object.key) || ACTIVITIES.has(object.key) ? READ : NONE),
    standardFields: 'none',
  },
];

/** Of the Automated Process user. */
export const NO_PROFILE: ProfileRights = {userPermissions: [], objectGrant: () => NONE, standardFields: 'none'};

function standardObjectGrant(object: SObjectDescriptor, onRecords: ObjectGrant): ObjectGrant {
  if (SETUP_OBJECTS.has(object.key)) return READ;
  return object.kind === 'standard' ? onRecords : NONE;
}

/** How the files of standard profiles are called (Metadata API Developer Guide, "Profile"). */
const FILE_NAMES: Readonly<Record<string, ProfileName>> = {
  admin: 'System Administrator',
  standard: 'Standard User',
  readonly: 'Read Only',
  minimumaccess: 'Minimum Access - Salesforce',
};

/** @param fileName `Admin`, `Standard`, or the name that the profile has in the org */
export function profileOfFile(fileName: string): Profile | null {
  return findProfile(FILE_NAMES[fileName.toLowerCase()] ?? decodeURIComponent(fileName));
}

/** Whether permissions speak of its records, so that profiles have a row of ObjectPermissions for it. */
export function hasObjectPermissions(object: SObjectDescriptor): boolean {
  if (SETUP_OBJECTS.has(object.key)) return false;
  return object.kind === 'custom' || (object.kind === 'standard' && object.fieldsByKey.has('ownerid'));
}

/** By name as the Profile object holds it; null for one that the embedded org doesn't have. */
export function findProfile(name: string): Profile | null {
  return PROFILES.find((profile) => profile.name.toLowerCase() === name.toLowerCase()) ?? null;
}
