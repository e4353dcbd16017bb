/** The members of `System` about asynchronous Apex (Apex Reference Guide, "System Class"). */
import {abortJob} from '../../../async/abort-job.ts';
import {DEFAULT_SCOPE_SIZE} from '../../../async/execute-batch.ts';
import {attachFinalizer} from '../../../async/finalizer.ts';
import {enqueueQueueable} from '../../../async/queueable-job.ts';
import {runningJob, type RunningJob} from '../../../async/running-job.ts';
import {schedule, scheduleBatch} from '../../../async/schedule.ts';
import {stringToId} from '../../runtime/id.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import type {PropertyBag} from '../property-bag.ts';
import type {Implementation} from '../registry.ts';
import {signatureText} from './QueueableDuplicateSignature.ts';

export const asyncMembers: Readonly<Record<string, Implementation>> = {
  'enqueueJob(Queueable)': (rt: Runtime, queueable: object | null) => enqueue(rt, queueable, {}),
  'enqueueJob(Queueable,Integer)': (rt: Runtime, queueable: object | null, delay: number | null) =>
    enqueue(rt, queueable, {delay: required(delay)}),
  'enqueueJob(Queueable,AsyncOptions)': (rt: Runtime, queueable: object | null, options: PropertyBag | null) =>
    enqueue(rt, queueable, optionsOf(required(options))),
  'attachFinalizer(Finalizer)': (rt: Runtime, finalizer: object | null) => {
    attachFinalizer(rt, finalizer);
  },
  'schedule(String,String,Schedulable)': (rt: Runtime, name: string | null, cron: string | null, schedulable: object | null) =>
    schedule(rt, required(name), required(cron), required(schedulable)),
  'scheduleBatch(Database.Batchable<SObject>,String,Integer)': (
    rt: Runtime,
    batchable: object | null,
    name: string | null,
    minutes: number | null,
  ) => scheduleBatch(rt, required(batchable), required(name), required(minutes), DEFAULT_SCOPE_SIZE),
  'scheduleBatch(Database.Batchable<SObject>,String,Integer,Integer)': (
    rt: Runtime,
    batchable: object | null,
    name: string | null,
    minutes: number | null,
    scope: number | null,
  ) => scheduleBatch(rt, required(batchable), required(name), required(minutes), scope ?? DEFAULT_SCOPE_SIZE),
  'abortJob(String)': (rt: Runtime, id: string | null) => {
    const jobId = stringToId(required(id));
    abortJob(rt, required(jobId));
  },
  'isBatch()': is('batch'),
  'isFuture()': is('future'),
  'isQueueable()': is('queueable'),
  'isScheduled()': is('scheduled'),
};

function is(kind: RunningJob['kind']): Implementation {
  return (rt: Runtime) => runningJob(rt)?.kind === kind;
}

interface EnqueueOptions {
  readonly delay?: number | null;
  readonly maximumDepth?: number | null;
  readonly signature?: string | null;
}

const MAXIMUM_DELAY = 10;

function enqueue(rt: Runtime, queueable: object | null, {delay, maximumDepth = null, signature = null}: EnqueueOptions): string {
  const minutes = delay ?? 0;
  if (minutes < 0 || minutes > MAXIMUM_DELAY) {
    throw new UnsupportedError(`U319 A queueable's delay of ${String(minutes)} minutes: it is 0 to ${String(MAXIMUM_DELAY)}.`);
  }
  return enqueueQueueable(rt, required(queueable), {delay: minutes, maximumDepth, signature});
}

function optionsOf(options: PropertyBag): EnqueueOptions {
  const signature = options.get('DuplicateSignature') as PropertyBag | null;
  return {
    delay: options.get('MinimumQueueableDelayInMinutes') as number | null,
    maximumDepth: options.get('MaximumQueueableStackDepth') as number | null,
    signature: signature === null ? null : signatureText(signature),
  };
}
