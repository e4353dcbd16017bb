/** The runs of what was scheduled: in an org at its times, in a test once, whatever its times are. */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {Transaction} from '../transaction.ts';
import {nextFireTime, type CronExpression} from './cron-expression.ts';
import {SchedulableContext} from './contexts.ts';
import {executeBatch} from './execute-batch.ts';
import {callInterface} from './interface-call.ts';
import type {Job, JobStep, Origin} from './job-queue.ts';
import {deleteJobRow, seconds, updateJobRow} from './job-rows.ts';
import {inJobTransaction} from './job-transaction.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

export interface ScheduleParts {
  /** Of the CronTrigger. */
  readonly id: string;
  /** Of the AsyncApexJob. */
  readonly jobId: string;
  /** Of the CronJobDetail. */
  readonly detailId: string;
  /** Unique among the jobs that are scheduled. */
  readonly name: string;
  /** When it fires next. */
  readonly dueAt: number;
  /** Of the user who scheduled it. */
  readonly zone: string;
  readonly userId: string;
  readonly origin: Origin;
  readonly timesTriggered: number;
}

abstract class Scheduled implements Job {
  readonly id: string;
  readonly dueAt: number;
  readonly origin: Origin;
  readonly isScheduled = true;
  readonly name: string;
  readonly parts: ScheduleParts;

  constructor(parts: ScheduleParts) {
    this.id = parts.id;
    this.dueAt = parts.dueAt;
    this.origin = parts.origin;
    this.name = parts.name;
    this.parts = parts;
  }

  run(rt: Runtime, test: Transaction | null): JobStep {
    return {isDone: true, exception: this.execute(rt, test)};
  }

  protected abstract execute(rt: Runtime, test: Transaction | null): ApexException | null;

  /** The rows of a schedule that will not fire any more. */
  end(rt: Runtime, status: 'Completed' | 'Aborted'): void {
    deleteJobRow(rt, 'CronTrigger', this.id);
    deleteJobRow(rt, 'CronJobDetail', this.parts.detailId);
    updateJobRow(rt, 'AsyncApexJob', this.parts.jobId, {Status: status, CompletedDate: seconds(rt.org.clock.now())});
  }

  protected fire(rt: Runtime, test: Transaction | null, work: () => void): ApexException | null {
    return inJobTransaction(rt, {userId: this.parts.userId, quiddity: 'SCHEDULED', job: {kind: 'scheduled'}, test}, work);
  }
}

/** Of `System.schedule`. */
export class ScheduledJob extends Scheduled {
  readonly #state: object;
  readonly #cron: CronExpression;

  constructor(state: object, cron: CronExpression, parts: ScheduleParts) {
    super(parts);
    this.#state = state;
    this.#cron = cron;
  }

  /**
   * "Scheduled job objects, along with their member variables and properties, persist from initialization to subsequent scheduled runs."
   * Rows don't change in a test: `TimesTriggered` stays 0 (apex-recipes, ScheduledApexRecipes_Tests).
   */
  protected override execute(rt: Runtime, test: Transaction | null): ApexException | null {
    const schedulable = serializedCopy(rt, this.#state);
    const next = test === null ? this.#reschedule(rt) : null;
    const exception = this.fire(rt, test, () => {
      callInterface(rt, schedulable, 'execute', [new SchedulableContext(this.id)]);
    });
    if (test !== null) return exception;
    const state = exception === null ? serializedCopy(rt, schedulable) : this.#state;
    if (next === null) this.end(rt, 'Completed');
    // It may have aborted itself.
    else if (rt.org.records.text('CronTrigger', this.id, 'state') !== null) {
      updateJobRow(rt, 'CronTrigger', this.id, {State: 'WAITING'});
      rt.org.asyncWork.jobs.put(new ScheduledJob(state, this.#cron, next));
    }
    return exception;
  }

  /** Times that were missed while nobody ran jobs are made up for by one run. */
  #reschedule(rt: Runtime): ScheduleParts | null {
    const now = rt.org.clock.now();
    const dueAt = nextFireTime(this.#cron, now, this.parts.zone);
    const timesTriggered = this.parts.timesTriggered + 1;
    updateJobRow(rt, 'CronTrigger', this.id, {
      State: 'EXECUTING',
      TimesTriggered: timesTriggered,
      PreviousFireTime: seconds(now),
      NextFireTime: dueAt === null ? null : seconds(dueAt),
    });
    return dueAt === null ? null : {...this.parts, dueAt, timesTriggered};
  }
}

/** Of `System.scheduleBatch`: "When the job's schedule is triggered, the system queues the batch job for processing." */
export class ScheduledBatch extends Scheduled {
  readonly #batchable: object;
  readonly #scopeSize: number;

  constructor(batchable: object, scopeSize: number, parts: ScheduleParts) {
    super(parts);
    this.#batchable = batchable;
    this.#scopeSize = scopeSize;
  }

  protected override execute(rt: Runtime, test: Transaction | null): ApexException | null {
    const exception = this.fire(rt, test, () => {
      executeBatch(rt, this.#batchable, this.#scopeSize);
    });
    if (test === null) this.end(rt, 'Completed');
    return exception;
  }
}
