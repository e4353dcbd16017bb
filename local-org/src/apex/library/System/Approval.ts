/**
 * `System.Approval`: locks on records, and their results (Apex Reference Guide, "Approval Class"). "Record locks and unlocks are treated as DML … they count toward
 * your DML limits, and if a failure occurs, they're rolled back along with the rest of your transaction." There are no approval processes here.
 */
import type {DmlError} from '../../../dml/dml-engine.ts';
import {nullArgument} from '../../runtime/fault.ts';
import {ApexId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {errorList, ofResult} from '../Database/results.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

export type LockResultClass = 'LockResult' | 'UnlockResult';

export class LockResult extends PlatformObject {
  override readonly typeName: string;
  readonly id: string | null;
  readonly errors: readonly DmlError[];
  readonly isSuccess: boolean;

  constructor(resultClass: LockResultClass, id: string | null, errors: readonly DmlError[] = [], isSuccess = true) {
    super();
    this.typeName = `Approval.${resultClass}`;
    this.id = id;
    this.errors = errors;
    this.isSuccess = isSuccess;
  }

  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    return ofResult(rt, this.isSuccess, this.id, this.errors);
  }
}

const RECORDS = ['Id', 'SObject', 'List<SObject>', 'List<Id>'];

function change(method: 'lock' | 'unlock', resultClass: LockResultClass): [string, Implementation][] {
  const implementation = (rt: Runtime, what: unknown) => {
    const ids = idsOf(what);
    rt.tx.limits.count('DmlStatements');
    rt.tx.limits.count('DmlRows', ids.length);
    for (const id of ids) rt.org.locks[method](existing(rt, id), rt.org.undo);
    const results = ids.map((id) => new LockResult(resultClass, id));
    return what instanceof ApexList ? new ApexList(rt.types.list(rt.types.get(`Approval.${resultClass}`)), results) : results[0];
  };
  return RECORDS.flatMap((type) =>
    ['', ',Boolean'].map((option): [string, Implementation] => [`${method}(${type}${option})`, implementation]),
  );
}

function isLocked(rt: Runtime, what: unknown): unknown {
  const locked = idsOf(what).map((id): [ApexId, boolean] => [new ApexId(id), rt.org.locks.isLocked(existing(rt, id))]);
  if (what instanceof ApexList) return ApexMap.of(rt, rt.types.map(rt.types.get('Id'), rt.types.get('Boolean')), locked);
  return locked[0]?.[1] ?? false;
}

function idsOf(what: unknown): readonly string[] {
  return (what instanceof ApexList ? what.elements : [what]).map((element) => {
    const id = element instanceof SObject ? element.id : element instanceof ApexId ? element.value : element;
    if (typeof id !== 'string') throw nullArgument();
    return id;
  });
}

/** What the platform answers for what is no record isn't documented. */
function existing(rt: Runtime, id: string): string {
  if (rt.org.records.record(id) !== null) return id;
  throw new UnsupportedError(`U324 The lock of ${id}, which is no record, is not supported.`);
}

function lockResultClass(name: LockResultClass): ClassDefinition {
  const getId = (_rt: Runtime, self: LockResult) => self.id;
  const isSuccess = (_rt: Runtime, self: LockResult) => self.isSuccess;
  const getErrors = (rt: Runtime, self: LockResult) => errorList(rt, self.errors);
  return defineClass(`Approval.${name}`, {
    'getId()': getId,
    'get Id': getId,
    'isSuccess()': isSuccess,
    'get Success': isSuccess,
    'getErrors()': getErrors,
    'get Errors': getErrors,
  });
}

export const approvalClasses: readonly ClassDefinition[] = [
  defineClass('System.Approval', {
    ...Object.fromEntries([...change('lock', 'LockResult'), ...change('unlock', 'UnlockResult')]),
    ...Object.fromEntries(RECORDS.map((type) => [`isLocked(${type})`, isLocked])),
  }),
  lockResultClass('LockResult'),
  lockResultClass('UnlockResult'),
];
