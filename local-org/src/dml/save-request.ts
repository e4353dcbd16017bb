/** One chunk of records on its way through the order of execution. */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {DmlError} from './dml-engine.ts';
import type {SaveEnvironment} from './save-environment.ts';

export type SaveOperation = 'insert' | 'update' | 'delete' | 'undelete';

export interface SaveRow {
  /** Position in the request, counted over all chunks. */
  readonly index: number;
  /** The record as the caller handed it over; gets its Id when it was inserted. */
  readonly input: SObject;
  /** The record as stored before; null for inserts. Read-only, as `Trigger.old` is. */
  readonly before: SObject | null;
  /** The whole record as it is to be saved: stored values, overwritten by the given ones. What before triggers change. */
  readonly record: SObject;
  readonly errors: DmlError[];
  /** Of an event that was published: the Id of the operation, which the message doesn't carry, and the UUID of the message. */
  published?: {readonly id: string; readonly uuid: string};
}

export interface SaveRequest {
  readonly environment: SaveEnvironment;
  readonly operation: SaveOperation;
  readonly object: SObjectDescriptor;
  /** `user`: object permissions and field-level security are asked. */
  readonly access: 'user' | 'system';
  /** Whether sharing is asked: user mode, API writes, and classes `with sharing`. */
  readonly enforcesSharing: boolean;
  /** Whether texts that are too long are cut rather than refused. */
  readonly allowsTruncation?: boolean;
  /** `platform`: what the org does itself (conversion), which may write read-only fields. */
  readonly origin: 'apex' | 'api' | 'platform';
  /** Set where rows are deleted because they are merged into another. */
  readonly mergedInto?: Merger;
  readonly rows: readonly SaveRow[];
  /** Masters as they were, formulas and sums included, before the details were saved that have changed their sums. */
  readonly earlier?: ReadonlyMap<string, SObject>;
  /** Saves masters of one object, as the platform itself, through an order of execution of their own. */
  readonly saveParents: (
    earlier: ReadonlyMap<string, SObject>,
  ) => readonly {readonly input: SObject; readonly errors: readonly DmlError[]}[];
}

export interface Merger {
  readonly masterId: string;
  /** Ids of rows that belonged to the deleted ones and belong to the master now; filled while they are deleted. */
  readonly reparented: string[];
}

/** Rows that no step has refused yet; later steps see only these. */
export function goodRows(request: SaveRequest): readonly SaveRow[] {
  return request.rows.filter((row) => row.errors.length === 0);
}

export function refuse(row: SaveRow, statusCode: string, message: string, fields: readonly string[] = []): void {
  row.errors.push({statusCode, message, fields});
}
