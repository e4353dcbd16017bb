/**
 * Asynchronous Apex of an org, or of one test: future methods, queueables, batches and scheduled jobs wait here until their transaction has committed and their
 * time has come (`Test.stopTest()` in tests, the org's clock outside). A job is gone with the transaction or savepoint that enqueued it: "If an Apex transaction
 * rolls back, any queueable jobs queued for execution by the transaction aren't processed" (Apex Developer Guide, "Queueable Apex").
 */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {Transaction, UndoLog} from '../transaction.ts';
import {runningJob} from './running-job.ts';

/** What enqueued a job: a queueable its child; other asynchronous work; or code that is none, of a test the method itself. */
export type Origin = 'queueable' | 'asynchronous work' | 'code';

export interface Job {
  /** Of its AsyncApexJob, or of the CronTrigger of a scheduled job. */
  readonly id: string;
  /** Milliseconds since 1970 from when on it may run. Tests don't wait. */
  readonly dueAt: number;
  readonly origin: Origin;
  /** Jobs with a schedule run after the others in a test. */
  readonly isScheduled: boolean;
  /** Runs its next transaction. Called again until it is done. */
  run(rt: Runtime, test: Transaction | null): JobStep;
}

export type JobStep =
  | {readonly isDone: false}
  /** With what Apex threw first and didn't catch. */
  | {readonly isDone: true; readonly exception: ApexException | null};

export class JobQueue {
  #jobs: readonly Job[] = [];

  get waiting(): readonly Job[] {
    return this.#jobs;
  }

  add(job: Job, undo: UndoLog): void {
    this.#jobs = [...this.#jobs, job];
    undo.onRollback(() => {
      this.#jobs = this.#jobs.filter((other) => other !== job);
    });
  }

  /** Adds a job that ran and will run again. */
  put(job: Job): void {
    this.#jobs = [...this.#jobs, job];
  }

  /** Takes out a job that is aborted; a rollback puts it back. */
  abort(job: Job, undo: UndoLog): void {
    this.take(job);
    undo.onRollback(() => {
      this.#jobs = [...this.#jobs, job];
    });
  }

  /** Takes out a job that starts. */
  take(job: Job): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
  }

  /** Takes out the job that has waited longest of those that are due; null where there is none. */
  takeNext(now: number): Job | null {
    const next = this.#jobs.reduce<Job | null>(
      (first, job) => (job.dueAt <= now && (first === null || job.dueAt < first.dueAt) ? job : first),
      null,
    );
    if (next !== null) this.take(next);
    return next;
  }
}

/** Of a job that is enqueued now and is no child of a queueable. */
export function originOf(rt: Runtime): Origin {
  const {tx} = rt;
  return runningJob(rt) === null && (tx.test === null || tx.test === tx) ? 'code' : 'asynchronous work';
}
