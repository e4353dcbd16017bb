/** What the transaction runs, where it runs asynchronous work: for the rules of what may start what. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {TransactionKey} from '../transaction.ts';

export type RunningJob =
  | {
      readonly kind: 'queueable';
      /** Of its AsyncApexJob. */
      readonly id: string;
      readonly chain: Chain;
      finalizer: object | null;
    }
  | {readonly kind: 'finalizer'; readonly failures: number}
  | {readonly kind: 'future'}
  | {readonly kind: 'batch'; readonly phase: 'START' | 'EXECUTE' | 'FINISH'}
  | {readonly kind: 'scheduled'};

/** Where a queueable stands in a chain of jobs that enqueue each other. */
export interface Chain {
  /** From 1. */
  readonly depth: number;
  /** As set by `AsyncOptions.MaximumQueueableStackDepth`; null where it wasn't. */
  readonly maximum: number | null;
  /** Minutes, as set for the job. */
  readonly delay: number;
  /** Jobs in a row that failed and whose finalizer enqueued the next. */
  readonly failures: number;
}

const RUNNING_JOB = new TransactionKey<RunningJob | null>(() => null);

/** Null in a transaction that runs no asynchronous work. */
export function runningJob(rt: Runtime): RunningJob | null {
  return rt.tx.get(RUNNING_JOB);
}

export {RUNNING_JOB};
