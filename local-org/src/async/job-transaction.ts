/** Asynchronous work runs in transactions of its own, with its own limits; in tests it shares the statics of the test. */
import {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {Quiddity, Transaction} from '../transaction.ts';
import {RUNNING_JOB, type RunningJob} from './running-job.ts';

export interface JobTransaction {
  readonly userId: string;
  readonly quiddity: Quiddity;
  readonly job: RunningJob;
  /** The transaction of the test that the job belongs to. */
  readonly test: Transaction | null;
}

/**
 * Runs work, and gives the Apex exception that ended it, or null. Refusals and defects of the org are thrown: nobody may swallow them.
 *
 * Apex Developer Guide, "Use Batch Apex": "Static member variables don't retain their values and are reset between transactions." In tests they do: a
 * job that reads what its test left in a static variable, and the other way round, passes in orgs (apex-recipes, BatchApexRecipes_Tests).
 */
export function inJobTransaction(rt: Runtime, {userId, quiddity, job, test}: JobTransaction, work: () => void): ApexException | null {
  const statics = test === null ? {} : {statics: test.statics};
  try {
    rt.org.transaction({userId, quiddity, test, ...statics}, (tx) => {
      tx.set(RUNNING_JOB, job);
      work();
    });
    return null;
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
}
