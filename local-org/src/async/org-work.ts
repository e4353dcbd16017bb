/** The asynchronous work of an org outside of tests: it runs between transactions, on the org's clock. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {deliverEvents} from './event-delivery.ts';
import type {Job} from './job-queue.ts';
import {seconds, updateJobRow} from './job-rows.ts';

const RUNNING = new WeakSet<Runtime>();

/** Nobody waits for a job that Apex ends: its AsyncApexJob says so. What the org lacks, and its defects, are thrown besides. */
function runJob(rt: Runtime, job: Job): void {
  const {asyncWork, clock} = rt.org;
  const fail = (detail: string): void => {
    updateJobRow(rt, 'AsyncApexJob', job.id, {
      Status: 'Failed',
      CompletedDate: seconds(clock.now()),
      NumberOfErrors: 1,
      ExtendedStatus: detail,
    });
  };
  if (!asyncWork.executions.take(clock.now())) {
    fail('AsyncApexExecutions Limit exceeded.');
    return;
  }
  try {
    job.run(rt, null);
  } catch (error) {
    fail(String(error).slice(0, 255));
    throw error;
  }
}

/** Delivers all events and runs all jobs that are due, with those that they publish and enqueue. */
export function runOrgWork(rt: Runtime): void {
  const {asyncWork: work, clock} = rt.org;
  // What a job's own transactions leave to be done is done by the loop that runs the job.
  if (RUNNING.has(rt)) return;
  RUNNING.add(rt);
  try {
    for (;;) {
      while (!work.events.isEmpty) deliverEvents(rt, work, null);
      const job = work.jobs.next(clock.now());
      if (job === null) return;
      work.jobs.take(job);
      runJob(rt, job);
    }
  } finally {
    RUNNING.delete(rt);
  }
}
