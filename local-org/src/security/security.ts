/**
 * Who may what in an org: reads users, assignments, roles and permissions from the org's rows, and the permissions that have no rows from its
 * metadata; keeps what it worked out until such rows change.
 */
import type {PermissionSet, Project} from '../project/model.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {combine, mute, NO_PERMISSIONS, permissionsOf, type Permissions} from './permissions.ts';
import {findProfile, NO_PROFILE, profileOfFile, PROFILES, type Profile} from './profiles.ts';
import type {RowReader} from './record-access.ts';
import {UserAccess, type UserDirectory} from './user-access.ts';

/** The rows of setup objects, as the org's tables hold them. */
export interface SetupRows {
  /** Changes with every write to one of the objects below, so that what was worked out from them can be kept. */
  readonly version: number;
  user(id: string): {readonly profileId: string | null; readonly roleId: string | null; readonly isActive: boolean} | undefined;
  profileName(id: string): string | undefined;
  /** Ids of the permission sets, and of the permission set groups, that a user has now (expired assignments left out). */
  assignments(userId: string): {readonly permissionSets: readonly string[]; readonly groups: readonly string[]};
  /** Name of a permission set, and what its rows grant. */
  permissionSet(id: string): {readonly name: string; readonly rights: Permissions};
  /** Developer name of a group, and the Ids of its permission sets. */
  group(id: string): {readonly name: string; readonly permissionSets: readonly string[]};
  parentRole(roleId: string): string | null;
  /** Ids of users, roles and groups that belong to a group or queue. */
  members(groupId: string): readonly string[];
  /** Any record of the org, deleted ones left out. */
  record(id: string): {readonly object: SObjectDescriptor; readonly read: RowReader} | null;
}

export class Security {
  readonly #rows: SetupRows;
  readonly #sets: ReadonlyMap<string, Permissions>;
  readonly #muted: ReadonlyMap<string, Permissions>;
  readonly #profiles: ReadonlyMap<string, Permissions>;
  #known = new Map<string, UserAccess>();
  #version = -1;

  constructor(project: Pick<Project, 'permissionSets' | 'mutingPermissionSets' | 'permissionSetGroups' | 'profiles'>, rows: SetupRows) {
    this.#rows = rows;
    this.#sets = new Map(project.permissionSets.map((set) => [set.name.toLowerCase(), withoutRows(permissionsOf(set))]));
    this.#muted = mutedByGroup(project);
    this.#profiles = new Map(project.profiles.flatMap((profile) => ownRights(profile)));
  }

  /** @throws Error for a user that the org doesn't have */
  of(userId: string): UserAccess {
    if (this.#version !== this.#rows.version) {
      this.#known = new Map();
      this.#version = this.#rows.version;
    }
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const access = this.#build(userId);
    this.#known.set(userId, access);
    return access;
  }

  #build(userId: string): UserAccess {
    const user = this.#rows.user(userId);
    if (user === undefined) throw new Error(`There is no user ${userId} in this org.`);
    const profile = user.profileId === null ? null : this.#profile(user.profileId);
    const {permissionSets, groups} = this.#rows.assignments(userId);
    const permissions = combine([
      (profile && this.#profiles.get(profile.name)) ?? NO_PERMISSIONS,
      ...permissionSets.map((id) => this.#permissionSet(id)),
      ...groups.map((id) => this.#group(id)),
    ]);
    return new UserAccess(userId, profile ?? NO_PROFILE, permissions, this.#directory());
  }

  #permissionSet(id: string): Permissions {
    const {name, rights} = this.#rows.permissionSet(id);
    return combine([rights, this.#sets.get(name.toLowerCase()) ?? NO_PERMISSIONS]);
  }

  #group(id: string): Permissions {
    const {name, permissionSets} = this.#rows.group(id);
    const granted = combine(permissionSets.map((set) => this.#permissionSet(set)));
    return mute(granted, this.#muted.get(name.toLowerCase()) ?? NO_PERMISSIONS);
  }

  #profile(profileId: string): Profile {
    const name = this.#rows.profileName(profileId);
    const profile = name === undefined ? null : findProfile(name);
    if (profile !== null) return profile;
    throw new Error(`Profile ${profileId} is none of ${PROFILES.map((each) => each.name).join(', ')}.`);
  }

  #directory(): UserDirectory {
    return {
      isAbove: (userId, otherId) => this.#isAbove(userId, otherId),
      isMemberOf: (userId, groupId) => this.#isMemberOf(userId, groupId, new Set()),
      record: (id) => this.#rows.record(id),
    };
  }

  #isAbove(userId: string, otherId: string): boolean {
    const role = this.#rows.user(userId)?.roleId ?? null;
    if (role === null) return false;
    let lower = this.#rows.user(otherId)?.roleId ?? null;
    while (lower !== null) {
      lower = this.#rows.parentRole(lower);
      if (lower === role) return true;
    }
    return false;
  }

  #isMemberOf(userId: string, groupId: string, seen: Set<string>): boolean {
    if (seen.has(groupId)) return false;
    seen.add(groupId);
    const role = this.#rows.user(userId)?.roleId ?? null;
    return this.#rows.members(groupId).some((id) => id === userId || id === role || this.#isMemberOf(userId, id, seen));
  }
}

/** Permissions on objects, fields and custom permissions are rows of the org, which a program may change; the others are metadata alone. */
function withoutRows({user, classes, types}: Permissions): Permissions {
  return {...NO_PERMISSIONS, user, classes, types};
}

function mutedByGroup({
  permissionSetGroups,
  mutingPermissionSets,
}: Pick<Project, 'mutingPermissionSets' | 'permissionSetGroups'>): Map<string, Permissions> {
  const muting = new Map(mutingPermissionSets.map((set) => [set.name.toLowerCase(), permissionsOf(set)]));
  return new Map(
    permissionSetGroups.map((group) => [
      group.name.toLowerCase(),
      combine(group.mutingPermissionSets.map((name) => muting.get(name.toLowerCase()) ?? NO_PERMISSIONS)),
    ]),
  );
}

function ownRights(source: PermissionSet): [string, Permissions][] {
  const profile = profileOfFile(source.name);
  return profile === null ? [] : [[profile.name, permissionsOf(source)]];
}
