/**
 * What waits for its turn: of an org, or of one test, whose events and jobs never leave it. Both are undone with the rows of the transaction that published or
 * enqueued them.
 */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {TransactionKey} from '../transaction.ts';
import {Allowance} from './allowance.ts';
import {EventBus} from './event-bus.ts';
import {JobQueue, type Job} from './job-queue.ts';

const HOUR = 3_600_000;

/** Those of a Developer Edition. They end programs that would go on forever: an event trigger that publishes its own event, a finalizer that enqueues its job. */
const EVENTS_AN_HOUR = 50_000;
const EXECUTIONS_A_DAY = 250_000;

export class AsyncWork {
  readonly events = new EventBus();
  readonly jobs = new JobQueue();
  /** The job of the org that is between two of its transactions. */
  running: Job | null = null;
  /** Whether what waits is only run when somebody asks for it. */
  isHeld = false;
  /** "Event Publishing: maximum number of event notifications published per hour" (Platform Events Developer Guide, "Platform Event Allocations"). */
  readonly publishing = new Allowance(EVENTS_AN_HOUR, HOUR);
  /** "The maximum number of asynchronous Apex method executions … per a 24-hour period" (Apex Developer Guide, "Execution Governors and Limits"). */
  readonly executions = new Allowance(EXECUTIONS_A_DAY, 24 * HOUR);
}

export const TEST_WORK = new TransactionKey(() => new AsyncWork(), 'test');

/** Of the test that runs, else of the org. */
export function asyncWorkOf({tx, org}: Runtime): AsyncWork {
  return tx.test === null ? org.asyncWork : tx.get(TEST_WORK);
}

export function eventBusOf(rt: Runtime): EventBus {
  return asyncWorkOf(rt).events;
}
