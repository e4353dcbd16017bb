/**
 * The rows that every org has before anybody works in it: the organization, licences, profiles, the first administrator, and one row for
 * each permission set, group and custom permission of the source.
 */
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import type {Clock} from '../clock.ts';
import type {SObjectDescriptor, Schema} from '../data/descriptor.ts';
import type {Tables} from '../data/tables/tables.ts';
import type {IdGenerator} from '../id-generator.ts';
import type {PermissionSet, Project, StandardPicklistValue} from '../project/model.ts';
import type {ObjectGrant} from './permissions.ts';
import {hasObjectPermissions, PROFILES, type Profile} from './profiles.ts';

export interface SetupData {
  readonly organizationId: string;
  /** Id of the first administrator, user name `admin@local.test`. */
  readonly administratorId: string;
  /** Id of the user as whom the platform itself works, event triggers among it: `autoproc`. It has no profile and no permissions. */
  readonly automatedProcessId: string;
}

/** As many as nobody runs out of: their use isn't counted. */
const LICENSES = 10_000;

export const ADMINISTRATOR = 'admin@local.test';

export function createSetupData(project: Project, schema: Schema, tables: Tables, ids: IdGenerator, clock: Clock): SetupData {
  const writer = new SetupWriter(schema, tables, ids, clock);
  // What was there before the first administrator counts as made by them.
  const administratorId = writer.nextId('User');
  writer.stampWith(administratorId);
  const organizationId = writer.insert('Organization', {
    Name: 'Local Org',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT',
    LanguageLocaleKey: 'en_US',
    OrganizationType: 'Developer Edition',
    IsSandbox: false,
  });
  const licenseId = writer.insert('UserLicense', {
    Name: 'Salesforce',
    MasterLabel: 'Salesforce',
    LicenseDefinitionKey: 'SFDC',
    Status: 'Active',
    TotalLicenses: LICENSES,
    UsedLicenses: 1,
    UsedLicensesLastUpdated: new ApexDatetime(Math.floor(clock.now() / 1000) * 1000),
  });
  const [administrator] = PROFILES.map((profile) => addProfile(writer, profile, licenseId, schema));
  writer.insert('User', {
    Id: administratorId,
    Username: ADMINISTRATOR,
    FirstName: 'Local',
    LastName: 'Administrator',
    Name: 'Local Administrator',
    Email: ADMINISTRATOR,
    Alias: 'admin',
    CommunityNickname: 'admin',
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    UserType: 'Standard',
    ProfileId: administrator,
  });
  const automatedProcessId = writer.insert('User', {
    Username: `autoproc@${organizationId.toLowerCase()}`,
    FirstName: 'Automated',
    LastName: 'Process',
    Name: 'Automated Process',
    Email: 'noreply@local.test',
    Alias: 'autoproc',
    CommunityNickname: 'autoproc',
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    UserType: 'AutomatedProcess',
  });
  addPermissions(writer, project);
  addLeadStatuses(writer, project, schema);
  tables.commit();
  return {organizationId, administratorId, automatedProcessId};
}

/**
 * A profile with what it grants: its permissions are those of a permission set that it owns (Object Reference, "PermissionSet": "IsOwnedByProfile"; "ObjectPermissions"). Field
 * permissions are left out, since none are stored for standard fields here.
 */
function addProfile(writer: SetupWriter, profile: Profile, licenseId: string, schema: Schema): string {
  const permissions = Object.fromEntries(profile.userPermissions.map((name) => [`Permissions${name}`, true]));
  const profileId = writer.insert('Profile', {...permissions, Name: profile.name, UserLicenseId: licenseId, UserType: 'Standard'});
  const ownedSet = {Name: `X${profileId}`, Label: `X${profileId}`, IsOwnedByProfile: true, ProfileId: profileId, Type: 'Profile'};
  const setId = writer.insert('PermissionSet', {...permissions, ...ownedSet});
  for (const object of schema.objects.filter(hasObjectPermissions)) {
    const grant = profile.objectGrant(object);
    if (grant.read) writer.insert('ObjectPermissions', {ParentId: setId, SobjectType: object.name, ...permissionColumns(grant)});
  }
  return profileId;
}

function permissionColumns(grant: ObjectGrant): Readonly<Record<string, boolean>> {
  return {
    PermissionsCreate: grant.create,
    PermissionsRead: grant.read,
    PermissionsEdit: grant.edit,
    PermissionsDelete: grant.delete,
    PermissionsViewAllRecords: grant.viewAll,
    PermissionsModifyAllRecords: grant.modifyAll,
    PermissionsViewAllFields: grant.viewAllFields,
  };
}

function addPermissions(writer: SetupWriter, project: Project): void {
  const custom = new Map(
    project.customPermissions.map(({name, label, description}) => {
      const id = writer.insert('CustomPermission', {DeveloperName: name, MasterLabel: label, Description: description, Language: 'en_US'});
      return [name.toLowerCase(), id];
    }),
  );
  const classes = new Map(
    project.classes.map((source) => {
      const apiVersion = source.apiVersion ?? project.sourceApiVersion;
      const values = {
        Name: source.name,
        ApiVersion: apiVersion && Decimal.parse(apiVersion),
        Status: source.status,
        IsValid: true,
        Body: source.source,
        LengthWithoutComments: withoutComments(source.source).length,
      };
      return [source.name.toLowerCase(), writer.insert('ApexClass', values)];
    }),
  );
  const sets = new Map(project.permissionSets.map((set) => [set.name.toLowerCase(), addPermissionSet(writer, set, custom, classes)]));
  for (const {name, label, description, permissionSets} of project.permissionSetGroups) {
    const values = {DeveloperName: name, MasterLabel: label, Description: description, Status: 'Updated', Language: 'en_US'};
    const groupId = writer.insert('PermissionSetGroup', values);
    for (const set of permissionSets) {
      const setId = sets.get(set.toLowerCase());
      if (setId !== undefined) writer.insert('PermissionSetGroupComponent', {PermissionSetGroupId: groupId, PermissionSetId: setId});
    }
  }
}

type Ids = ReadonlyMap<string, string>;

function addPermissionSet(writer: SetupWriter, set: PermissionSet, custom: Ids, classes: Ids): string {
  const id = writer.insert('PermissionSet', {
    ...Object.fromEntries(set.userPermissions.map(({name, enabled}) => [`Permissions${name}`, enabled])),
    Name: set.name,
    Label: set.label,
    Description: set.description,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
    HasActivationRequired: set.hasActivationRequired,
  });
  for (const permission of set.objectPermissions) {
    writer.insert('ObjectPermissions', {
      ParentId: id,
      SobjectType: permission.object,
      PermissionsCreate: permission.allowCreate,
      PermissionsRead: permission.allowRead,
      PermissionsEdit: permission.allowEdit,
      PermissionsDelete: permission.allowDelete,
      PermissionsViewAllRecords: permission.viewAllRecords,
      PermissionsModifyAllRecords: permission.modifyAllRecords,
      PermissionsViewAllFields: permission.viewAllFields,
    });
  }
  for (const {field, readable, editable} of set.fieldPermissions) {
    const values = {SobjectType: field.split('.')[0], Field: field, PermissionsRead: readable || editable, PermissionsEdit: editable};
    writer.insert('FieldPermissions', {ParentId: id, ...values});
  }
  addEntities(writer, id, 'CustomPermission', set.customPermissions, custom);
  addEntities(writer, id, 'ApexClass', set.classAccesses, classes);
  return id;
}

function addEntities(writer: SetupWriter, setId: string, type: string, accesses: PermissionSet['customPermissions'], ids: Ids): void {
  for (const {name, enabled} of accesses) {
    const entity = ids.get(name.toLowerCase());
    if (enabled && entity !== undefined)
      writer.insert('SetupEntityAccess', {ParentId: setId, SetupEntityId: entity, SetupEntityType: type});
  }
}

/** LeadStatus has one row for each active value of Lead.Status; a new org's are used where the source has no such value set. */
function addLeadStatuses(writer: SetupWriter, project: Project, schema: Schema): void {
  const source = project.standardValueSets.find((set) => set.name === 'LeadStatus');
  const values = source?.values ?? defaultLeadStatuses(schema);
  for (const [index, value] of values.filter((each) => each.isActive).entries()) {
    writer.insert('LeadStatus', {
      MasterLabel: value.label,
      ApiName: value.fullName,
      SortOrder: index + 1,
      IsDefault: value.default,
      IsConverted: value.converted,
    });
  }
}

type LeadStatusValue = Pick<StandardPicklistValue, 'fullName' | 'label' | 'default' | 'isActive' | 'converted'>;

function defaultLeadStatuses(schema: Schema): LeadStatusValue[] {
  const values = schema.object('Lead')?.fieldsByKey.get('status')?.picklist?.values ?? [];
  return values.map(({value, label, isDefault, isActive}) => ({
    fullName: value,
    label,
    default: isDefault,
    isActive,
    converted: value === 'Closed - Converted',
  }));
}

/** Comments in texts are no comments. */
function withoutComments(source: string): string {
  return source.replaceAll(/'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (text) => (text.startsWith("'") ? text : ''));
}

class SetupWriter {
  readonly #schema: Schema;
  readonly #tables: Tables;
  readonly #ids: IdGenerator;
  readonly #now: ApexDatetime;
  #userId: string | null = null;

  constructor(schema: Schema, tables: Tables, ids: IdGenerator, clock: Clock) {
    this.#schema = schema;
    this.#tables = tables;
    this.#ids = ids;
    this.#now = new ApexDatetime(Math.floor(clock.now() / 1000) * 1000);
  }

  /** Rows that follow were created by this user. */
  stampWith(userId: string): void {
    this.#userId = userId;
  }

  nextId(objectName: string): string {
    return this.#ids.next(this.#object(objectName).keyPrefix ?? '');
  }

  /** Writes past the order of execution, as the platform's own setup does. Gives the Id, a new one where the values have none. */
  insert(objectName: string, values: Readonly<Record<string, unknown>>): string {
    const object = this.#object(objectName);
    const id = typeof values['Id'] === 'string' ? values['Id'] : this.nextId(objectName);
    this.#tables.insert(object, this.#slots(object, id, values));
    return id;
  }

  #object(name: string): SObjectDescriptor {
    const object = this.#schema.object(name);
    if (object?.keyPrefix == null) throw new Error(`The schema has no setup object ${name}.`);
    return object;
  }

  #slots(object: SObjectDescriptor, id: string, values: Readonly<Record<string, unknown>>): unknown[] {
    const slots: unknown[] = object.fields.map((field) => {
      const byDefault = field.picklist?.values.find((value) => value.isDefault)?.value;
      return byDefault ?? (field.type === 'Boolean' ? false : null);
    });
    const all = {
      CreatedDate: this.#now,
      LastModifiedDate: this.#now,
      SystemModstamp: this.#now,
      CreatedById: this.#userId,
      LastModifiedById: this.#userId,
      ...values,
      Id: id,
    };
    for (const [name, value] of Object.entries(all)) {
      const field = object.fieldsByKey.get(name.toLowerCase());
      if (field !== undefined) slots[field.index] = value ?? null;
    }
    return slots;
  }
}
