/** `System.schedule` and `System.scheduleBatch` (Apex Developer Guide, "Apex Scheduler", "Using the System.scheduleBatch Method"). */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import {asyncWorkOf} from './async-work.ts';
import {cronOfInstant, CronProblem, nextFireTime, parseCron} from './cron-expression.ts';
import {forbidInBatchOrFuture} from './execute-batch.ts';
import {originOf} from './job-queue.ts';
import {apexClassId, insertJobRow, seconds} from './job-rows.ts';
import {runningJob} from './running-job.ts';
import {ScheduledBatch, ScheduledJob, type ScheduleParts} from './scheduled-job.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

const MOST_JOBS = 100;
const MINUTE = 60_000;

/** @returns the Id of the CronTrigger */
export function schedule(rt: Runtime, name: string, expression: string, schedulable: object): string {
  if (inBatchExecute(rt)) {
    const message = 'System.scheduleBatch cannot be called from a batch start, batch execute, or future method.';
    throw rt.exception('System.AsyncException', message);
  }
  const cron = parseCron(expression);
  if (cron instanceof CronProblem) {
    if (cron.kind === 'integers') throw rt.exception('System.StringException', cron.message);
    throw new UnsupportedError(`U319 The cron expression ${expression}: ${cron.message}.`);
  }
  const parts = scheduleParts(rt, name, schedulable, expression, (zone) => nextFireTime(cron, rt.org.clock.now(), zone));
  asyncWorkOf(rt).jobs.add(new ScheduledJob(serializedCopy(rt, schedulable), cron, parts), rt.org.undo);
  return parts.id;
}

/** @returns the Id of the CronTrigger */
export function scheduleBatch(rt: Runtime, batchable: object, name: string, minutesFromNow: number, scopeSize: number): string {
  forbidInBatchOrFuture(rt, 'Database.scheduleBatch');
  if (minutesFromNow <= 0)
    throw new UnsupportedError(`U319 A batch scheduled in ${String(minutesFromNow)} minutes: it is greater than zero.`);
  const at = Math.floor(rt.org.clock.now() / 1000) * 1000 + minutesFromNow * MINUTE;
  const parts = scheduleParts(rt, name, batchable, null, () => at);
  asyncWorkOf(rt).jobs.add(new ScheduledBatch(serializedCopy(rt, batchable), scopeSize, parts), rt.org.undo);
  return parts.id;
}

function inBatchExecute(rt: Runtime): boolean {
  const job = runningJob(rt);
  return job?.kind === 'batch' && job.phase === 'EXECUTE';
}

/** Writes the rows of a schedule. @param expression null for the one of the single time at which it fires */
function scheduleParts(
  rt: Runtime,
  name: string,
  target: object,
  expression: string | null,
  firstFireTime: (zone: string) => number | null,
): ScheduleParts {
  const {org, tx} = rt;
  const userId = tx.userId;
  const zone = org.records.text('User', userId, 'timezonesidkey') ?? 'GMT';
  const scheduled = asyncWorkOf(rt).jobs.waiting.filter((job) => job instanceof ScheduledJob || job instanceof ScheduledBatch);
  if (scheduled.some((job) => job.name === name)) {
    throw rt.exception('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (scheduled.length >= MOST_JOBS) {
    throw rt.exception('System.AsyncException', `You have exceeded the maximum number (${String(MOST_JOBS)}) of Apex scheduled jobs.`);
  }
  const dueAt = firstFireTime(zone);
  if (dueAt === null)
    throw rt.exception('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  const detailId = insertJobRow(rt, 'CronJobDetail', userId, {Name: name, JobType: '7'});
  const id = insertJobRow(rt, 'CronTrigger', userId, {
    CronJobDetailId: detailId,
    NextFireTime: seconds(dueAt),
    State: 'WAITING',
    StartTime: seconds(org.clock.now()),
    CronExpression: expression ?? cronOfInstant(dueAt, zone),
    TimeZoneSidKey: zone,
    OwnerId: userId,
    TimesTriggered: 0,
  });
  const jobId = insertJobRow(rt, 'AsyncApexJob', userId, {
    JobType: 'ScheduledApex',
    ApexClassId: apexClassId(rt, rt.typeOf(target).name),
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    CronTriggerId: id,
  });
  return {id, jobId, detailId, name, dueAt, zone, userId, origin: originOf(rt), timesTriggered: 0};
}
