/** `Database.executeBatch`: who may submit a batch, and how it is put into the queue. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import {asyncWorkOf} from './async-work.ts';
import {BatchJob} from './batch-job.ts';
import {originOf} from './job-queue.ts';
import {apexClassId, insertJobRow} from './job-rows.ts';
import {runningJob} from './running-job.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

/** "Salesforce chunks the records returned by the start method into batches of 200 records" where no size is given. */
export const DEFAULT_SCOPE_SIZE = 200;

/** "Up to 100 Holding batch jobs can be held in the Apex flex queue." */
const FLEX_QUEUE_SIZE = 100;

/** @returns the Id of the AsyncApexJob */
export function executeBatch(rt: Runtime, batchable: object, scopeSize: number): string {
  forbidInBatchOrFuture(rt, 'Database.executeBatch');
  if (scopeSize <= 0) throw new UnsupportedError(`U319 A batch scope of ${String(scopeSize)}: it is greater than zero.`);
  const {org, tx} = rt;
  const {jobs} = asyncWorkOf(rt);
  if (jobs.waiting.filter((job) => job instanceof BatchJob).length >= FLEX_QUEUE_SIZE) {
    throw rt.exception('System.AsyncException', `You've exceeded the limit of 100 jobs in the flex queue for org ${org.organizationId}.`);
  }
  const classId = apexClassId(rt, rt.typeOf(batchable).name);
  const fixed = {JobType: 'BatchApex', ApexClassId: classId, JobItemsProcessed: 0, TotalJobItems: 0, NumberOfErrors: 0};
  const id = insertJobRow(rt, 'AsyncApexJob', tx.userId, {...fixed, Status: 'Holding'});
  const parts = {id, classId, dueAt: org.clock.now(), origin: originOf(rt), userId: tx.userId, scopeSize};
  jobs.add(new BatchJob(serializedCopy(rt, batchable), parts), org.undo);
  return id;
}

/** @param method as the platform names it in its message */
export function forbidInBatchOrFuture(rt: Runtime, method: string): void {
  const job = runningJob(rt);
  if (job?.kind !== 'future' && !(job?.kind === 'batch' && job.phase !== 'FINISH')) return;
  throw rt.exception('System.AsyncException', `${method} cannot be called from a batch start, batch execute, or future method.`);
}
