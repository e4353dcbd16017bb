/** The door through which Apex, APIs and flows write records. What happens behind it is listed in `order-of-execution.ts`. */
import type {FieldDescriptor} from '../data/descriptor.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import type {ConversionResult, LeadConversion} from './lead-conversion.ts';

export interface DmlRequest {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  readonly records: readonly SObject[];
  /** False: good rows are saved beside bad ones, and nothing is thrown for a bad row. */
  readonly allOrNone: boolean;
  readonly access: 'user' | 'system';
  /** Whether the class that asks is `with sharing`; user mode and API writes always enforce sharing. False where left out. */
  readonly withSharing?: boolean;
  /** Whether texts that are too long are cut rather than refused. False where left out. */
  readonly allowsTruncation?: boolean;
  /** For upserts: the field by which rows are found; null is Id. */
  readonly externalId: FieldDescriptor | null;
  /** `EventBus.publish`: one call counts once, against the limit of its events' publish behaviour, however many rows it has. */
  readonly isPublish?: boolean;
  /** API and UI writes; Apex DML counts against the governor limits, these don't. */
  readonly origin: 'apex' | 'api';
}

export interface DmlError {
  /** A StatusCode of the platform: `REQUIRED_FIELD_MISSING`, `FIELD_CUSTOM_VALIDATION_EXCEPTION` … */
  readonly statusCode: string;
  readonly message: string;
  /** API names. */
  readonly fields: readonly string[];
}

export interface DmlResult {
  /** Position in the request. */
  readonly index: number;
  readonly id: string | null;
  readonly isSuccess: boolean;
  /** Of an upsert: whether the row is new. */
  readonly isCreated: boolean;
  readonly errors: readonly DmlError[];
  /** Of an event that was published: that it was, with its UUID for a message. The platform lists it among the errors. */
  readonly enqueued?: DmlError | null;
}

export interface MergeRequest {
  /** Its fields are written to the stored master. */
  readonly master: SObject;
  readonly duplicateIds: readonly string[];
  readonly allOrNone: boolean;
  readonly access: 'user' | 'system';
  readonly withSharing?: boolean;
}

export interface MergeOutcome {
  /** Of the records that were merged, in their order; the first one's errors are also those of the master. */
  readonly results: readonly DmlResult[];
  /** Ids of rows that belong to the master now. */
  readonly reparentedIds: readonly string[];
}

export interface DmlEngine {
  /**
   * Writes, with triggers and everything else. One result a record, in their order. With `allOrNone` a bad row undoes the whole
   * request, and `System.DmlException` is thrown (an API gets the results instead, `ALL_OR_NONE_OPERATION_ROLLED_BACK` for the good rows);
   * limits throw `System.LimitException`. Ids are set on inserted records.
   */
  execute(request: DmlRequest): readonly DmlResult[];
  /** `merge` and `Database.merge`: with `allOrNone` a refused row undoes all and throws `System.DmlException`. */
  merge(request: MergeRequest): MergeOutcome;
  /** `Database.emptyRecycleBin`: rows that are in the recycle bin are gone for good. One result an Id. */
  emptyRecycleBin(ids: readonly string[]): readonly DmlResult[];
  /** `Database.convertLead`: one result a lead; with `allOrNone` a refused one undoes all and throws `System.DmlException`. */
  convertLeads(conversions: readonly LeadConversion[], allOrNone: boolean): readonly ConversionResult[];
}
