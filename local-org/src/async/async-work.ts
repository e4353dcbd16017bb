/**
 * What waits for its turn: of an org, or of one test, whose events and jobs never leave it. Both are undone with the rows of the transaction that published or
 * enqueued them.
 */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {TransactionKey} from '../transaction.ts';
import {EventBus} from './event-bus.ts';
import {JobQueue} from './job-queue.ts';

export class AsyncWork {
  readonly events = new EventBus();
  readonly jobs = new JobQueue();
}

export const TEST_WORK = new TransactionKey(() => new AsyncWork(), 'test');

/** Of the test that runs, else of the org. */
export function asyncWorkOf({tx, org}: Runtime): AsyncWork {
  return tx.test === null ? org.asyncWork : tx.get(TEST_WORK);
}

export function eventBusOf(rt: Runtime): EventBus {
  return asyncWorkOf(rt).events;
}
