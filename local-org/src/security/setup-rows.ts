/** The setup rows of an org, read from its tables. */
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {Clock} from '../clock.ts';
import type {Records} from '../data/records.ts';
import type {SetupRows} from './security.ts';

const WATCHED = ['User', 'Profile', 'PermissionSetAssignment', 'UserRole', 'Group', 'GroupMember'];

export class TableSetupRows implements SetupRows {
  readonly #records: Records;
  readonly #clock: Clock;

  constructor(records: Records, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  get version(): number {
    return this.#records.version(WATCHED);
  }

  user(id: string): {readonly profileId: string; readonly roleId: string | null; readonly isActive: boolean} | undefined {
    const profileId = this.#records.text('User', id, 'profileid');
    if (profileId === null) return undefined;
    return {
      profileId,
      roleId: this.#records.text('User', id, 'userroleid'),
      isActive: this.#records.value('User', id, 'isactive') === true,
    };
  }

  profileName(id: string): string | undefined {
    return this.#records.text('Profile', id, 'name') ?? undefined;
  }

  assignments(userId: string): {readonly permissionSets: readonly string[]; readonly groups: readonly string[]} {
    const permissionSets: string[] = [];
    const groups: string[] = [];
    for (const id of this.#records.find('PermissionSetAssignment', 'assigneeid', userId)) {
      if (this.#isExpired(id)) continue;
      const set = this.#records.text('PermissionSetAssignment', id, 'permissionsetid');
      const group = this.#records.text('PermissionSetAssignment', id, 'permissionsetgroupid');
      if (set !== null) permissionSets.push(this.#records.text('PermissionSet', set, 'name') ?? '');
      if (group !== null) groups.push(this.#records.text('PermissionSetGroup', group, 'developername') ?? '');
    }
    return {permissionSets, groups};
  }

  parentRole(roleId: string): string | null {
    return this.#records.text('UserRole', roleId, 'parentroleid');
  }

  members(groupId: string): readonly string[] {
    return this.#records
      .find('GroupMember', 'groupid', groupId)
      .flatMap((id) => this.#records.text('GroupMember', id, 'userorgroupid') ?? []);
  }

  #isExpired(assignmentId: string): boolean {
    const expiry = this.#records.value('PermissionSetAssignment', assignmentId, 'expirationdate');
    return expiry instanceof ApexDatetime && expiry.epoch <= this.#clock.now();
  }
}
