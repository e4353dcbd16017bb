/**
 * Merging records (Apex Developer Guide, "Merging Records" and "Triggers and Merge Statements"): the others are deleted through their delete
 * triggers, what hangs on them goes over to the master, and then the master is updated through its update triggers.
 */
import {SObject} from '../apex/runtime/sobject.ts';
import type {DmlError, DmlResult, MergeOutcome} from './dml-engine.ts';
import {saveAll, type Attempts, type SavedRow, type SaveSettings} from './save-chunk.ts';

/** At most two records are merged into a master at a time. */
const MAXIMUM = 2;

export function mergeRecords(
  settings: Omit<SaveSettings, 'operation'>,
  master: SObject,
  ids: readonly string[],
  attempts: Attempts,
): MergeOutcome {
  const undo = attempts.mark();
  const mergedInto = {masterId: master.id ?? '', reparented: []};
  const problem = problemOf(master, ids);
  const deleted = problem === null ? saveAll({...settings, operation: 'delete', mergedInto}, ids.map(recordOf(master)), attempts) : [];
  const isDeleted = deleted.every((row) => row.errors.length === 0);
  const updated = problem === null && isDeleted ? saveAll({...settings, operation: 'update'}, [{index: 0, input: master}], attempts) : [];
  const errors = problem === null ? updated.flatMap((row) => row.errors) : [problem];
  if (errors.length > 0 || !isDeleted) undo();
  const results = ids.map((id, index) => resultOf(id, index, deleted[index], index === 0 ? errors : [], errors.length === 0 && isDeleted));
  return {results, reparentedIds: mergedInto.reparented};
}

function problemOf(master: SObject, ids: readonly string[]): DmlError | null {
  if (master.id === null) return {statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in a merge call', fields: []};
  if (ids.includes(master.id))
    return {statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'a record cannot be merged into itself', fields: []};
  if (ids.length <= MAXIMUM) return null;
  return {statusCode: 'LIMIT_EXCEEDED', message: 'at most two records can be merged into a master record', fields: []};
}

function recordOf({descriptor}: SObject): (id: string, index: number) => {readonly index: number; readonly input: SObject} {
  return (id, index) => {
    const input = new SObject(descriptor);
    input.id = id;
    return {index, input};
  };
}

function resultOf(id: string, index: number, deleted: SavedRow | undefined, more: readonly DmlError[], isMerged: boolean): DmlResult {
  const errors = [...(deleted?.errors ?? []), ...more];
  return {index, id: isMerged ? id : null, isSuccess: isMerged, isCreated: false, errors};
}
