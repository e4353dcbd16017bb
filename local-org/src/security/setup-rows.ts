/** The setup rows of an org, read from its tables. */
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {Clock} from '../clock.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {Records} from '../data/records.ts';
import {NO_PERMISSIONS, type FieldGrant, type ObjectGrant, type Permissions} from './permissions.ts';
import type {SetupRows} from './security.ts';

const WATCHED = [
  'User',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'UserRole',
  'Group',
  'GroupMember',
];

export class TableSetupRows implements SetupRows {
  readonly #records: Records;
  readonly #clock: Clock;
  readonly #watched: readonly SObjectDescriptor[];

  constructor(records: Records, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
    this.#watched = WATCHED.map((name) => records.object(name));
  }

  get version(): number {
    return this.#records.version(this.#watched);
  }

  user(id: string): {readonly profileId: string | null; readonly roleId: string | null; readonly isActive: boolean} | undefined {
    if (this.#records.value('User', id, 'username') === undefined) return undefined;
    return {
      profileId: this.#records.text('User', id, 'profileid'),
      roleId: this.#records.text('User', id, 'userroleid'),
      isActive: this.#is('User', id, 'isactive'),
    };
  }

  profileName(id: string): string | undefined {
    return this.#records.text('Profile', id, 'name') ?? undefined;
  }

  assignments(userId: string): {readonly permissionSets: readonly string[]; readonly groups: readonly string[]} {
    const current = this.#records.find('PermissionSetAssignment', 'assigneeid', userId).filter((id) => !this.#isExpired(id));
    const ids = (field: string): string[] => current.flatMap((id) => this.#records.text('PermissionSetAssignment', id, field) ?? []);
    return {permissionSets: ids('permissionsetid'), groups: ids('permissionsetgroupid')};
  }

  permissionSet(id: string): {readonly name: string; readonly rights: Permissions} {
    return {
      name: this.#records.text('PermissionSet', id, 'name') ?? '',
      rights: {
        ...NO_PERMISSIONS,
        objects: this.#objectGrants(id),
        fields: this.#fieldGrants(id),
        user: this.#userPermissions(id),
        custom: this.#entities(id, 'CustomPermission', 'developername'),
        classes: this.#entities(id, 'ApexClass', 'name'),
      },
    };
  }

  group(id: string): {readonly name: string; readonly permissionSets: readonly string[]} {
    return {
      name: this.#records.text('PermissionSetGroup', id, 'developername') ?? '',
      permissionSets: this.#records
        .find('PermissionSetGroupComponent', 'permissionsetgroupid', id)
        .flatMap((component) => this.#records.text('PermissionSetGroupComponent', component, 'permissionsetid') ?? []),
    };
  }

  parentRole(roleId: string): string | null {
    return this.#records.text('UserRole', roleId, 'parentroleid');
  }

  members(groupId: string): readonly string[] {
    return this.#records
      .find('GroupMember', 'groupid', groupId)
      .flatMap((id) => this.#records.text('GroupMember', id, 'userorgroupid') ?? []);
  }

  record(id: string): ReturnType<SetupRows['record']> {
    return this.#records.record(id);
  }

  #objectGrants(id: string): Map<string, ObjectGrant> {
    return new Map(
      this.#records.find('ObjectPermissions', 'parentid', id).map((row) => {
        const grants = (permission: string): boolean => this.#is('ObjectPermissions', row, `permissions${permission}`);
        const grant: ObjectGrant = {
          create: grants('create'),
          read: grants('read'),
          edit: grants('edit'),
          delete: grants('delete'),
          viewAll: grants('viewallrecords'),
          modifyAll: grants('modifyallrecords'),
          viewAllFields: grants('viewallfields'),
        };
        return [(this.#records.text('ObjectPermissions', row, 'sobjecttype') ?? '').toLowerCase(), grant];
      }),
    );
  }

  #fieldGrants(id: string): Map<string, FieldGrant> {
    return new Map(
      this.#records.find('FieldPermissions', 'parentid', id).map((row) => {
        const edit = this.#is('FieldPermissions', row, 'permissionsedit');
        const read = edit || this.#is('FieldPermissions', row, 'permissionsread');
        return [(this.#records.text('FieldPermissions', row, 'field') ?? '').toLowerCase(), {read, edit}];
      }),
    );
  }

  /** The checkboxes of a permission set, `PermissionsModifyAllData` and so on. */
  #userPermissions(id: string): Set<string> {
    const keys = [...this.#records.object('PermissionSet').fieldsByKey.keys()].filter((key) => key.startsWith('permissions'));
    return new Set(keys.filter((key) => this.#is('PermissionSet', id, key)).map((key) => key.slice('permissions'.length)));
  }

  /** Lower-case names of what a permission set enables by `SetupEntityAccess`. */
  #entities(id: string, objectName: string, nameKey: string): Set<string> {
    const prefix = this.#records.object(objectName).keyPrefix ?? '';
    const entities = this.#records
      .find('SetupEntityAccess', 'parentid', id)
      .flatMap((row) => this.#records.text('SetupEntityAccess', row, 'setupentityid') ?? [])
      .filter((entity) => entity.startsWith(prefix));
    return new Set(entities.flatMap((entity) => this.#records.text(objectName, entity, nameKey)?.toLowerCase() ?? []));
  }

  #is(objectName: string, id: string, key: string): boolean {
    return this.#records.value(objectName, id, key) === true;
  }

  #isExpired(assignmentId: string): boolean {
    const expiry = this.#records.value('PermissionSetAssignment', assignmentId, 'expirationdate');
    return expiry instanceof ApexDatetime && expiry.epoch <= this.#clock.now();
  }
}
