/** `Database.executeBatch` (Apex Reference Guide, "Database Class"). */
import {DEFAULT_SCOPE_SIZE, executeBatch} from '../../../async/execute-batch.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import type {Implementation} from '../registry.ts';

export const batchMembers: Readonly<Record<string, Implementation>> = {
  'executeBatch(Database.Batchable<SObject>)': (rt: Runtime, batchable: object | null) =>
    executeBatch(rt, required(batchable), DEFAULT_SCOPE_SIZE),
  'executeBatch(Database.Batchable<SObject>,Integer)': (rt: Runtime, batchable: object | null, scope: number | null) =>
    executeBatch(rt, required(batchable), scope ?? DEFAULT_SCOPE_SIZE),
};
