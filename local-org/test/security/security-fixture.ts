/** A small org's worth of users, permission sets and rows, without Apex around it. */
import {MovableClock} from '../../src/clock.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../../src/data/descriptor.ts';
import {Records} from '../../src/data/records.ts';
import {createSchema} from '../../src/data/schema/schema.ts';
import {Tables} from '../../src/data/tables/tables.ts';
import {IdGenerator} from '../../src/id-generator.ts';
import type {PermissionSet, PermissionSetGroup, Project} from '../../src/project/model.ts';
import type {RowReader} from '../../src/security/record-access.ts';
import {Security} from '../../src/security/security.ts';
import {createSetupData, type SetupData} from '../../src/security/setup-data.ts';
import {TableSetupRows} from '../../src/security/setup-rows.ts';
import type {UserAccess} from '../../src/security/user-access.ts';
import type {ProfileName} from '../../src/security/profiles.ts';

type Values = Readonly<Record<string, unknown>>;

export const emptyProject: Project = {
  root: '',
  sourceApiVersion: '66.0',
  namespace: null,
  packageDirectories: [],
  classes: [],
  triggers: [],
  objects: [],
  customMetadataRecords: [],
  permissionSets: [],
  mutingPermissionSets: [],
  profiles: [],
  permissionSetGroups: [],
  customPermissions: [],
  labels: [],
  globalValueSets: [],
  standardValueSets: [],
  staticResources: [],
  cachePartitions: [],
  flows: [],
  workflowRules: [],
  lightningBundles: [],
  others: [],
  diagnostics: [],
};

export function permissionSet(name: string, more: Partial<PermissionSet> = {}): PermissionSet {
  return {
    path: 'test',
    line: 1,
    name,
    label: name,
    description: null,
    license: null,
    hasActivationRequired: false,
    objectPermissions: [],
    fieldPermissions: [],
    customPermissions: [],
    userPermissions: [],
    classAccesses: [],
    pageAccesses: [],
    flowAccesses: [],
    customMetadataTypeAccesses: [],
    customSettingAccesses: [],
    recordTypeVisibilities: [],
    tabSettings: [],
    applicationVisibilities: [],
    ...more,
  };
}

export function objectPermission(
  object: string,
  ...rights: readonly ('create' | 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll' | 'viewAllFields')[]
): PermissionSet['objectPermissions'][number] {
  return {
    object,
    allowCreate: rights.includes('create'),
    allowRead: rights.includes('read'),
    allowEdit: rights.includes('edit'),
    allowDelete: rights.includes('delete'),
    viewAllRecords: rights.includes('viewAll'),
    modifyAllRecords: rights.includes('modifyAll'),
    viewAllFields: rights.includes('viewAllFields'),
    line: 1,
  };
}

export function group(name: string, permissionSets: readonly string[], mutingPermissionSets: readonly string[] = []): PermissionSetGroup {
  return {path: 'test', line: 1, name, label: name, description: null, permissionSets, mutingPermissionSets};
}

export const enabled = (name: string): {readonly name: string; readonly enabled: boolean; readonly line: number} => ({
  name,
  enabled: true,
  line: 1,
});

export class SecurityFixture {
  readonly clock = new MovableClock(Date.parse('2026-11-22T10:00:00Z'));
  readonly schema: Schema;
  readonly tables = new Tables();
  readonly ids = new IdGenerator();
  readonly records: Records;
  readonly setup: SetupData;
  readonly security: Security;
  #users = 0;

  constructor(project: Partial<Project> = {}) {
    const whole = {...emptyProject, ...project};
    this.schema = createSchema(whole);
    this.records = new Records(this.schema, this.tables);
    this.setup = createSetupData(whole, this.schema, this.tables, this.ids, this.clock);
    this.security = new Security(whole, new TableSetupRows(this.records, this.clock));
  }

  object(name: string): SObjectDescriptor {
    return this.records.object(name);
  }

  field(object: string, name: string): FieldDescriptor {
    const field = this.object(object).fieldsByKey.get(name.toLowerCase());
    if (field === undefined) throw new Error(`${object} has no field ${name}.`);
    return field;
  }

  /** Stores a row as it is; gives its Id. */
  put(name: string, values: Values): string {
    const object = this.object(name);
    const slots = new Array<unknown>(object.fields.length).fill(null);
    for (const [key, value] of Object.entries(values)) slots[this.field(name, key).index] = value;
    slots[0] ??= this.ids.next(object.keyPrefix ?? '000');
    this.tables.insert(object, slots);
    return slots[0] as string;
  }

  user(profile: ProfileName = 'Standard User', values: Values = {}): string {
    const [profileId] = this.records.find('Profile', 'name', profile);
    return this.put('User', {Username: `user${String(++this.#users)}@example.com`, ProfileId: profileId, IsActive: true, ...values});
  }

  /** A user of the least rights with permission sets and groups by name. */
  userWith(...names: readonly string[]): string {
    const id = this.user('Minimum Access - Salesforce');
    for (const name of names) this.assign(id, name);
    return id;
  }

  assign(userId: string, name: string, values: Values = {}): void {
    const [set] = this.records.find('PermissionSet', 'name', name);
    const [group_] = this.records.find('PermissionSetGroup', 'developername', name);
    this.put('PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: set ?? null,
      PermissionSetGroupId: group_ ?? null,
      ...values,
    });
  }

  access(userId: string): UserAccess {
    return this.security.of(userId);
  }

  /** Whether sharing lets a user do something with a stored row. */
  reaches(userId: string, name: string, id: string, action: 'read' | 'edit' | 'delete'): boolean {
    const object = this.object(name);
    const filter = this.access(userId).rowFilter(object, action);
    const read: RowReader = (field) => this.tables.get(object, id)?.slots[field.index];
    return filter === null || filter(read);
  }
}
