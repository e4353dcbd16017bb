/**
 * Who may what in an org: reads users, assignments and roles from the org's rows and the permission sets from its metadata, and keeps
 * what it worked out until such rows change.
 */
import type {PermissionSet, Project} from '../project/model.ts';
import {combine, mute, NO_PERMISSIONS, permissionsOf, type Permissions} from './permissions.ts';
import {findProfile, PROFILES, type Profile} from './profiles.ts';
import {UserAccess, type UserDirectory} from './user-access.ts';

/** The rows of setup objects, as the org's tables hold them; values by lower-case field name. */
export interface SetupRows {
  /** Changes with every write to one of the objects below, so that what was worked out from them can be kept. */
  readonly version: number;
  user(id: string): {readonly profileId: string; readonly roleId: string | null; readonly isActive: boolean} | undefined;
  profileName(id: string): string | undefined;
  /** Developer names of the permission sets, and of the permission set groups, that a user has now (expired ones left out). */
  assignments(userId: string): {readonly permissionSets: readonly string[]; readonly groups: readonly string[]};
  parentRole(roleId: string): string | null;
  /** Ids of users, roles and groups that belong to a group or queue. */
  members(groupId: string): readonly string[];
}

export class Security {
  readonly #rows: SetupRows;
  readonly #sets: ReadonlyMap<string, Permissions>;
  readonly #groups: ReadonlyMap<string, Permissions>;
  #known = new Map<string, UserAccess>();
  #version = -1;

  constructor(project: Project, rows: SetupRows) {
    this.#rows = rows;
    this.#sets = byName(project.permissionSets);
    const muting = byName(project.mutingPermissionSets);
    this.#groups = new Map(
      project.permissionSetGroups.map((group) => {
        const granted = combine(group.permissionSets.map((name) => this.#sets.get(name.toLowerCase()) ?? NO_PERMISSIONS));
        const muted = combine(group.mutingPermissionSets.map((name) => muting.get(name.toLowerCase()) ?? NO_PERMISSIONS));
        return [group.name.toLowerCase(), mute(granted, muted)];
      }),
    );
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
    const {permissionSets, groups} = this.#rows.assignments(userId);
    const permissions = combine([
      ...permissionSets.map((name) => this.#sets.get(name.toLowerCase()) ?? NO_PERMISSIONS),
      ...groups.map((name) => this.#groups.get(name.toLowerCase()) ?? NO_PERMISSIONS),
    ]);
    return new UserAccess(userId, this.#profile(user.profileId), permissions, this.#directory());
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

function byName(sets: readonly PermissionSet[]): Map<string, Permissions> {
  return new Map(sets.map((set) => [set.name.toLowerCase(), permissionsOf(set)]));
}
