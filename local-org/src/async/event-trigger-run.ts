/** What `EventBus.TriggerContext` tells of the event trigger that runs, and what it is told. */
import {TransactionKey} from '../transaction.ts';
import type {EventMessage} from './event-bus.ts';

export interface EventTriggerRun {
  /** How often before the trigger has asked for these messages again. */
  readonly retries: number;
  readonly lastError: string | null;
  readonly batch: readonly EventMessage[];
  /** The last message that counts as processed if the trigger fails, and the position of the undo log at the time when that was said. */
  checkpoint: {readonly replayId: number; readonly mark: number} | null;
}

/** Null outside of event triggers. */
export const EVENT_TRIGGER = new TransactionKey<EventTriggerRun | null>(() => null);
