/** The asynchronous work of an org outside of tests: it runs between transactions, on the org's clock. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {deliverEvents} from './event-delivery.ts';

const RUNNING = new WeakSet<Runtime>();

/** Delivers all events, those that their triggers publish too. */
export function runOrgWork(rt: Runtime): void {
  const work = rt.org.asyncWork;
  if (RUNNING.has(rt)) return;
  RUNNING.add(rt);
  try {
    while (!work.events.isEmpty) deliverEvents(rt, work, null);
  } finally {
    RUNNING.delete(rt);
  }
}
