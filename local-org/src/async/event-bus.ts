/**
 * The event bus of an org, or of one test ("it is published to a test event bus that is separate from the Salesforce event bus", Platform Events Developer
 * Guide, "Event and Event Bus Properties in Test Context"): messages in the order in which they were published, and how far each subscriber has come.
 *
 * A message that is published after commit is gone where its transaction, or the savepoint after which it was published, is rolled back; one that is published
 * immediately stays.
 */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {UndoLog} from '../transaction.ts';

export interface EventMessage {
  /** Counts up from 1; what a rollback dropped leaves gaps. */
  readonly replayId: number;
  readonly uuid: string;
  /** As subscribers get it. */
  readonly record: SObject;
}

/** How far a trigger has come (Object Reference, "EventBusSubscriber"). */
export interface Subscription {
  /** Replay Id of the last message that it has processed. */
  position: number;
  /** How often in a row it has thrown `EventBus.RetryableException`. */
  retries: number;
  /** Message of the last one. */
  lastError: string | null;
  /** Whether it was retried too often and gets no more messages. */
  isStopped: boolean;
}

/** Whose `onSuccess` and `onFailure` are called when messages have been published. */
export interface PublishCallback {
  readonly callback: object;
  readonly uuids: readonly string[];
}

interface Published extends EventMessage {
  /** A rollback doesn't take it back any more. */
  isOut: boolean;
}

export class EventBus {
  #messages: Published[] = [];
  /** Messages of statements that have yet to succeed, of events that don't wait for the commit. */
  #held: Published[] = [];
  #callbacks: PublishCallback[] = [];
  readonly #subscriptions = new Map<string, Subscription>();
  #lastReplayId = 0;

  /** Adds a message; `release` has to follow for those that are published immediately. Sets `ReplayId`. */
  add(record: SObject, uuid: string, undo: UndoLog): void {
    const message = {replayId: ++this.#lastReplayId, uuid, record, isOut: false};
    const field = record.descriptor.fieldsByKey.get('replayid');
    if (field !== undefined) record.slots[field.index] = String(message.replayId);
    this.#messages.push(message);
    if (record.descriptor.publishBehavior === 'PublishImmediately') this.#held.push(message);
    undo.onRollback(() => {
      if (!message.isOut) this.#drop(message);
    });
  }

  /** The statement that published has succeeded: messages that don't wait for the commit are out. */
  release(): void {
    for (const message of this.#held) message.isOut = true;
    this.#held = [];
  }

  /** What was published last is undone first. */
  #drop(message: Published): void {
    if (this.#messages.at(-1) === message) this.#messages.pop();
    else this.#messages = this.#messages.filter((other) => other !== message);
  }

  addCallback(callback: PublishCallback, undo: UndoLog): void {
    this.#callbacks.push(callback);
    undo.onRollback(() => {
      this.#callbacks = this.#callbacks.filter((other) => other !== callback);
    });
  }

  takeCallbacks(): readonly PublishCallback[] {
    return this.#callbacks.splice(0);
  }

  /** Replay Id of the last message. */
  get tip(): number {
    return this.#messages.at(-1)?.replayId ?? 0;
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** The events of which there are messages, in the order of their first ones. */
  get topics(): readonly SObjectDescriptor[] {
    return [...new Set(this.#messages.map(({record}) => record.descriptor))];
  }

  subscription(name: string): Subscription {
    let subscription = this.#subscriptions.get(name);
    if (subscription === undefined) {
      subscription = {position: 0, retries: 0, lastError: null, isStopped: false};
      this.#subscriptions.set(name, subscription);
    }
    return subscription;
  }

  /** Messages of an event that a subscriber hasn't processed, up to a replay Id. */
  after(topic: SObjectDescriptor, position: number, tip: number): readonly EventMessage[] {
    return this.#messages.filter(({record, replayId}) => record.descriptor.key === topic.key && replayId > position && replayId <= tip);
  }

  /** Forgets messages up to a replay Id, but those of events in `kept`, which a subscriber is to get again. */
  forget(tip: number, kept: ReadonlySet<SObjectDescriptor>): void {
    this.#messages = this.#messages.filter(({record, replayId}) => replayId > tip || kept.has(record.descriptor));
  }

  /** Drops all messages: they failed to be published. */
  clear(): void {
    this.#messages = [];
  }
}
