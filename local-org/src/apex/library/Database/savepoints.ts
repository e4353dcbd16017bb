/** `Database.setSavepoint` and what goes with it (Apex Developer Guide, "Transaction Control"). Each of them counts as a DML statement. */
import type {Savepoint} from '../../../transaction.ts';
import {nullPointer} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {Implementation} from '../registry.ts';

class SavepointObject extends PlatformObject {
  override readonly typeName = 'System.Savepoint';
  readonly savepoint: Savepoint;

  constructor(savepoint: Savepoint) {
    super();
    this.savepoint = savepoint;
  }
}

export const savepointMembers: Readonly<Record<string, Implementation>> = {
  'setSavepoint()': (rt: Runtime) => {
    rt.tx.limits.count('DmlStatements');
    return new SavepointObject(rt.tx.setSavepoint());
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
  if (self.savepoint.isValid && self.savepoint.transaction === rt.tx) return self.savepoint;
  throw rt.exception(
    'System.TypeException',
    'Savepoint is no longer valid: a rollback to an earlier savepoint or its release has removed it',
  );
}
