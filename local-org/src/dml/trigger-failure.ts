import type {TriggerEvent} from '../apex/syntax/ast.ts';
import type {ApexException} from '../apex/runtime/exceptions.ts';

/** An exception that a trigger didn't catch. The message is what the caller's row gets. */
export class TriggerFailure extends Error {
  override readonly cause: ApexException;

  /** @param stack the Apex stack of the exception: `Trigger.LeadTrigger: line 3, column 1` */
  constructor(trigger: string, event: TriggerEvent, cause: ApexException, description: string, stack: string) {
    super(`${trigger}: execution of ${EVENT_NAMES[event]}\n\ncaused by: ${description}\n\n${stack}`);
    this.cause = cause;
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
