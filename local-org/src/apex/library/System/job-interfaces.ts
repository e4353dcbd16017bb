/**
 * The interfaces of asynchronous Apex and what their methods are handed: `Queueable`, `Finalizer`, `Schedulable`, `Database.Batchable` and their contexts
 * (Apex Reference Guide, at each of them). A project may implement the contexts too, for its tests.
 */
import {BatchableContext, FinalizerContext, QueueableContext, SchedulableContext} from '../../../async/contexts.ts';
import {callInterface} from '../../../async/interface-call.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

type ContextClass<Context> = abstract new (...args: never[]) => Context;

function getter<Context>(context: ContextClass<Context>, method: string, read: (self: Context, rt: Runtime) => unknown): Implementation {
  return (rt: Runtime, self: object) => (self instanceof context ? read(self, rt) : callInterface(rt, self, method, []));
}

function call(method: string): Implementation {
  return (rt: Runtime, self: object, ...args: readonly unknown[]) => callInterface(rt, self, method, args);
}

export const jobInterfaceClasses: readonly ClassDefinition[] = [
  defineClass('System.Queueable', {'execute(QueueableContext)': call('execute')}),
  defineClass('System.QueueableContext', {'getJobId()': getter(QueueableContext, 'getJobId', ({jobId}) => jobId)}),
  defineClass('System.Finalizer', {'execute(FinalizerContext)': call('execute')}),
  defineClass('System.FinalizerContext', {
    'getAsyncApexJobId()': getter(FinalizerContext, 'getAsyncApexJobId', ({jobId}) => jobId),
    'getRequestId()': getter(FinalizerContext, 'getRequestId', ({requestId}) => requestId),
    'getException()': getter(FinalizerContext, 'getException', ({exception}) => exception),
    'getResult()': getter(FinalizerContext, 'getResult', ({exception}, rt) =>
      rt.types.enumValue('System.ParentJobResult', exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
    ),
  }),
  defineClass('System.Schedulable', {'execute(SchedulableContext)': call('execute')}),
  defineClass('System.SchedulableContext', {'getTriggerId()': getter(SchedulableContext, 'getTriggerId', ({triggerId}) => triggerId)}),
  defineClass('Database.Batchable', {
    'start(Database.BatchableContext)': call('start'),
    'execute(Database.BatchableContext,List<T>)': call('execute'),
    'finish(Database.BatchableContext)': call('finish'),
  }),
  defineClass('Database.BatchableContext', {
    'getJobId()': getter(BatchableContext, 'getJobId', ({jobId}) => jobId),
    'getChildJobId()': getter(BatchableContext, 'getChildJobId', ({childJobId}) => childJobId),
  }),
];
