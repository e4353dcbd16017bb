/** What saving needs of the rest of the org: a narrow view, so that the steps can be read and tested without an org around them. */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../data/descriptor.ts';
import type {RecordAccess} from '../security/record-access.ts';
import type {TriggerEvent} from '../apex/syntax/ast.ts';

export interface SaveEnvironment {
  readonly schema: Schema;
  readonly rows: RowStore;
  /** The rights of the user who is running. */
  readonly access: RecordAccess;
  readonly userId: string;
  /** Milliseconds since 1970, the same for a whole transaction's save. */
  readonly now: number;
  readonly triggers: TriggerRunner;
  isLocked(id: string): boolean;
  /** Whether the user may change records that are locked. */
  mayEditLocked(object: SObjectDescriptor): boolean;
  /** Names of the active flows that the save of a record starts. */
  flowsOf(object: SObjectDescriptor, timing: 'before' | 'after', operation: 'insert' | 'update' | 'delete'): readonly string[];
  readonly rules: ValidationRules;
  readonly formulas: ComputedFields;
  /** Puts a message on the event bus. @returns false where the org may publish no more for now */
  publish(event: SObject, uuid: string): boolean;
  newUuid(): string;
  newId(object: SObjectDescriptor): string;
  nextAutoNumber(object: SObjectDescriptor, field: FieldDescriptor): string;
  /** The value of a field's default formula or default picklist value; undefined where it has none. */
  defaultValue(field: FieldDescriptor, record: SObject): unknown;
}

/** Stored rows as slot arrays; writes go into the undo log of the transaction. */
export interface RowStore {
  /** Undefined: no such row. */
  get(object: SObjectDescriptor, id: string): StoredRow | undefined;
  insert(object: SObjectDescriptor, slots: unknown[]): void;
  update(object: SObjectDescriptor, id: string, slots: unknown[]): void;
  setDeleted(object: SObjectDescriptor, id: string, isDeleted: boolean): void;
  /** Takes a row away for good, as where its object has no recycle bin. */
  remove(object: SObjectDescriptor, id: string): void;
  /** Ids of rows (not deleted ones) that hold a value in a unique or external id field, as the field compares text. */
  findByKey(object: SObjectDescriptor, field: FieldDescriptor, value: unknown): readonly string[];
  /** Ids of rows (not deleted ones) whose lookup points to a row. */
  findByReference(object: SObjectDescriptor, field: FieldDescriptor, id: string): readonly string[];
}

export interface StoredRow {
  readonly slots: readonly unknown[];
  readonly isDeleted: boolean;
}

export interface TriggerRunner {
  has(object: SObjectDescriptor, event: TriggerEvent): boolean;
  /**
   * Runs the triggers of an event in the order of their names (the platform promises none). `addError` is found on the records
   * afterwards; what a trigger throws comes out as it is, with the trigger's name.
   */
  run(object: SObjectDescriptor, event: TriggerEvent, rows: readonly TriggerRow[]): void;
  /** The innermost before trigger that is running over a stored record; null where there is none. */
  runningBefore(id: string): RunningTrigger | null;
}

export interface RunningTrigger {
  /** Name of the trigger. */
  readonly trigger: string;
  readonly event: TriggerEvent;
}

export interface TriggerRow {
  readonly before: SObject | null;
  readonly record: SObject;
}

export interface ValidationRules {
  /** Errors of the active rules of an object over a record, in the order of their names. */
  check(
    object: SObjectDescriptor,
    record: SObject,
    before: SObject | null,
  ): readonly {readonly message: string; readonly field: string | null}[];
}

export interface ComputedFields {
  /** Puts the values of formula and roll-up fields into a record that has its other values. */
  fillComputed(record: SObject): void;
}
