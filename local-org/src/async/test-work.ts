/** The asynchronous work of a test: it runs when the test says so. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {asyncWorkOf} from './async-work.ts';
import {deliverEvents} from './event-delivery.ts';

/** `Test.stopTest()`: what was enqueued and published so far. What that enqueues and publishes in turn waits on. */
export function runAsyncWork(rt: Runtime): void {
  deliverEvents(rt, asyncWorkOf(rt), rt.tx.test);
}
