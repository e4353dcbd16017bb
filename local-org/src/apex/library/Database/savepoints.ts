/** `Database.setSavepoint` and what goes with it (Apex Developer Guide, "Transaction Control"). Each of them counts as a DML statement. */
import type {Savepoint, TriggerContext} from '../../../transaction.ts';
import {nullPointer} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {Implementation} from '../registry.ts';

class SavepointObject extends PlatformObject {
  override readonly typeName = 'System.Savepoint';
  readonly savepoint: Savepoint;
  /** "References to savepoints can't cross trigger invocations because each trigger invocation is a new trigger context." */
  readonly trigger: TriggerContext | null;

  constructor(savepoint: Savepoint, trigger: TriggerContext | null) {
    super();
    this.savepoint = savepoint;
    this.trigger = trigger;
  }
}

export const savepointMembers: Readonly<Record<string, Implementation>> = {
  'setSavepoint()': (rt: Runtime) => {
    rt.tx.limits.count('DmlStatements');
    return new SavepointObject(rt.tx.setSavepoint(), rt.tx.trigger);
  },
  'rollback(Savepoint)': (rt: Runtime, self: SavepointObject | null) => {
    const savepoint = valid(rt, self);
    rt.tx.limits.count('DmlStatements');
    rt.tx.rollback(savepoint);
  },
  'releaseSavepoint(Savepoint)': (rt: Runtime, self: SavepointObject | null) => {
    rt.tx.release(valid(rt, self));
  },
};

function valid(rt: Runtime, self: SavepointObject | null): Savepoint {
  if (self === null) throw nullPointer();
  const {savepoint, trigger} = self;
  if (savepoint.isValid && savepoint.transaction === rt.tx && trigger === rt.tx.trigger) return savepoint;
  throw rt.exception('System.TypeException', 'Savepoint does not exist in this context');
}
