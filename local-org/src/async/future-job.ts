/** Future methods (Apex Developer Guide, "Future Methods"): calling one enqueues the call. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {TransactionKey, type Transaction} from '../transaction.ts';
import {asyncWorkOf} from './async-work.ts';
import {originOf, type Job, type JobStep, type Origin} from './job-queue.ts';
import {apexClassId, insertJobRow} from './job-rows.ts';
import {finishJob, startJob} from './job-status.ts';
import {inJobTransaction} from './job-transaction.ts';
import {runningJob} from './running-job.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

/** Set for the moment in which a job calls its method, which then runs instead of being enqueued again. */
const STARTING = new TransactionKey(() => false);

/**
 * What the code of a future method calls first.
 *
 * @param slot of the static method in its class
 * @returns true where the call was enqueued; false where it is the job's own
 */
export function enqueueFuture(rt: Runtime, className: string, slot: string, args: readonly unknown[]): boolean {
  if (rt.tx.get(STARTING)) {
    rt.tx.set(STARTING, false);
    return false;
  }
  const method = rt.org.generation.classes.info(className)?.methods.find((each) => each.isStatic && each.slot === slot);
  if (method === undefined) throw new Error(`There is no future method ${slot} in ${className}.`);
  const job = runningJob(rt)?.kind;
  if (job === 'future' || job === 'batch') {
    const signature = `${className}.${method.name}(${method.parameters.map(({type}) => type).join(', ')})`;
    throw rt.exception('System.AsyncException', `Future method cannot be called from a future or batch method: ${signature}`);
  }
  const {tx, org} = rt;
  tx.limits.count('FutureCalls');
  const id = insertJobRow(rt, 'AsyncApexJob', tx.userId, {
    JobType: 'Future',
    ApexClassId: apexClassId(rt, className),
    MethodName: method.name,
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
  });
  const call = {className, slot, args: args.map((argument) => serializedCopy(rt, argument))};
  asyncWorkOf(rt).jobs.add(new FutureJob(id, call, {dueAt: org.clock.now(), userId: tx.userId, origin: originOf(rt)}), org.undo);
  return true;
}

interface FutureCall {
  readonly className: string;
  readonly slot: string;
  readonly args: readonly unknown[];
}

class FutureJob implements Job {
  readonly id: string;
  readonly dueAt: number;
  readonly origin: Origin;
  readonly isScheduled = false;
  readonly #call: FutureCall;
  readonly #userId: string;

  constructor(id: string, call: FutureCall, {dueAt, userId, origin}: {dueAt: number; userId: string; origin: Origin}) {
    this.id = id;
    this.dueAt = dueAt;
    this.origin = origin;
    this.#call = call;
    this.#userId = userId;
  }

  run(rt: Runtime, test: Transaction | null): JobStep {
    const {className, slot, args} = this.#call;
    startJob(rt, this.id);
    const exception = inJobTransaction(rt, {userId: this.#userId, quiddity: 'FUTURE', job: {kind: 'future'}, test}, () => {
      const method = rt.org.generation.staticMethod(className, slot);
      if (method === null) throw new Error(`The code of ${className} has no method ${slot} any more.`);
      rt.tx.set(STARTING, true);
      method(...args);
    });
    finishJob(rt, this.id, exception);
    return {isDone: true, exception};
  }
}
