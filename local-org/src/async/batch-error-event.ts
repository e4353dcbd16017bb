/** `BatchApexErrorEvent`, for batch classes that implement `Database.RaisesPlatformEvents` (Apex Developer Guide, "Firing Platform Events from Batch Apex"). */
import {randomUUID} from 'node:crypto';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {SObject} from '../apex/runtime/sobject.ts';
import {apexFrames, formatFrames} from '../apex/runtime/stack.ts';
import type {Transaction} from '../transaction.ts';
import {TEST_WORK} from './async-work.ts';

export type BatchPhase = 'START' | 'EXECUTE' | 'FINISH';

export interface BatchError {
  readonly jobId: string;
  readonly phase: BatchPhase;
  readonly exception: ApexException;
  /** Ids of the records that were being executed, with commas; empty outside of execute. */
  readonly scope: string;
  readonly userId: string;
}

export function raiseBatchError(rt: Runtime, {jobId, phase, exception, scope, userId}: BatchError, test: Transaction | null): void {
  const {org} = rt;
  const object = org.records.object('BatchApexErrorEvent');
  const record = new SObject(object, new Array<unknown>(object.fields.length).fill(null), null);
  const uuid = randomUUID();
  const scopeField = object.fieldsByKey.get('jobscope');
  const longest = scopeField?.length ?? Infinity;
  const values: Readonly<Record<string, unknown>> = {
    asyncapexjobid: jobId,
    phase,
    exceptiontype: exception.type.name,
    message: exception.text,
    stacktrace: formatFrames(apexFrames(exception, rt.source)),
    jobscope: scope.slice(0, longest),
    doesexceedjobscopemaxlength: scope.length > longest,
    eventuuid: uuid,
    createdbyid: userId,
    createddate: new ApexDatetime(org.clock.now()),
  };
  for (const [key, value] of Object.entries(values)) {
    const field = object.fieldsByKey.get(key);
    if (field !== undefined) record.slots[field.index] = value;
  }
  const {events} = test === null ? org.asyncWork : test.get(TEST_WORK);
  events.add(record, uuid, org.undo);
}
