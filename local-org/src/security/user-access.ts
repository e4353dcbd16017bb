/**
 * The rights of one user over objects, fields and rows. Built from the permissions of their profile and permission sets; asks nobody
 * for rows itself: who owns what comes in with each row, the roles with the directory.
 *
 * Sharing as in the Salesforce Security Guide: org-wide default, ownership, role hierarchy, View All and Modify All. Sharing rules,
 * manual shares, teams and territories are not modelled (DIVERGENCES.md).
 */
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import type {Permissions} from './permissions.ts';
import type {Profile} from './profiles.ts';
import type {FieldAction, ObjectAction, RecordAccess, RowReader} from './record-access.ts';

export interface UserDirectory {
  /** Whether a user stands above another in the role hierarchy. */
  isAbove(userId: string, otherId: string): boolean;
  /** Queues and public groups that a user belongs to, directly or through their role. */
  isMemberOf(userId: string, groupId: string): boolean;
}

export class UserAccess implements RecordAccess {
  readonly #userId: string;
  readonly #profile: Profile;
  readonly #permissions: Permissions;
  readonly #directory: UserDirectory;

  constructor(userId: string, profile: Profile, permissions: Permissions, directory: UserDirectory) {
    this.#userId = userId;
    this.#profile = profile;
    this.#permissions = permissions;
    this.#directory = directory;
  }

  hasUserPermission(name: string): boolean {
    const key = name.toLowerCase();
    return this.#profile.userPermissions.includes(key) || this.#permissions.user.has(key);
  }

  /** By developer name, case-insensitive. */
  hasCustomPermission(name: string): boolean {
    return this.#permissions.custom.has(name.toLowerCase());
  }

  canAccessObject(object: SObjectDescriptor, action: ObjectAction): boolean {
    if (object.kind === 'custom metadata' || object.kind === 'hierarchy setting' || object.kind === 'list setting') {
      return action === 'read' || this.hasUserPermission('CustomizeApplication');
    }
    const grant = this.#permissions.objects.get(object.key);
    if (action !== 'read' && this.hasUserPermission('ModifyAllData')) return true;
    if (action === 'read' && this.hasUserPermission('ViewAllData')) return true;
    return (grant?.[action] ?? false) || this.#profile.objectGrant(object)[action];
  }

  canAccessField(object: SObjectDescriptor, field: FieldDescriptor, action: FieldAction): boolean {
    if (action === 'create' && !field.isCreateable) return false;
    if (action === 'edit' && !field.isUpdateable) return false;
    if (hasNoFieldSecurity(object, field)) return this.canAccessObject(object, action);
    const grant = this.#permissions.fields.get(`${object.key}.${field.key}`);
    if (action === 'read' ? grant?.read === true : grant?.edit === true) return true;
    if (field.isCustom) return false;
    return action === 'read' ? this.#profile.standardFields !== 'none' : this.#profile.standardFields === 'edit';
  }

  rowFilter(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): ((row: RowReader) => boolean) | null {
    const owner = object.fieldsByKey.get('ownerid');
    if (owner === undefined || this.#seesAll(object, action) || isPublic(object, action)) return null;
    return (row) => {
      const ownerId = row(owner);
      return typeof ownerId === 'string' && this.#reaches(ownerId);
    };
  }

  #seesAll(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): boolean {
    const grant = this.#permissions.objects.get(object.key);
    if (this.hasUserPermission('ModifyAllData') || grant?.modifyAll === true || this.#profile.objectGrant(object).modifyAll) return true;
    if (action !== 'read') return false;
    return this.hasUserPermission('ViewAllData') || grant?.viewAll === true || this.#profile.objectGrant(object).viewAll;
  }

  #reaches(ownerId: string): boolean {
    return ownerId === this.#userId || this.#directory.isMemberOf(this.#userId, ownerId) || this.#directory.isAbove(this.#userId, ownerId);
  }
}

/** Fields that field-level security can't withhold (Salesforce Help, "What Determines Field Access?"): the Id, names, system and required fields. */
function hasNoFieldSecurity(object: SObjectDescriptor, field: FieldDescriptor): boolean {
  if (object.kind === 'custom metadata' || object.kind === 'hierarchy setting' || object.kind === 'list setting') return true;
  return field.index === 0 || field.isSystem || field.isNameField || field.isMasterDetail || isRequired(field) || field.key === 'ownerid';
}

function isRequired(field: FieldDescriptor): boolean {
  return !field.isNillable && field.type !== 'Boolean' && field.formula === null;
}

function isPublic(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): boolean {
  if (object.sharingModel === 'ReadWrite') return action !== 'delete';
  return object.sharingModel === 'Read' && action === 'read';
}
