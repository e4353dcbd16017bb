/** Saving records into real tables over a small schema, with triggers, rules and rights that a test gives. */
import {SObject} from '../../src/apex/runtime/sobject.ts';
import type {TriggerEvent} from '../../src/apex/syntax/ast.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../../src/data/descriptor.ts';
import {createSchema, type SchemaSource} from '../../src/data/schema/schema.ts';
import {Tables} from '../../src/data/tables/tables.ts';
import {AutoNumbers, autoNumberText} from '../../src/dml/auto-number.ts';
import {platformDefault} from '../../src/dml/platform-defaults.ts';
import type {ComputedFields, SaveEnvironment, TriggerRow, TriggerRunner, ValidationRules} from '../../src/dml/save-environment.ts';
import {saveAll, saveGood, type SavedRow} from '../../src/dml/save-chunk.ts';
import type {SaveRequest} from '../../src/dml/save-request.ts';
import {IdGenerator} from '../../src/id-generator.ts';
import type {RecordAccess} from '../../src/security/record-access.ts';
import {everything} from '../data/fixture.ts';

export const USER = '0055g0000000001AAA';
const ORGANIZATION = '00D5g0000000001EAA';

export type Values = Readonly<Record<string, unknown>>;
type Trigger = (rows: readonly TriggerRow[]) => void;

/** Triggers that a test writes in TypeScript, and which of them ran over how many rows. */
export class Triggers implements TriggerRunner {
  readonly log: string[] = [];
  readonly #handlers = new Map<string, Trigger>();
  readonly #running: {event: TriggerEvent; ids: readonly (string | null)[]}[] = [];

  on(object: string, event: TriggerEvent, trigger: Trigger): void {
    this.#handlers.set(`${object} ${event}`, trigger);
  }

  has(object: SObjectDescriptor, event: TriggerEvent): boolean {
    return this.#handlers.has(`${object.name} ${event}`);
  }

  run(object: SObjectDescriptor, event: TriggerEvent, rows: readonly TriggerRow[]): void {
    this.log.push(`${event} ${String(rows.length)}`);
    this.#running.push({event, ids: rows.map((row) => row.record.id)});
    this.#handlers.get(`${object.name} ${event}`)?.(rows);
    this.#running.pop();
  }

  runningBefore(id: string): {trigger: string; event: TriggerEvent} | null {
    const running = this.#running.findLast(({event, ids}) => event.startsWith('before') && ids.includes(id));
    return running === undefined ? null : {trigger: 'TestTrigger', event: running.event};
  }
}

export interface SaveOptions {
  readonly access?: RecordAccess;
  readonly rules?: ValidationRules;
  readonly formulas?: ComputedFields;
  readonly defaults?: (field: FieldDescriptor, record: SObject) => unknown;
}

export type Save = Partial<Pick<SaveRequest, 'access' | 'enforcesSharing' | 'origin'>> & {readonly partial?: boolean};

export class SaveFixture {
  readonly schema: Schema;
  readonly tables = new Tables();
  readonly ids = new IdGenerator();
  readonly autoNumbers = new AutoNumbers();
  readonly triggers = new Triggers();
  readonly environment: SaveEnvironment;
  /** Stands for the governor limits: an attempt that is repeated takes back what it counted. */
  counted = 0;

  constructor(source: Partial<SchemaSource>, options: SaveOptions = {}) {
    this.schema = createSchema({objects: [], globalValueSets: [], standardValueSets: [], ...source});
    this.environment = {
      schema: this.schema,
      rows: this.tables,
      access: options.access ?? everything,
      userId: USER,
      now: Date.parse('2026-11-22T10:00:00.500Z'),
      triggers: this.triggers,
      isLocked: () => false,
      mayEditLocked: () => true,
      flowsOf: () => [],
      rules: options.rules ?? {check: () => []},
      formulas: options.formulas ?? {fillComputed: () => undefined},
      publish: (): boolean => {
        throw new Error('These tests publish nothing.');
      },
      newUuid: () => '00000000-0000-0000-0000-000000000000',
      newId: (object) => this.ids.next(object.keyPrefix ?? '000'),
      nextAutoNumber: (object, field) => autoNumberText(field, this.autoNumbers.next(object, field), Date.parse('2026-11-22T10:00:00Z')),
      defaultValue: (field, record) =>
        options.defaults?.(field, record) ?? platformDefault(field, record, {userId: USER, organizationId: ORGANIZATION}),
    };
    this.ids.reserve(USER);
    this.put('User', {Id: USER, Username: 'user@example.com', IsActive: true});
    this.tables.commit();
  }

  object(name: string): SObjectDescriptor {
    const object = this.schema.object(name);
    if (object === null) throw new Error(`The test's schema has no ${name}.`);
    return object;
  }

  record(name: string, values: Values): SObject {
    const object = this.object(name);
    const record = new SObject(object);
    for (const [key, value] of Object.entries(values)) {
      const {index} = fieldOf(object, key);
      record.slots[index] = value;
      record.markPopulated(index);
    }
    return record;
  }

  /** Stores a row as it is, past all checks; gives its Id. */
  put(name: string, values: Values): string {
    const object = this.object(name);
    const slots = new Array<unknown>(object.fields.length).fill(null);
    for (const [key, value] of Object.entries(values)) slots[fieldOf(object, key).index] = value;
    slots[0] ??= this.ids.next(object.keyPrefix ?? '000');
    this.tables.insert(object, slots);
    return slots[0] as string;
  }

  insert(name: string, rows: readonly Values[], save: Save = {}): SavedRow[] {
    return this.save(
      'insert',
      rows.map((values) => this.record(name, values)),
      save,
    );
  }

  /** Inserts one record that is expected to be saved; gives its Id. */
  stored(name: string, values: Values): string {
    const [saved] = this.insert(name, [values]);
    if (saved?.id == null) throw new Error(`The test's ${name} was refused: ${JSON.stringify(saved?.errors)}`);
    return saved.id;
  }

  update(name: string, rows: readonly Values[], save: Save = {}): SavedRow[] {
    return this.save(
      'update',
      rows.map((values) => this.record(name, values)),
      save,
    );
  }

  save(operation: SaveRequest['operation'], records: readonly SObject[], {partial = false, ...save}: Save = {}): SavedRow[] {
    const [first] = records;
    if (first === undefined) return [];
    const settings = {
      environment: this.environment,
      operation,
      object: first.descriptor,
      access: 'system',
      enforcesSharing: false,
      origin: 'apex',
    } as const;
    const indexed = records.map((input, index) => ({index, input}));
    const attempts = {
      mark: () => {
        const mark = this.tables.mark();
        const {counted} = this;
        return () => {
          this.tables.rollbackTo(mark);
          this.counted = counted;
        };
      },
    };
    return (partial ? saveGood : saveAll)({...settings, ...save}, indexed, attempts);
  }

  /** A stored value; undefined for a row that isn't there. */
  value(name: string, id: string, field: string): unknown {
    const object = this.object(name);
    return this.tables.get(object, id)?.slots[fieldOf(object, field).index];
  }

  isDeleted(name: string, id: string): boolean {
    return this.tables.get(this.object(name), id)?.isDeleted ?? false;
  }

  count(name: string): number {
    return [...this.tables.table(this.object(name)).scan()].filter(([, row]) => !row.isDeleted).length;
  }
}

export function fieldOf(object: SObjectDescriptor, name: string): FieldDescriptor {
  const field = object.fieldsByKey.get(name.toLowerCase());
  if (field === undefined) throw new Error(`${object.name} has no field ${name}.`);
  return field;
}

/** `REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]`, as exceptions show errors; one for each error. */
export function errorsOf(saved: SavedRow | undefined): string[] {
  return (saved?.errors ?? []).map(({statusCode, message, fields}) => `${statusCode}, ${message}: [${fields.join(', ')}]`);
}

/** Writes a field of a record as a trigger does. */
export function put(record: SObject, name: string, value: unknown): void {
  record.slots[fieldOf(record.descriptor, name).index] = value;
}

export function get(record: SObject, name: string): unknown {
  return record.slots[fieldOf(record.descriptor, name).index];
}
