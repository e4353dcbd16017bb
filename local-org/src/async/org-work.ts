/** The asynchronous work of an org outside of tests: it runs between transactions, on the org's clock. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {deliverEvents} from './event-delivery.ts';

const RUNNING = new WeakSet<Runtime>();

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
      // Nobody waits for a job that fails: its AsyncApexJob says so.
      job.run(rt, null);
    }
  } finally {
    RUNNING.delete(rt);
  }
}
