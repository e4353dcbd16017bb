/**
 * Saving up to 200 records: all of them or none, or the good ones beside the bad.
 *
 * Partial success follows the Apex Developer Guide, "Bulk DML Exception Handling": rows that fail are set aside and the rest is tried
 * again from the start, triggers included, up to three times; static variables keep what the earlier attempts left in them, while the
 * governor limits go back to where they were.
 */
import {SObject} from '../apex/runtime/sobject.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {TriggerFailure} from './trigger-failure.ts';
import {loadRows, type IndexedRecord} from './load-rows.ts';
import {orderOfExecution} from './order-of-execution.ts';
import type {DmlError} from './dml-engine.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from './save-request.ts';

/** Everything about a request but its rows. */
export type SaveSettings = Omit<SaveRequest, 'rows' | 'saveParents'>;

/** Undoes rows and counts of an attempt that is to be repeated. */
export interface Attempts {
  mark(): () => void;
}

export interface SavedRow {
  readonly index: number;
  readonly input: SObject;
  /** Null where the row was refused. */
  readonly id: string | null;
  readonly errors: readonly DmlError[];
  /** Of an event that was published. */
  readonly uuid: string | null;
}

const ATTEMPTS = 3;

/** Saves all rows or none: where a row has errors nothing is left of the chunk. */
export function saveAll(settings: SaveSettings, records: readonly IndexedRecord[], attempts: Attempts): SavedRow[] {
  const undo = attempts.mark();
  const rows = attempt(settings, records);
  if (rows.some((row) => row.errors.length > 0)) undo();
  return rows.map(outcome);
}

/** Saves the good rows. The results come in the order of the records. */
export function saveGood(settings: SaveSettings, records: readonly IndexedRecord[], attempts: Attempts): SavedRow[] {
  const refused: SaveRow[] = [];
  let remaining = records;
  for (let tries = 1; ; tries++) {
    const undo = attempts.mark();
    const rows = attempt(settings, remaining);
    const bad = rows.filter((row) => row.errors.length > 0);
    const isDone = bad.length === 0 || bad.length === rows.length || !hasSideEffects(settings);
    if (isDone && bad.length < rows.length) return inOrder([...refused, ...rows]);
    undo();
    if (tries === ATTEMPTS && bad.length < rows.length) return inOrder([...refused, ...rows.map(tooManyRetries)]);
    refused.push(...bad);
    if (bad.length === rows.length) return inOrder(refused);
    const again = new Set(rows.filter((row) => row.errors.length === 0).map((row) => row.index));
    remaining = remaining.filter((record) => again.has(record.index));
  }
}

function attempt(settings: SaveSettings, records: readonly IndexedRecord[]): SaveRow[] {
  const request: SaveRequest = {
    ...settings,
    rows: loadRows(settings, records),
    saveParents: (earlier) => saveParents(settings, earlier),
  };
  try {
    for (const step of orderOfExecution(settings.object, settings.operation)) step(request);
  } catch (error) {
    if (!(error instanceof TriggerFailure)) throw error;
    for (const row of goodRows(request)) refuse(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', error.message);
  }
  return [...request.rows];
}

/** What they refuse refuses the rows that they follow from, and is undone with those. */
function saveParents({environment}: SaveSettings, earlier: ReadonlyMap<string, SObject>): readonly SavedRow[] {
  const [first] = earlier.values();
  if (first === undefined) return [];
  const settings = {
    environment,
    operation: 'update',
    object: first.descriptor,
    access: 'system',
    enforcesSharing: false,
    origin: 'platform',
    earlier,
  } as const;
  const records = [...earlier.keys()].map((id, index) => ({index, input: recordOf(first.descriptor, id)}));
  return attempt(settings, records).map(outcome);
}

function recordOf(object: SObjectDescriptor, id: string): SObject {
  const record = new SObject(object);
  record.id = id;
  return record;
}

/** Without automation a second attempt would give what the first one gave. */
function hasSideEffects({environment, object, operation}: SaveSettings): boolean {
  const {triggers} = environment;
  if (object.kind === 'platform event') return false;
  return (operation !== 'undelete' && triggers.has(object, `before ${operation}`)) || triggers.has(object, `after ${operation}`);
}

function tooManyRetries(row: SaveRow): SaveRow {
  if (row.errors.length === 0) {
    refuse(row, 'TOO_MANY_APEX_REQUESTS', 'Too many batch retries in the presence of Apex triggers and partial failures.');
  }
  return row;
}

function inOrder(rows: readonly SaveRow[]): SavedRow[] {
  return rows.map(outcome).sort((left, right) => left.index - right.index);
}

function outcome({index, input, record, errors, published}: SaveRow): SavedRow {
  return {index, input, id: errors.length === 0 ? (published?.id ?? record.id) : null, errors, uuid: published?.uuid ?? null};
}
