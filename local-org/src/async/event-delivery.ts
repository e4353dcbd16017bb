/**
 * Delivering messages to the triggers of their events: each trigger runs in transactions of its own, as the Automated Process user, with up to 2,000 messages at
 * once, in the order of their replay Ids (Platform Events Developer Guide, "Subscribe to Platform Event Notifications with Apex Triggers"). Statics are fresh
 * also in tests, unlike those of other asynchronous work: a trigger-actions-framework user reports bypasses that a test sets as lost (its issue 203).
 *
 * An exception that a trigger doesn't catch is nobody's but the trigger's: its work is undone, and its messages count as processed.
 */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {ApexException} from '../apex/runtime/exceptions.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {ApexTriggerRunner, type CompiledTrigger} from '../dml/apex-trigger-runner.ts';
import {UncaughtInTrigger} from '../dml/trigger-failure.ts';
import type {Transaction} from '../transaction.ts';
import type {AsyncWork} from './async-work.ts';
import type {EventMessage, Subscription} from './event-bus.ts';
import {EVENT_TRIGGER, type EventTriggerRun} from './event-trigger-run.ts';
import {runPublishCallbacks} from './publish-callbacks.ts';

const BATCH_SIZE = 2_000;

/** "You can run a trigger up to 10 times when it is retried (the initial run plus nine retries)" (same guide, "Retry Event Triggers"). */
const MAXIMUM_RETRIES = 9;

type Outcome = {readonly kind: 'done'; readonly position: number} | {readonly kind: 'retry'; readonly message: string | null};

/**
 * Delivers what is on the bus now. What its triggers publish waits for the next delivery.
 *
 * @param test the transaction of the test whose bus it is; a trigger that asks for it is retried by the next delivery. In an org it is retried at once.
 */
export function deliverEvents(rt: Runtime, {events}: AsyncWork, test: Transaction | null): void {
  const {tip} = events;
  runPublishCallbacks(rt, events.takeCallbacks(), 'onSuccess', test);
  const kept = new Set<SObjectDescriptor>();
  for (const topic of events.topics) {
    for (const trigger of rt.org.generation.find(topic, 'after insert')) {
      const subscription = events.subscription(trigger.name);
      const batch = (): readonly EventMessage[] => events.after(topic, subscription.position, tip).slice(0, BATCH_SIZE);
      deliverTo(rt, trigger, topic, subscription, batch, test);
      if (!subscription.isStopped && batch().length > 0) kept.add(topic);
    }
  }
  events.forget(tip, kept);
}

function deliverTo(
  rt: Runtime,
  trigger: CompiledTrigger,
  topic: SObjectDescriptor,
  subscription: Subscription,
  next: () => readonly EventMessage[],
  test: Transaction | null,
): void {
  for (let batch = next(); batch.length > 0 && !subscription.isStopped; batch = next()) {
    const outcome = runTrigger(rt, trigger, topic, subscription, batch, test);
    if (outcome.kind === 'done') {
      subscription.position = outcome.position;
      subscription.retries = 0;
      subscription.lastError = null;
      continue;
    }
    subscription.retries++;
    subscription.lastError = outcome.message;
    if (subscription.retries > MAXIMUM_RETRIES) subscription.isStopped = true;
    else if (test !== null) return;
  }
}

function runTrigger(
  rt: Runtime,
  trigger: CompiledTrigger,
  topic: SObjectDescriptor,
  {retries, lastError}: Subscription,
  batch: readonly EventMessage[],
  test: Transaction | null,
): Outcome {
  const {org} = rt;
  const run: EventTriggerRun = {retries, lastError, batch, checkpoint: null};
  const last = batch.at(-1)?.replayId ?? 0;
  const processed = (): Outcome => ({kind: 'done', position: run.checkpoint?.replayId ?? last});
  try {
    return org.transaction({userId: org.automatedProcessId, quiddity: 'SYNCHRONOUS', test}, (tx) => {
      tx.set(EVENT_TRIGGER, run);
      try {
        const rows = batch.map(({record}) => ({before: null, record}));
        new ApexTriggerRunner(rt, () => ({find: () => [trigger]})).run(topic, 'after insert', rows);
      } catch (error) {
        // "DML operations performed are committed" (same guide, "Comparing setResumeCheckpoint() and EventBus.RetryableException").
        if (run.checkpoint === null || exceptionOf(error) === null || isRetry(error)) throw error;
        org.undo.rollbackTo(run.checkpoint.mark);
      }
      return processed();
    });
  } catch (error) {
    const exception = exceptionOf(error);
    if (exception === null) throw error;
    return isRetry(error) ? {kind: 'retry', message: exception.text} : {kind: 'done', position: last};
  }
}

/** What Apex threw; null for refusals and defects of the org, which nobody may swallow. */
function exceptionOf(error: unknown): ApexException | null {
  if (error instanceof UncaughtInTrigger) return error.cause;
  return error instanceof ApexException ? error : null;
}

function isRetry(error: unknown): boolean {
  return exceptionOf(error)?.type.name === 'EventBus.RetryableException';
}
