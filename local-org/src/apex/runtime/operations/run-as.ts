/** `System.runAs` (Apex Developer Guide, "Using the runAs Method"). */
import {nullPointer} from '../fault.ts';
import type {Runtime} from '../runtime.ts';
import type {UserFrame} from '../../../transaction.ts';
import type {SObject} from '../sobject.ts';

/**
 * Makes a user the one as whom code runs; gives what `leaveRunAs` wants back. A user who isn't in the org yet is inserted first. "Every call to
 * runAs counts against the total number of DML statements issued in the process."
 */
export function enterRunAs(rt: Runtime, user: SObject | null): UserFrame {
  if (user === null) throw nullPointer();
  const {tx} = rt;
  tx.limits.count('DmlStatements');
  if (user.id === null) {
    const request = {operation: 'insert', records: [user], allOrNone: true, access: 'system', externalId: null, origin: 'api'} as const;
    tx.dml.execute(request);
  }
  return tx.enterUser(user.id ?? tx.userId);
}

export function leaveRunAs(rt: Runtime, before: UserFrame): void {
  rt.tx.leaveUser(before);
}
