/** Running the triggers of a project: their context variables, and what they don't catch (Apex Developer Guide, "Trigger Context Variables"). */
import {ApexException, UNCATCHABLE} from '../apex/runtime/exceptions.ts';
import {ApexList} from '../apex/runtime/list.ts';
import {ApexMap} from '../apex/runtime/map.ts';
import {toApex} from '../apex/runtime/operations/failures.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import {apexFrames, formatFrames, type ApexFrame} from '../apex/runtime/stack.ts';
import type {TriggerEvent} from '../apex/syntax/ast.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {TransactionKey, type TriggerContext} from '../transaction.ts';
import type {RunningTrigger, TriggerRow, TriggerRunner} from './save-environment.ts';
import {TriggerDepthExceeded, UncaughtInTrigger} from './trigger-failure.ts';

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

interface Running extends RunningTrigger {
  readonly ids: ReadonlySet<string | null>;
}

/** Triggers that are running, outermost first. */
const RUNNING = new TransactionKey<Running[]>(() => []);

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
    const ids = rows.map((row) => row.record.id);
    if (tx.triggers.length >= MAXIMUM_DEPTH) throw new TriggerDepthExceeded(object.name, event, ids);
    const context = contextOf(this.#rt, object, event, rows);
    freeze(event, rows);
    for (const trigger of this.#triggers().find(object, event)) {
      tx.inTrigger(context, () => {
        this.#runOne(trigger, event, new Set(ids));
      });
    }
  }

  runningBefore(id: string): RunningTrigger | null {
    return this.#rt.tx.get(RUNNING).findLast((running) => running.event.startsWith('before') && running.ids.has(id)) ?? null;
  }

  #runOne(trigger: CompiledTrigger, event: TriggerEvent, ids: ReadonlySet<string | null>): void {
    const running = this.#rt.tx.get(RUNNING);
    running.push({trigger: trigger.name, event, ids});
    try {
      trigger.run();
    } catch (error) {
      const exception = toApex(this.#rt, error);
      if (!(exception instanceof ApexException) || UNCATCHABLE.has(exception.type.name)) throw exception;
      const stack = formatFrames(downToTrigger(apexFrames(exception, this.#rt.source)));
      throw new UncaughtInTrigger(trigger.name, event, exception, `${exception.type.name}: ${exception.text ?? ''}`, stack);
    } finally {
      running.pop();
    }
  }
}

/** What called the DML statement isn't part of the trigger's stack. */
function downToTrigger(frames: readonly ApexFrame[]): readonly ApexFrame[] {
  const trigger = frames.findIndex((frame) => frame.label.startsWith('Trigger.'));
  return trigger < 0 ? frames : frames.slice(0, trigger + 1);
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
  const list = new ApexList(rt.types.list(rt.types.object(object.name)), [...records]);
  list.isReadOnly = true;
  return list;
}

function mapOf(rt: Runtime, object: SObjectDescriptor, records: readonly SObject[]): ApexMap {
  const type = rt.types.map(rt.types.get('Id'), rt.types.object(object.name));
  const map = ApexMap.of(
    rt,
    type,
    records.map((record) => [record.id, record]),
  );
  map.isReadOnly = true;
  return map;
}
