/** `System.abortJob` (Apex Reference Guide, "System Class"): by the Id of an AsyncApexJob, or of the CronTrigger of a scheduled job. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import {asyncWorkOf} from './async-work.ts';
import {deleteJobRow, seconds, updateJobRow} from './job-rows.ts';

const FINISHED: ReadonlySet<unknown> = new Set(['Aborted', 'Completed', 'Failed']);

/** A job that waits never runs; a batch that runs ends with the chunk that is being executed; a schedule fires no more. @param id 18 characters */
export function abortJob(rt: Runtime, id: string): void {
  const {org} = rt;
  const {jobs} = asyncWorkOf(rt);
  const waiting = jobs.waiting.find((job) => job.id === triggerOf(rt, id) || job.id === id);
  if (waiting !== undefined) jobs.abort(waiting, org.undo);
  const trigger = triggerOf(rt, id);
  if (trigger !== null) abortSchedule(rt, trigger);
  else if (org.records.value('AsyncApexJob', id, 'status') !== undefined) abortAsyncJob(rt, id);
  else throw new UnsupportedError(`U319 Aborting ${id}: it is no job that waits or runs.`);
}

/** Id of the CronTrigger that an Id means, or that the AsyncApexJob it means belongs to. */
function triggerOf({org}: Runtime, id: string): string | null {
  if (org.records.value('CronTrigger', id, 'state') !== undefined) return id;
  const trigger = org.records.text('AsyncApexJob', id, 'crontriggerid');
  return trigger !== null && org.records.value('CronTrigger', trigger, 'state') !== undefined ? trigger : null;
}

function abortSchedule(rt: Runtime, trigger: string): void {
  const {org} = rt;
  for (const job of org.records.find('AsyncApexJob', 'crontriggerid', trigger)) abortAsyncJob(rt, job);
  const detail = org.records.text('CronTrigger', trigger, 'cronjobdetailid');
  deleteJobRow(rt, 'CronTrigger', trigger);
  if (detail !== null) deleteJobRow(rt, 'CronJobDetail', detail);
}

function abortAsyncJob(rt: Runtime, id: string): void {
  const {org} = rt;
  if (FINISHED.has(org.records.value('AsyncApexJob', id, 'status'))) return;
  updateJobRow(rt, 'AsyncApexJob', id, {Status: 'Aborted', CompletedDate: seconds(org.clock.now())});
}
