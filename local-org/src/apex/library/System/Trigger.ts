/** `System.Trigger`: the context of the innermost trigger that is running (Apex Developer Guide, "Trigger Context Variables"). */
import type {TriggerContext} from '../../../transaction.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

/** Outside of triggers the flags are false and everything else is null. */
function flag(isSet: (context: TriggerContext) => boolean): Implementation {
  return (rt: Runtime) => rt.tx.trigger !== null && isSet(rt.tx.trigger);
}

function variable(read: (context: TriggerContext) => unknown): Implementation {
  return (rt: Runtime) => (rt.tx.trigger === null ? null : read(rt.tx.trigger));
}

export const triggerClass: ClassDefinition = defineClass('System.Trigger', {
  'get isExecuting': flag(() => true),
  'get isBefore': flag(({timing}) => timing === 'before'),
  'get isAfter': flag(({timing}) => timing === 'after'),
  'get isInsert': flag(({operation}) => operation === 'insert'),
  'get isUpdate': flag(({operation}) => operation === 'update'),
  'get isDelete': flag(({operation}) => operation === 'delete'),
  'get isUndelete': flag(({operation}) => operation === 'undelete'),
  'get new': variable(({newList}) => newList),
  'get newMap': variable(({newMap}) => newMap),
  'get old': variable(({oldList}) => oldList),
  'get oldMap': variable(({oldMap}) => oldMap),
  'get size': variable(({size}) => size),
  'get operationType': (rt: Runtime) => {
    const {trigger} = rt.tx;
    return trigger === null ? null : rt.types.enumValue('System.TriggerOperation', `${trigger.timing}_${trigger.operation}`.toUpperCase());
  },
});
