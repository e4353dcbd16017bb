/** Queueable Apex (Apex Developer Guide, "Queueable Apex"): the rules of enqueuing, and the run of a job. */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {REQUEST_ID} from '../request-id.ts';
import type {Transaction} from '../transaction.ts';
import {asyncWorkOf} from './async-work.ts';
import {QueueableContext} from './contexts.ts';
import {runFinalizer} from './finalizer.ts';
import {callInterface} from './interface-call.ts';
import {originOf, type Job, type JobStep, type Origin} from './job-queue.ts';
import {apexClassId, insertJobRow} from './job-rows.ts';
import {finishJob, startJob} from './job-status.ts';
import {inJobTransaction} from './job-transaction.ts';
import {runningJob, type Chain, type RunningJob} from './running-job.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

export interface QueueableOptions {
  /** Minutes. */
  readonly delay: number;
  /** Jobs that a chain may have, the first one counted; null where the caller doesn't say. */
  readonly maximumDepth: number | null;
  /** Of `QueueableDuplicateSignature`; null where the caller doesn't say. */
  readonly signature: string | null;
}

/** "For Developer Edition and Trial organizations, the maximum stack depth for chained jobs is 5", and an org here is a Developer Edition. */
const MAXIMUM_DEPTH = 5;

/** A test may chain jobs only where `AsyncOptions` set a depth. */
const MAXIMUM_DEPTH_IN_TESTS = 1;

/** "A Queueable job that failed due to an unhandled exception can be successively re-enqueued five times by a transaction finalizer." */
const MAXIMUM_FAILURES = 5;

const MINUTE = 60_000;

/** @returns the Id of the AsyncApexJob */
export function enqueueQueueable(rt: Runtime, queueable: object, options: QueueableOptions): string {
  const {org, tx} = rt;
  const {jobs} = asyncWorkOf(rt);
  tx.limits.count('QueueableJobs');
  const chain = chainOf(rt, runningJob(rt), options);
  if (options.signature !== null && jobs.waiting.some((job) => job instanceof QueueableJob && job.signature === options.signature)) {
    throw rt.exception('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  const id = insertJobRow(rt, 'AsyncApexJob', tx.userId, {
    JobType: 'Queueable',
    ApexClassId: apexClassId(rt, rt.typeOf(queueable).name),
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
  });
  const dueAt = org.clock.now() + options.delay * MINUTE;
  const origin = runningJob(rt)?.kind === 'queueable' ? 'queueable' : originOf(rt);
  const {signature} = options;
  jobs.add(new QueueableJob(id, serializedCopy(rt, queueable), {dueAt, chain, userId: tx.userId, origin, signature}), org.undo);
  return id;
}

function chainOf(rt: Runtime, parent: RunningJob | null, {maximumDepth, delay}: QueueableOptions): Chain {
  const tooDeep = (): ApexException => rt.exception('System.AsyncException', 'Maximum stack depth has been reached.');
  if (parent?.kind === 'finalizer' && parent.failures > MAXIMUM_FAILURES) throw tooDeep();
  const failures = parent?.kind === 'finalizer' ? parent.failures : 0;
  if (parent?.kind !== 'queueable') return {depth: 1, maximum: maximumDepth, delay, failures};
  const chain = {depth: parent.chain.depth + 1, maximum: maximumDepth ?? parent.chain.maximum, delay, failures};
  if (chain.depth > (chain.maximum ?? (rt.tx.isTest ? MAXIMUM_DEPTH_IN_TESTS : MAXIMUM_DEPTH))) throw tooDeep();
  return chain;
}

interface QueueableParts {
  readonly dueAt: number;
  readonly chain: Chain;
  /** The user who enqueued it. */
  readonly userId: string;
  readonly origin: Origin;
  readonly signature: string | null;
}

class QueueableJob implements Job {
  readonly id: string;
  readonly dueAt: number;
  readonly origin: Origin;
  readonly isScheduled = false;
  readonly signature: string | null;
  readonly #queueable: object;
  readonly #chain: Chain;
  readonly #userId: string;

  constructor(id: string, queueable: object, {dueAt, chain, userId, origin, signature}: QueueableParts) {
    this.id = id;
    this.dueAt = dueAt;
    this.origin = origin;
    this.signature = signature;
    this.#queueable = queueable;
    this.#chain = chain;
    this.#userId = userId;
  }

  /** Its finalizer belongs to it. */
  run(rt: Runtime, test: Transaction | null): JobStep {
    const job = {kind: 'queueable' as const, id: this.id, chain: this.#chain, finalizer: null as object | null};
    const userId = this.#userId;
    let requestId = '';
    startJob(rt, this.id);
    const exception = inJobTransaction(rt, {userId, quiddity: 'QUEUEABLE', job, test}, () => {
      requestId = rt.tx.get(REQUEST_ID);
      callInterface(rt, serializedCopy(rt, this.#queueable), 'execute', [new QueueableContext(this.id)]);
    });
    finishJob(rt, this.id, exception);
    if (job.finalizer === null) return {isDone: true, exception};
    const failures = exception === null ? 0 : this.#chain.failures + 1;
    const ofFinalizer = runFinalizer(rt, {finalizer: job.finalizer, jobId: this.id, requestId, exception, failures, userId, test});
    return {isDone: true, exception: exception ?? ofFinalizer};
  }
}
