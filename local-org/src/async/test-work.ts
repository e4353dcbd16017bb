/**
 * The asynchronous work of a test: "All asynchronous calls made after the startTest method are collected by the system. When stopTest is executed, all
 * asynchronous processes are run synchronously" (Apex Reference Guide, "Test Class"), and else at the end of the test method.
 *
 * What such a process starts in turn waits on, and the test ends without it: queueables whose futures stay pending, scheduled classes whose futures and batches
 * don't run are reported by users (octoberswimmer/aer-dist issue 494; Salesforce Stack Exchange, "Does Test.stopTest() ensure a
 * System.Schedule/Database.Batchable completes in a test"). Only the child of a queueable runs with it, where the stack depth allows for one ("You can
 * test chained queueable jobs by using appropriate stack depths", Apex Developer Guide, "Queueable Apex").
 */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {asyncWorkOf} from './async-work.ts';
import {deliverEvents} from './event-delivery.ts';
import type {Job} from './job-queue.ts';

/** `Test.stopTest()`: first the jobs, then the events. Throws what a job throws; the rest waits on then. */
export function runAsyncWork(rt: Runtime): void {
  const work = asyncWorkOf(rt);
  runJobs(rt);
  deliverEvents(rt, work, rt.tx.test);
}

/** The end of a test method: jobs that it enqueued outside of startTest and stopTest. Events that nobody delivered are lost. */
export function runLeftOverJobs(rt: Runtime): void {
  runJobs(rt);
}

function runJobs(rt: Runtime): void {
  const {jobs} = asyncWorkOf(rt);
  const due = jobs.waiting
    .filter(({origin}) => origin === 'code')
    .toSorted((left, right) => Number(left.isScheduled) - Number(right.isScheduled));
  const run = (job: Job): void => {
    jobs.take(job);
    let step = job.run(rt, rt.tx.test);
    while (!step.isDone) step = job.run(rt, rt.tx.test);
    if (step.exception !== null) throw step.exception;
  };
  for (const job of due) {
    run(job);
    for (let child = queueableChild(jobs.waiting); child !== null; child = queueableChild(jobs.waiting)) run(child);
  }
}

function queueableChild(jobs: readonly Job[]): Job | null {
  return jobs.find(({origin}) => origin === 'queueable') ?? null;
}
