/**
 * Permissions as sets: what one profile or permission set grants, and how grants add up. Nothing here knows users or rows.
 *
 * Rules as in the Salesforce Security Guide ("How Permissions Combine"): grants add up and never take away, save that the muting
 * permission set of a group takes away within that group.
 */
import type {PermissionSet} from '../project/model.ts';

export interface ObjectGrant {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  /** Read access to every field. */
  readonly viewAllFields: boolean;
}

export interface FieldGrant {
  readonly read: boolean;
  readonly edit: boolean;
}

/** Keys are lower-case API names; a field's is `object.field`. */
export interface Permissions {
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  readonly fields: ReadonlyMap<string, FieldGrant>;
  readonly custom: ReadonlySet<string>;
  /** User permissions by API name, lower-case: `viewalldata`, `apiuser`. */
  readonly user: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** Custom metadata types and custom settings that may be read directly. */
  readonly types: ReadonlySet<string>;
}

export const NO_PERMISSIONS: Permissions = {
  objects: new Map(),
  fields: new Map(),
  custom: new Set(),
  user: new Set(),
  classes: new Set(),
  types: new Set(),
};

/** What a permission set's file says. */
export function permissionsOf(source: PermissionSet): Permissions {
  return {
    objects: new Map(
      source.objectPermissions.map((o) => [
        o.object.toLowerCase(),
        {
          create: o.allowCreate,
          read: o.allowRead,
          edit: o.allowEdit,
          delete: o.allowDelete,
          viewAll: o.viewAllRecords,
          modifyAll: o.modifyAllRecords,
          viewAllFields: o.viewAllFields,
        },
      ]),
    ),
    fields: new Map(source.fieldPermissions.map((f) => [f.field.toLowerCase(), {read: f.readable || f.editable, edit: f.editable}])),
    custom: enabledNames(source.customPermissions),
    user: enabledNames(source.userPermissions),
    classes: enabledNames(source.classAccesses),
    types: enabledNames([...source.customMetadataTypeAccesses, ...source.customSettingAccesses]),
  };
}

function enabledNames(accesses: readonly {readonly name: string; readonly enabled: boolean}[]): Set<string> {
  return new Set(accesses.filter((access) => access.enabled).map((access) => access.name.toLowerCase()));
}

/** All that any of them grants. */
export function combine(parts: readonly Permissions[]): Permissions {
  const objects = new Map<string, ObjectGrant>();
  const fields = new Map<string, FieldGrant>();
  for (const part of parts) {
    for (const [key, grant] of part.objects) objects.set(key, eitherObject(objects.get(key), grant));
    for (const [key, grant] of part.fields) {
      const other = fields.get(key);
      fields.set(key, {read: grant.read || (other?.read ?? false), edit: grant.edit || (other?.edit ?? false)});
    }
  }
  return {
    objects,
    fields,
    custom: union(parts.map((part) => part.custom)),
    user: union(parts.map((part) => part.user)),
    classes: union(parts.map((part) => part.classes)),
    types: union(parts.map((part) => part.types)),
  };
}

/** What is left of a group's grants after its muting permission set. */
export function mute(granted: Permissions, muted: Permissions): Permissions {
  const objects = new Map<string, ObjectGrant>();
  for (const [key, grant] of granted.objects) objects.set(key, exceptObject(grant, muted.objects.get(key)));
  const fields = new Map<string, FieldGrant>();
  for (const [key, grant] of granted.fields) {
    const without = muted.fields.get(key);
    fields.set(key, {read: grant.read && !(without?.read ?? false), edit: grant.edit && !(without?.edit ?? false)});
  }
  return {
    objects,
    fields,
    custom: difference(granted.custom, muted.custom),
    user: difference(granted.user, muted.user),
    classes: difference(granted.classes, muted.classes),
    types: difference(granted.types, muted.types),
  };
}

function eitherObject(left: ObjectGrant | undefined, right: ObjectGrant): ObjectGrant {
  return left === undefined ? right : joined(left, right, (one, other) => one || other);
}

function exceptObject(grant: ObjectGrant, without: ObjectGrant | undefined): ObjectGrant {
  return without === undefined ? grant : joined(grant, without, (granted, muted) => granted && !muted);
}

function joined(left: ObjectGrant, right: ObjectGrant, join: (left: boolean, right: boolean) => boolean): ObjectGrant {
  return {
    create: join(left.create, right.create),
    read: join(left.read, right.read),
    edit: join(left.edit, right.edit),
    delete: join(left.delete, right.delete),
    viewAll: join(left.viewAll, right.viewAll),
    modifyAll: join(left.modifyAll, right.modifyAll),
    viewAllFields: join(left.viewAllFields, right.viewAllFields),
  };
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): Set<string> {
  return new Set([...left].filter((item) => !right.has(item)));
}
