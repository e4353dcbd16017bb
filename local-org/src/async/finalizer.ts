/** Transaction finalizers (Apex Developer Guide, "Transaction Finalizers"). */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import {nullArgument} from '../apex/runtime/fault.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {REQUEST_ID} from '../request-id.ts';
import type {Transaction} from '../transaction.ts';
import {FinalizerContext} from './contexts.ts';
import {callInterface} from './interface-call.ts';
import {inJobTransaction} from './job-transaction.ts';
import {runningJob} from './running-job.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

/** The messages are those of the Apex Developer Guide, "Transaction Finalizers Error Messages". */
export function attachFinalizer(rt: Runtime, finalizer: object | null): void {
  const job = runningJob(rt);
  if (job?.kind !== 'queueable')
    throw rt.exception('System.AsyncException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
  if (finalizer === null) throw nullArgument();
  if (job.finalizer !== null) {
    throw rt.exception('System.AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  }
  job.finalizer = finalizer;
}

export interface FinalizerRun {
  readonly finalizer: object;
  readonly jobId: string;
  readonly requestId: string;
  /** What ended the job. */
  readonly exception: ApexException | null;
  /** Jobs in a row that failed. */
  readonly failures: number;
  readonly userId: string;
  readonly test: Transaction | null;
}

/** "The Finalizer framework uses the state of the Finalizer object (if attached) at the end of Queueable execution." */
export function runFinalizer(rt: Runtime, run: FinalizerRun): ApexException | null {
  const {finalizer, jobId, requestId, exception, failures, userId, test} = run;
  const job = {kind: 'finalizer' as const, failures};
  const copy = serializedCopy(rt, finalizer);
  return inJobTransaction(rt, {userId, quiddity: 'TRANSACTION_FINALIZER_QUEUEABLE', job, test}, () => {
    rt.tx.set(REQUEST_ID, requestId);
    callInterface(rt, copy, 'execute', [new FinalizerContext(jobId, requestId, exception)]);
  });
}
