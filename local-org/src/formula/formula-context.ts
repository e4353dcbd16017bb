/** What a formula sees when it is evaluated. */
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';

/** A record as formulas read it: values in the runtime's representation, formula fields calculated. */
export interface RecordView {
  readonly object: SObjectDescriptor;
  read(field: FieldDescriptor): unknown;
  /** The record behind a lookup; null where the lookup is empty. */
  parent(lookup: FieldDescriptor): RecordView | null;
}

export interface FormulaContext {
  /** Null where the formula isn't over a record. */
  readonly record: RecordView | null;
  /** The record as it was stored before this save; null outside of updates. */
  readonly prior: RecordView | null;
  readonly isNew: boolean;
  readonly isClone: boolean;
  readonly globals: FormulaGlobals;
}

/** The merge fields that start with `$`, for the running user. */
export interface FormulaGlobals {
  /** Milliseconds since 1970. */
  now(): number;
  /** IANA name of the user's time zone. */
  userZone(): string;
  user(): RecordView | null;
  organization(): RecordView | null;
  /** `$Permission.Name`. */
  hasPermission(name: string): boolean;
  /** `$Setup.Switch__c`: the row of a hierarchy setting that counts for the user. */
  setting(object: SObjectDescriptor): RecordView | null;
  /** `$CustomMetadata.Type__mdt.Record.Field__c`. */
  customMetadata(object: SObjectDescriptor, developerName: string): RecordView | null;
  label(name: string): string | null;
}

/** A formula that can't give a value for this record: a division by zero, a text that is no date. A formula field is empty then. */
export class FormulaEvaluationError extends Error {}
