/**
 * The rights of one user over objects, fields and rows. Built from the permissions of their profile and permission sets; asks nobody
 * for rows itself: who owns what comes in with each row, the roles with the directory.
 *
 * Sharing as in the Salesforce Security Guide: org-wide default, ownership, role hierarchy, View All and Modify All. Sharing rules,
 * manual shares, teams and territories are not modelled (DIVERGENCES.md).
 */
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import type {Permissions} from './permissions.ts';
import type {ProfileRights} from './profiles.ts';
import type {FieldAction, ObjectAction, RecordAccess, RowReader} from './record-access.ts';

export interface UserDirectory {
  /** Whether a user stands above another in the role hierarchy. */
  isAbove(userId: string, otherId: string): boolean;
  /** Queues and public groups that a user belongs to, directly or through their role. */
  isMemberOf(userId: string, groupId: string): boolean;
  /** Any record of the org, deleted ones left out: what a detail belongs to. */
  record(id: string): {readonly object: SObjectDescriptor; readonly read: RowReader} | null;
}

export class UserAccess implements RecordAccess {
  readonly #userId: string;
  readonly #profile: ProfileRights;
  readonly #permissions: Permissions;
  readonly #directory: UserDirectory;

  constructor(userId: string, profile: ProfileRights, permissions: Permissions, directory: UserDirectory) {
    this.#userId = userId;
    this.#profile = profile;
    this.#permissions = permissions;
    this.#directory = directory;
  }

  /** Whether sharing hides nothing from the user and keeps nothing from being changed, whatever the object. */
  get changesAllRows(): boolean {
    return this.hasUserPermission('ModifyAllData');
  }

  hasUserPermission(name: string): boolean {
    const key = name.toLowerCase();
    return this.#profile.userPermissions.includes(key) || this.#permissions.user.has(key);
  }

  /** By developer name, case-insensitive. */
  hasCustomPermission(name: string): boolean {
    return this.#permissions.custom.has(name.toLowerCase());
  }

  /** Salesforce Help, "How Does Apex Class Security Work?": of a class that is called from outside, by its name in any case. */
  canAccessClass(name: string): boolean {
    return this.hasUserPermission('AuthorApex') || this.#permissions.classes.has(name.toLowerCase());
  }

  canAccessObject(object: SObjectDescriptor, action: ObjectAction): boolean {
    if (isConfiguration(object)) {
      return this.hasUserPermission('CustomizeApplication') || (action === 'read' && this.#permissions.types.has(object.key));
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
    const grant = this.#permissions.fields.get(`${object.key}.${securedBy(object, field)}`);
    if (action === 'read' ? grant?.read === true : grant?.edit === true) return true;
    if (action === 'read' && this.#permissions.objects.get(object.key)?.viewAllFields === true) return true;
    if (field.isCustom) return false;
    return action === 'read' ? this.#profile.standardFields !== 'none' : this.#profile.standardFields === 'edit';
  }

  rowFilter(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): ((row: RowReader) => boolean) | null {
    if (isPublic(object, action) || this.#seesAll(object, action)) return null;
    if (object.sharingModel === 'ControlledByParent') return this.#throughParent(object, action);
    const owner = object.fieldsByKey.get('ownerid');
    return owner === undefined ? null : (row) => this.#reaches(row(owner));
  }

  /** "Modify All Data", or "Modify All Records" of the object. */
  canModifyAll(object: SObjectDescriptor): boolean {
    return this.#seesAll(object, 'edit');
  }

  /** A detail is seen by who sees its parent, and changed by who may edit it; without a parent it is its owner's. */
  #throughParent(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): ((row: RowReader) => boolean) | null {
    const parents = parentFields(object);
    if (parents.length === 0) return null;
    const owner = object.fieldsByKey.get('ownerid');
    return (row) => {
      const ids = parents.map(row).filter((id) => typeof id === 'string');
      if (ids.length === 0) return owner === undefined || this.#reaches(row(owner));
      return ids.every((id) => this.#reachesRecord(id, action === 'read' ? 'read' : 'edit'));
    };
  }

  #reachesRecord(id: string, action: 'read' | 'edit'): boolean {
    const record = this.#directory.record(id);
    const filter = record === null ? null : this.rowFilter(record.object, action);
    return record === null || filter === null || filter(record.read);
  }

  #seesAll(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): boolean {
    const grant = this.#permissions.objects.get(object.key);
    if (this.hasUserPermission('ModifyAllData') || grant?.modifyAll === true || this.#profile.objectGrant(object).modifyAll) return true;
    if (action !== 'read') return false;
    return this.hasUserPermission('ViewAllData') || grant?.viewAll === true || this.#profile.objectGrant(object).viewAll;
  }

  #reaches(ownerId: unknown): boolean {
    if (typeof ownerId !== 'string') return false;
    return ownerId === this.#userId || this.#directory.isMemberOf(this.#userId, ownerId) || this.#directory.isAbove(this.#userId, ownerId);
  }
}

/**
 * Custom metadata and custom settings: direct access needs a permission for the type (Salesforce Help, "Grant Permissions on Custom Metadata
 * Types"; orgs restrict it since Winter '20). Static methods such as `getInstance`, and system mode, don't ask.
 */
function isConfiguration({kind}: SObjectDescriptor): boolean {
  return kind === 'custom metadata' || kind === 'hierarchy setting' || kind === 'list setting';
}

/** Fields that field-level security can't withhold (Salesforce Help, "What Determines Field Access?"): the Id, names, system and required fields. */
function hasNoFieldSecurity(object: SObjectDescriptor, field: FieldDescriptor): boolean {
  if (isConfiguration(object) || field.index === 0 || field.isSystem || field.isMasterDetail || field.key === 'ownerid') return true;
  return isName(object, field) || isRequired(field);
}

const PARTS_OF_NAMES: ReadonlySet<string> = new Set(['firstname', 'lastname', 'middlename', 'salutation', 'suffix']);

/** The name, and for people the parts of it. */
function isName(object: SObjectDescriptor, field: FieldDescriptor): boolean {
  return field.isNameField || (!field.isCustom && PARTS_OF_NAMES.has(field.key) && object.nameField?.key === 'name');
}

const PART_OF_ADDRESS = /(?:street|city|state|statecode|postalcode|country|countrycode|latitude|longitude|geocodeaccuracy)$/;

/** Key of the field whose field-level security counts: the parts of an address have that of the address. */
function securedBy(object: SObjectDescriptor, field: FieldDescriptor): string {
  if (field.isCustom) return field.key;
  const address = field.key.replace(PART_OF_ADDRESS, 'address');
  return object.fieldsByKey.get(address)?.type === 'Address' ? address : field.key;
}

/** What a detail belongs to: its masters; of the standard objects that are controlled by a parent, the account or campaign. */
function parentFields(object: SObjectDescriptor): FieldDescriptor[] {
  const masters = object.fields.filter((field) => field.isMasterDetail);
  if (masters.length > 0 || object.kind !== 'standard') return masters;
  return object.fields.filter((field) => field.key === (object.name === 'CampaignMember' ? 'campaignid' : 'accountid'));
}

function isRequired(field: FieldDescriptor): boolean {
  return !field.isNillable && field.type !== 'Boolean' && field.formula === null;
}

function isPublic(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): boolean {
  if (object.sharingModel === 'ReadWrite') return action !== 'delete';
  return object.sharingModel === 'Read' && action === 'read';
}
