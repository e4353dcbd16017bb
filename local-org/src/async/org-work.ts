/** The asynchronous work of an org outside of tests: it runs between transactions, on the org's clock. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {deliverEvents} from './event-delivery.ts';
import type {Job} from './job-queue.ts';
import {seconds, updateJobRow} from './job-rows.ts';

const RUNNING = new WeakSet<Runtime>();

/** Longest `ExtendedStatus`. */
const DETAIL_LENGTH = 255;

/**
 * Delivers all events and runs the jobs that are due, with those that they publish and enqueue. Events are delivered after each transaction of a job; a job that
 * has begun goes on before others start.
 *
 * @param most transactions of jobs that are run: a batch has one for `start`, one for each chunk and one for `finish`; every other job has one
 * @returns how many were run
 */
export function runOrgWork(rt: Runtime, most = Infinity): number {
  // What a job's own transactions leave to be done is done by the loop that runs the job.
  if (RUNNING.has(rt)) return 0;
  const {asyncWork: work, clock} = rt.org;
  RUNNING.add(rt);
  try {
    for (let transactions = 0; ; transactions++) {
      while (!work.events.isEmpty) deliverEvents(rt, work, null);
      if (transactions >= most) return transactions;
      work.running ??= work.jobs.takeNext(clock.now());
      if (work.running === null) return transactions;
      runStep(rt, work.running);
    }
  } finally {
    RUNNING.delete(rt);
  }
}

/** What an outage leaves of the jobs that wait or are under way: nothing but rows that say Failed. Schedules outlive it. */
export function failOrgJobs(rt: Runtime, detail: string): void {
  const {asyncWork: work} = rt.org;
  const lost = [work.running, ...work.jobs.waiting].filter((job) => job !== null && !job.isScheduled);
  work.running = null;
  for (const job of lost) {
    if (job === null) continue;
    work.jobs.take(job);
    failJob(rt, job, detail);
  }
}

/** Nobody waits for a job that Apex ends: its AsyncApexJob says so. What the org lacks, and its defects, are thrown besides. */
function runStep(rt: Runtime, job: Job): void {
  const {asyncWork: work, clock} = rt.org;
  if (!work.executions.take(clock.now())) {
    work.running = null;
    failJob(rt, job, 'AsyncApexExecutions Limit exceeded.');
    return;
  }
  try {
    if (job.run(rt, null).isDone) work.running = null;
  } catch (error) {
    work.running = null;
    failJob(rt, job, String(error).slice(0, DETAIL_LENGTH));
    throw error;
  }
}

function failJob(rt: Runtime, {id}: Job, detail: string): void {
  const ending = {Status: 'Failed', CompletedDate: seconds(rt.org.clock.now())};
  updateJobRow(rt, 'AsyncApexJob', id, {...ending, NumberOfErrors: 1, ExtendedStatus: detail});
  for (const worker of rt.org.records.find('AsyncApexJob', 'parentjobid', id)) updateJobRow(rt, 'AsyncApexJob', worker, ending);
}
