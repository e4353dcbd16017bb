/** Running the triggers of a project: their context variables, and what they don't catch (Apex Developer Guide, "Trigger Context Variables"). */
import {ApexException} from '../apex/runtime/exceptions.ts';
import {ApexFault} from '../apex/runtime/fault.ts';
import {ApexList} from '../apex/runtime/list.ts';
import {ApexMap} from '../apex/runtime/map.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import {apexFrames, formatFrames} from '../apex/runtime/stack.ts';
import type {TriggerEvent} from '../apex/syntax/ast.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {TriggerContext} from '../transaction.ts';
import type {TriggerRow, TriggerRunner} from './save-environment.ts';
import {TriggerFailure} from './trigger-failure.ts';

export interface CompiledTrigger {
  readonly name: string;
  run(): void;
}

export interface CompiledTriggers {
  /** Triggers of an object that listen to an event, in the order of their names. */
  find(object: SObjectDescriptor, event: TriggerEvent): readonly CompiledTrigger[];
}

/** Apex Developer Guide, "Execution Governors and Limits": total stack depth for any Apex invocation that recursively fires triggers. */
const MAXIMUM_DEPTH = 16;

export class ApexTriggerRunner implements TriggerRunner {
  readonly #rt: Runtime;
  readonly #triggers: () => CompiledTriggers;

  /** @param triggers those of the code that runs now */
  constructor(rt: Runtime, triggers: () => CompiledTriggers) {
    this.#rt = rt;
    this.#triggers = triggers;
  }

  has(object: SObjectDescriptor, event: TriggerEvent): boolean {
    return this.#triggers().find(object, event).length > 0;
  }

  run(object: SObjectDescriptor, event: TriggerEvent, rows: readonly TriggerRow[]): void {
    const {tx} = this.#rt;
    if (tx.triggers.length >= MAXIMUM_DEPTH) {
      throw this.#rt.exception('System.DmlException', `maximum trigger depth exceeded\n${object.name} trigger event ${event}`);
    }
    const context = contextOf(this.#rt, object, event, rows);
    freeze(event, rows);
    for (const trigger of this.#triggers().find(object, event)) {
      tx.inTrigger(context, () => {
        this.#runOne(trigger, event);
      });
    }
  }

  #runOne(trigger: CompiledTrigger, event: TriggerEvent): void {
    try {
      trigger.run();
    } catch (error) {
      const exception = error instanceof ApexFault ? this.#rt.exception(error.type, error.message) : error;
      if (!(exception instanceof ApexException) || exception.type.name === 'System.LimitException') throw exception;
      const stack = formatFrames(apexFrames(exception, this.#rt.source));
      throw new TriggerFailure(trigger.name, event, exception, `${exception.type.name}: ${exception.text ?? ''}`, stack);
    }
  }
}

/** Records of after triggers can't be written, and in delete triggers errors belong on `Trigger.old`. */
function freeze(event: TriggerEvent, rows: readonly TriggerRow[]): void {
  const isAfter = event.startsWith('after');
  for (const {record} of rows) record.isReadOnly = isAfter;
}

function contextOf(rt: Runtime, object: SObjectDescriptor, event: TriggerEvent, rows: readonly TriggerRow[]): TriggerContext {
  const [timing, operation] = event.split(' ') as [TriggerContext['timing'], TriggerContext['operation']];
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  const newRows = hasNew ? rows.map((row) => row.record) : null;
  const oldRows = hasOld ? rows.flatMap((row) => row.before ?? []) : null;
  return {
    object,
    operation,
    timing,
    newList: newRows && listOf(rt, object, newRows),
    newMap: newRows && !(operation === 'insert' && timing === 'before') ? mapOf(rt, object, newRows) : null,
    oldList: oldRows && listOf(rt, object, oldRows),
    oldMap: oldRows && mapOf(rt, object, oldRows),
    size: rows.length,
  };
}

function listOf(rt: Runtime, object: SObjectDescriptor, records: readonly SObject[]): ApexList {
  const list = new ApexList(rt.types.list(rt.types.get(object.name)), [...records]);
  list.isReadOnly = true;
  return list;
}

function mapOf(rt: Runtime, object: SObjectDescriptor, records: readonly SObject[]): ApexMap {
  const type = rt.types.map(rt.types.get('Id'), rt.types.get(object.name));
  const map = ApexMap.of(
    rt,
    type,
    records.map((record) => [record.id, record]),
  );
  map.isReadOnly = true;
  return map;
}
