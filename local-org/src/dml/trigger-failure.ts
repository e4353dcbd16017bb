import type {TriggerEvent} from '../apex/syntax/ast.ts';
import type {ApexException} from '../apex/runtime/exceptions.ts';

/** Triggers that ended abnormally. The message is what the rows that were being saved get as their error. */
export class TriggerFailure extends Error {}

/** An exception that a trigger didn't catch. */
export class UncaughtInTrigger extends TriggerFailure {
  override readonly cause: ApexException;

  /** @param stack the Apex stack of the exception down to the trigger: `Trigger.LeadTrigger: line 3, column 1` */
  constructor(trigger: string, event: TriggerEvent, cause: ApexException, description: string, stack: string) {
    super(`${trigger}: execution of ${EVENT_NAMES[event]}\n\ncaused by: ${description}\n\n${stack}`);
    this.cause = cause;
  }
}

/** "Total stack depth for any Apex invocation that recursively fires triggers" is 16 (Apex Developer Guide, "Execution Governors and Limits"). */
export class TriggerDepthExceeded extends TriggerFailure {
  constructor(object: string, event: TriggerEvent, ids: readonly (string | null)[]) {
    const records = ids.map((id, index) => id?.slice(0, 15) ?? `new:${String(index + 1)}`).join(', ');
    super(`maximum trigger depth exceeded\n${object} trigger event ${EVENT_NAMES[event]} for [${records}]`);
  }
}

const EVENT_NAMES: Readonly<Record<TriggerEvent, string>> = {
  'before insert': 'BeforeInsert',
  'before update': 'BeforeUpdate',
  'before delete': 'BeforeDelete',
  'after insert': 'AfterInsert',
  'after update': 'AfterUpdate',
  'after delete': 'AfterDelete',
  'after undelete': 'AfterUndelete',
};
