/** A small org's worth of schema, rows and query engine, without Apex around it. */
import {ApexDate} from '../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../src/apex/runtime/decimal.ts';
import type {RuntimeType} from '../../src/apex/runtime/runtime-type.ts';
import type {SObject} from '../../src/apex/runtime/sobject.ts';
import {createSchema, type SchemaSource} from '../../src/data/schema/schema.ts';
import type {Schema, SObjectDescriptor} from '../../src/data/descriptor.ts';
import type {QueryEnvironment} from '../../src/data/soql/query-environment.ts';
import type {QueryOptions} from '../../src/data/soql/query-engine.ts';
import {SoqlEngine} from '../../src/data/soql/soql-engine.ts';
import type {RecordRights} from '../../src/data/soql/user-record-access.ts';
import {Tables} from '../../src/data/tables/tables.ts';
import {IdGenerator} from '../../src/id-generator.ts';
import type {LimitName} from '../../src/limits.ts';
import type {CustomField, CustomObject} from '../../src/project/model.ts';
import type {RecordAccess} from '../../src/security/record-access.ts';

const nowhere = {path: 'test', line: 1};

export const everything: RecordAccess = {canAccessObject: () => true, canAccessField: () => true, rowFilter: () => null};

export function customField(name: string, more: Partial<CustomField>): CustomField {
  return {
    ...nowhere,
    name,
    type: 'Text',
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    description: null,
    inlineHelpText: null,
    length: 80,
    precision: null,
    scale: null,
    visibleLines: null,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    defaultValue: null,
    formula: null,
    formulaTreatBlanksAs: null,
    displayFormat: null,
    startingNumber: null,
    referenceTo: null,
    relationshipName: null,
    relationshipLabel: null,
    relationshipOrder: null,
    deleteConstraint: null,
    reparentableMasterDetail: false,
    writeRequiresMasterRead: false,
    lookupFilter: null,
    metadataRelationshipControllingField: null,
    valueSet: null,
    summary: null,
    displayLocationInDecimal: false,
    fieldManageability: null,
    trackHistory: false,
    trackFeedHistory: false,
    ...more,
  };
}

export function customObject(name: string, fields: readonly CustomField[], more: Partial<CustomObject> = {}): CustomObject {
  return {
    ...nowhere,
    name,
    kind: name.endsWith('__mdt')
      ? 'custom metadata type'
      : name.endsWith('__e')
        ? 'platform event'
        : name.endsWith('__c')
          ? 'custom object'
          : 'standard object',
    isDefined: true,
    label: name.replace(/__\w+$/, '').replaceAll('_', ' '),
    pluralLabel: null,
    description: null,
    nameField: null,
    customSettingsType: null,
    visibility: null,
    sharingModel: null,
    externalSharingModel: null,
    deploymentStatus: null,
    publishBehavior: null,
    eventType: null,
    enableHistory: false,
    enableActivities: false,
    enableFeeds: false,
    fields,
    validationRules: [],
    recordTypes: [],
    fieldSets: [],
    listViews: [],
    compactLayouts: [],
    indexes: [],
    ...more,
  };
}

export const decimal = (text: string): Decimal => Decimal.parse(text)!;
export const day = (text: string): ApexDate => ApexDate.parseIso(text)!;
export const instant = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));

const listType = {
  kind: 'list',
  name: 'List<SObject>',
  arguments: [],
  isInstance: () => true,
  isAssignableFrom: () => true,
} satisfies RuntimeType;

export interface FixtureOptions {
  readonly now?: string;
  readonly zone?: string;
  readonly userId?: string;
  /** Rows from which on tables use indexes wherever they can. */
  readonly largeFrom?: number;
  readonly access?: RecordAccess;
  /** What the user may do with a record; everything by default. */
  readonly rightsOf?: (recordId: string) => RecordRights;
}

const ALL_RIGHTS: RecordRights = {read: true, edit: true, delete: true, transfer: true, all: true};

export class Fixture {
  readonly schema: Schema;
  readonly tables: Tables;
  readonly ids = new IdGenerator();
  readonly engine: SoqlEngine;
  readonly environment: QueryEnvironment;
  readonly used = new Map<LimitName, number>();
  readonly locked: string[] = [];
  now: number;

  constructor(source: Partial<SchemaSource> = {}, options: FixtureOptions = {}) {
    this.schema = createSchema({objects: [], globalValueSets: [], standardValueSets: [], ...source});
    this.tables = new Tables(options.largeFrom === undefined ? {} : {largeFrom: options.largeFrom});
    this.now = Date.parse(options.now ?? '2026-11-22T10:00:00Z');
    this.environment = {
      schema: this.schema,
      tables: this.tables,
      access: () => options.access ?? everything,
      userId: () => options.userId ?? '0055g0000000001AAA',
      userZone: () => options.zone ?? 'GMT',
      now: () => this.now,
      countLimit: (name, amount) => this.used.set(name, (this.used.get(name) ?? 0) + amount),
      computed: () => null,
      lock: (_object, ids) => this.locked.push(...ids),
      rightsOf: (_userId, recordId) => options.rightsOf?.(recordId) ?? ALL_RIGHTS,
      listType: () => listType,
    };
    this.engine = new SoqlEngine(this.environment);
  }

  object(name: string): SObjectDescriptor {
    const object = this.schema.object(name);
    if (object === null) throw new Error(`The test's schema has no ${name}.`);
    return object;
  }

  /** Stores a row as it is; gives its Id. */
  insert(name: string, values: Readonly<Record<string, unknown>>): string {
    const object = this.object(name);
    const slots = new Array<unknown>(object.fields.length).fill(null);
    for (const [field, value] of Object.entries(values)) {
      const descriptor = object.fieldsByKey.get(field.toLowerCase());
      if (descriptor === undefined) throw new Error(`${name} has no field ${field}.`);
      slots[descriptor.index] = value;
    }
    slots[0] ??= this.ids.next(object.keyPrefix!);
    this.tables.insert(object, slots);
    return slots[0] as string;
  }

  query(text: string, binds: Readonly<Record<string, unknown>> = {}, options: Partial<QueryOptions> = {}): SObject[] {
    const {plan, bindNames} = this.engine.planText(text);
    const values = bindNames.map((name) => binds[name]);
    return this.engine.run(plan, values, {access: 'system', withSharing: false, origin: 'apex', ...options});
  }

  count(text: string, binds: Readonly<Record<string, unknown>> = {}): number {
    const {plan, bindNames} = this.engine.planText(text);
    return this.engine.count(
      plan,
      bindNames.map((name) => binds[name]),
      {access: 'system', withSharing: false, origin: 'apex'},
    );
  }

  /** Values of one field over the rows that a query finds. */
  values(text: string, field: string, binds: Readonly<Record<string, unknown>> = {}): unknown[] {
    return this.query(text, binds).map((record) => valueOf(record, field));
  }
}

export function valueOf(record: SObject, field: string): unknown {
  const descriptor = record.descriptor.fieldsByKey.get(field.toLowerCase());
  if (descriptor === undefined) throw new Error(`${record.descriptor.name} has no field ${field}.`);
  return record.slots[descriptor.index];
}

/** The message of the Apex exception that the work throws. */
export function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && 'type' in error) return `${String(error.type)}: ${error.message}`;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
