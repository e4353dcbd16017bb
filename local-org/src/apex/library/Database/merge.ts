/** `Database.merge` and `Database.emptyRecycleBin` with their results (Apex Reference Guide, "Database Class"). */
import type {DmlResult, MergeOutcome} from '../../../dml/dml-engine.ts';
import {invalidParameter, nullPointer} from '../../runtime/fault.ts';
import {ApexId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import {AccessLevel, modeOf} from '../System/AccessLevel.ts';
import {errorList, ofResult} from './results.ts';

export class MergeResult extends PlatformObject {
  override readonly typeName = 'Database.MergeResult';
  readonly masterId: string | null;
  readonly result: DmlResult;
  readonly outcome: MergeOutcome;

  constructor(masterId: string | null, result: DmlResult, outcome: MergeOutcome) {
    super();
    this.masterId = masterId;
    this.result = result;
    this.outcome = outcome;
  }

  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    return [
      ['updatedRelatedIds', ofMerge.relatedIds(rt, this)],
      ['success', ofMerge.success(rt, this)],
      ['mergedRecordIds', ofMerge.mergedIds(rt, this)],
      ['id', ofMerge.id(rt, this)],
      ['errors', ofMerge.errors(rt, this)],
    ];
  }
}

const ofMerge = {
  id: (_rt: Runtime, {masterId, result}: MergeResult) => (result.isSuccess ? masterId : null),
  success: (_rt: Runtime, {result}: MergeResult) => result.isSuccess,
  errors: (rt: Runtime, {result}: MergeResult) => errorList(rt, result.errors),
  mergedIds: (rt: Runtime, {result}: MergeResult) => strings(rt, result.id === null ? [] : [result.id]),
  relatedIds: (rt: Runtime, {outcome}: MergeResult) => strings(rt, outcome.reparentedIds),
};

export class EmptyRecycleBinResult extends PlatformObject {
  override readonly typeName = 'Database.EmptyRecycleBinResult';
  readonly result: DmlResult;

  constructor(result: DmlResult) {
    super();
    this.result = result;
  }

  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    return ofResult(rt, this.result.isSuccess, this.result.id, this.result.errors);
  }
}

const ofBin = {
  id: (_rt: Runtime, {result}: EmptyRecycleBinResult) => result.id,
  success: (_rt: Runtime, {result}: EmptyRecycleBinResult) => result.isSuccess,
  errors: (rt: Runtime, {result}: EmptyRecycleBinResult) => errorList(rt, result.errors),
};

export const mergeClasses: readonly ClassDefinition[] = [
  defineClass('Database.MergeResult', {
    'getId()': ofMerge.id,
    'get Id': ofMerge.id,
    'isSuccess()': ofMerge.success,
    'get Success': ofMerge.success,
    'getErrors()': ofMerge.errors,
    'get Errors': ofMerge.errors,
    'getMergedRecordIds()': ofMerge.mergedIds,
    'get MergedRecordIds': ofMerge.mergedIds,
    'getUpdatedRelatedIds()': ofMerge.relatedIds,
    'get UpdatedRelatedIds': ofMerge.relatedIds,
  }),
  defineClass('Database.EmptyRecycleBinResult', {
    'getId()': ofBin.id,
    'get Id': ofBin.id,
    'isSuccess()': ofBin.success,
    'get Success': ofBin.success,
    'getErrors()': ofBin.errors,
    'get Errors': ofBin.errors,
  }),
];

export const mergeMembers: Readonly<Record<string, Implementation>> = {
  ...Object.fromEntries(
    ['Id', 'SObject', 'List<Object>'].flatMap((duplicates) =>
      ['', ',Boolean'].flatMap((option) =>
        ['', ',AccessLevel'].map((level): [string, Implementation] => [
          `merge(SObject,${duplicates}${option}${level})`,
          (rt: Runtime, master: SObject | null, what: unknown, ...rest: unknown[]) => merge(rt, master, what, rest),
        ]),
      ),
    ),
  ),
  'emptyRecycleBin(SObject)': (rt: Runtime, record: SObject | null) => binResults(rt, [record])[0],
  'emptyRecycleBin(List<SObject>)': emptyBin,
  'emptyRecycleBin(List<Id>)': emptyBin,
};

function merge(rt: Runtime, master: SObject | null, what: unknown, rest: readonly unknown[]): unknown {
  if (master === null || what === null) throw nullPointer();
  const duplicateIds = (what instanceof ApexList ? what.elements : [what]).map(idOf);
  const outcome = rt.tx.dml.merge({
    master,
    duplicateIds,
    allOrNone: rest.find((argument) => typeof argument === 'boolean') ?? true,
    access: modeOf(rest.find((argument) => argument instanceof AccessLevel) ?? null),
    withSharing: rt.withSharing(),
  });
  const results = outcome.results.map((result) => new MergeResult(master.id, result, outcome));
  return what instanceof ApexList ? new ApexList(rt.types.list(rt.types.get('Database.MergeResult')), results) : results[0];
}

function emptyBin(rt: Runtime, records: ApexList | null): ApexList {
  if (records === null) throw nullPointer();
  return new ApexList(rt.types.list(rt.types.get('Database.EmptyRecycleBinResult')), binResults(rt, records.elements));
}

function binResults(rt: Runtime, records: readonly unknown[]): EmptyRecycleBinResult[] {
  return rt.tx.dml.emptyRecycleBin(records.map(idOf)).map((result) => new EmptyRecycleBinResult(result));
}

function idOf(what: unknown): string {
  const id = what instanceof SObject ? what.id : what instanceof ApexId ? what.value : what;
  if (typeof id === 'string') return id;
  if (what instanceof SObject) throw invalidParameter('The record has no Id');
  throw nullPointer();
}

function strings(rt: Runtime, texts: readonly string[]): ApexList {
  return new ApexList(rt.types.list(rt.types.get('String')), [...texts]);
}
