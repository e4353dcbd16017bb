/** `EventBus` (Apex Reference Guide, "EventBus Class"). */
import {eventBusOf} from '../../../async/async-work.ts';
import {nullPointer} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {SObject} from '../../runtime/sobject.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {DatabaseResult} from '../Database/results.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const eventBusClass: ClassDefinition = defineClass('System.EventBus', {
  'publish(SObject)': (rt: Runtime, event: SObject | null) => publishOne(rt, event, null),
  'publish(List<SObject>)': (rt: Runtime, events: ApexList | null) => publishAll(rt, events, null),
  'publish(SObject,Object)': (rt: Runtime, event: SObject | null, callback: object | null) => publishOne(rt, event, required(callback)),
  'publish(List<SObject>,Object)': (rt: Runtime, events: ApexList | null, callback: object | null) =>
    publishAll(rt, events, required(callback)),
  'getOperationId(Object)': (_rt: Runtime, result: DatabaseResult | null) => required(result).result.enqueued?.message ?? null,
});

function publishOne(rt: Runtime, event: SObject | null, callback: object | null): DatabaseResult {
  const [result] = publish(rt, [event], callback);
  if (result === undefined) throw new Error('Publishing one event gave no result.');
  return result;
}

function publishAll(rt: Runtime, events: ApexList | null, callback: object | null): ApexList {
  if (events === null) throw nullPointer();
  return new ApexList(rt.types.list(rt.types.get('Database.SaveResult')), publish(rt, events.elements as (SObject | null)[], callback));
}

function publish(rt: Runtime, events: readonly (SObject | null)[], callback: object | null): DatabaseResult[] {
  const records = events.map((event) => {
    if (event === null) throw nullPointer();
    if (event.descriptor.kind !== 'platform event') {
      throw rt.exception('System.UnexpectedException', `${event.descriptor.name} is not a platform event`);
    }
    if (!event.descriptor.key.endsWith('__e')) {
      throw new UnsupportedError(
        `U319 Publishing ${event.descriptor.name}: of the events here that are the platform's, only the platform fires them.`,
      );
    }
    return event;
  });
  const results = rt.tx.dml.execute({
    operation: 'insert',
    records,
    allOrNone: false,
    access: 'system',
    externalId: null,
    origin: 'apex',
    isPublish: true,
  });
  const uuids = results.flatMap(({enqueued}) => enqueued?.message ?? []);
  if (callback !== null && uuids.length > 0) eventBusOf(rt).addCallback({callback, uuids}, rt.org.undo);
  return results.map((result) => new DatabaseResult('SaveResult', result, callback !== null));
}
