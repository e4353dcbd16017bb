/** The DML engine of an org: limits, mixed objects, chunks, upserts and exceptions around the order of execution. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import {nullPointer} from '../apex/runtime/fault.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import {eventBusOf} from '../async/async-work.ts';
import {isNeverDeleted, isReadOnly} from '../data/allowed-dml.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {dmlException} from './dml-exception.ts';
import type {DmlEngine, DmlError, DmlRequest, DmlResult, MergeOutcome, MergeRequest} from './dml-engine.ts';
import type {IndexedRecord} from './load-rows.ts';
import {LeadConverter, type ConversionResult, type LeadConversion} from './lead-conversion.ts';
import {mergeRecords} from './merge.ts';
import {forbidMixedDml} from './mixed-dml.ts';
import {takeFromRecycleBin} from './recycle-bin.ts';
import {saveAll, saveGood, type Attempts, type SavedRow, type SaveSettings} from './save-chunk.ts';
import type {SaveEnvironment} from './save-environment.ts';
import type {SaveOperation} from './save-request.ts';
import {splitUpsert} from './upsert.ts';

/** Records that a trigger sees at once (Apex Developer Guide, "Triggers and Bulk Request Best Practices"). */
const CHUNK_SIZE = 200;

type Save = (operation: SaveOperation, records: readonly IndexedRecord[]) => SavedRow[];

export class ApexDmlEngine implements DmlEngine {
  readonly #rt: Runtime;
  readonly #environment: () => SaveEnvironment;

  /** @param environment gives the view of the org at the time of the call */
  constructor(rt: Runtime, environment: () => SaveEnvironment) {
    this.#rt = rt;
    this.#environment = environment;
  }

  execute(request: DmlRequest): readonly DmlResult[] {
    const {records, operation} = request;
    if (records.length === 0) return [];
    this.#admit(request);
    const attempts = this.#attempts();
    const undo = attempts.mark();
    const results: DmlResult[] = [];
    for (const run of runsOfOneObject(this.#rt, records)) {
      const settings = this.#settings(request, run.object);
      const save: Save = (saveOperation, rows) =>
        this.#saveInChunks({...settings, operation: saveOperation}, request.allOrNone, rows, attempts);
      results.push(...(operation === 'upsert' ? this.#upsert(request, run, save) : save(operation, run.records).map(toResult)));
    }
    if (request.allOrNone && results.some((result) => !result.isSuccess)) {
      undo();
      if (request.origin === 'api')
        return records.map((_record, index) => results.find((result) => result.index === index && !result.isSuccess) ?? rolledBack(index));
      throw dmlException(this.#rt, operation, records, results);
    }
    if (operation === 'insert' || operation === 'upsert') returnIds(records, results);
    eventBusOf(this.#rt).release();
    return results;
  }

  merge({master, duplicateIds, allOrNone, access, withSharing}: MergeRequest): MergeOutcome {
    const {tx} = this.#rt;
    tx.limits.count('DmlStatements');
    tx.limits.count('DmlRows', duplicateIds.length + 1);
    forbidMixedDml(this.#rt, 'update', [master]);
    const settings = {
      environment: this.#environment(),
      object: master.descriptor,
      access,
      origin: 'apex',
      enforcesSharing: access === 'user' || (withSharing ?? false),
    } as const;
    const outcome = mergeRecords(settings, master, duplicateIds, this.#attempts());
    if (allOrNone && outcome.results.some((result) => !result.isSuccess)) throw dmlException(this.#rt, 'merge', [master], outcome.results);
    return outcome;
  }

  emptyRecycleBin(ids: readonly string[]): readonly DmlResult[] {
    const {tx} = this.#rt;
    if (ids.length === 0) throw new UnsupportedError('U326 Database.emptyRecycleBin of an empty list ends the transaction in an org.');
    tx.limits.count('DmlStatements');
    tx.limits.count('DmlRows', ids.length);
    const {schema, rows} = this.#environment();
    return ids.map((id, index) => {
      const object = schema.objectByPrefix(id.slice(0, 3));
      if (object !== null && takeFromRecycleBin(rows, object, id)) {
        return {index, id, isSuccess: true, isCreated: false, errors: []};
      }
      const error = {statusCode: 'INVALID_ID_FIELD', message: 'invalid record id; no recycle bin entry found', fields: []};
      return {index, id: null, isSuccess: false, isCreated: false, errors: [error]};
    });
  }

  convertLeads(conversions: readonly LeadConversion[], allOrNone: boolean): readonly ConversionResult[] {
    const {tx} = this.#rt;
    tx.limits.count('DmlStatements');
    tx.limits.count('DmlRows', conversions.length);
    const attempts = this.#attempts();
    const undo = attempts.mark();
    const converter = new LeadConverter(this.#rt, this.#environment(), attempts);
    const results = conversions.map((conversion) => converter.convert(conversion));
    if (!allOrNone || results.every(({errors}) => errors.length === 0)) return results;
    undo();
    const failures = results.map(({leadId, errors}, index) => ({
      index,
      id: leadId,
      isSuccess: errors.length === 0,
      isCreated: false,
      errors,
    }));
    throw dmlException(this.#rt, 'convertLead', [], failures);
  }

  #admit({records, operation, origin, isPublish = false}: DmlRequest): void {
    const {tx} = this.#rt;
    if (records.some((record) => (record as SObject | null) === null)) throw nullPointer();
    if (isPublish) countPublishing(this.#rt, records);
    else if (origin === 'apex') {
      tx.limits.count('DmlStatements');
      tx.limits.count('DmlRows', records.length);
    }
    for (const {descriptor} of records) forbidUnsupported(this.#rt, operation, descriptor);
    if ((operation === 'insert' && !isPublish) || operation === 'upsert') forbidSameElements(this.#rt, records);
    if (operation !== 'insert') forbidRepeatedIds(this.#rt, operation, records);
    forbidMixedDml(this.#rt, operation, records);
  }

  #settings(request: DmlRequest, object: SObjectDescriptor): Omit<SaveSettings, 'operation'> {
    const {access, origin, allowsTruncation = false} = request;
    const enforcesSharing = access === 'user' || origin === 'api' || (request.withSharing ?? false);
    return {environment: this.#environment(), object, access, origin, enforcesSharing, allowsTruncation};
  }

  #saveInChunks(settings: SaveSettings, allOrNone: boolean, records: readonly IndexedRecord[], attempts: Attempts): SavedRow[] {
    const saved: SavedRow[] = [];
    for (let start = 0; start < records.length; start += CHUNK_SIZE) {
      const chunk = records.slice(start, start + CHUNK_SIZE);
      saved.push(...(allOrNone ? saveAll(settings, chunk, attempts) : saveGood(settings, chunk, attempts)));
      if (allOrNone && saved.some((row) => row.errors.length > 0)) break;
    }
    return saved;
  }

  #upsert(request: DmlRequest, run: ObjectRun, save: Save): DmlResult[] {
    const {inserts, updates, refused} = splitUpsert(this.#environment(), run.object, request.externalId, run.records);
    const results = [
      ...refused.map(toResult),
      ...save('insert', inserts).map((row) => ({...toResult(row), isCreated: row.errors.length === 0})),
      ...save('update', updates).map(toResult),
    ];
    return results.sort((left, right) => left.index - right.index);
  }

  #attempts(): Attempts {
    const {tx, org} = this.#rt;
    return {
      mark: () => {
        const mark = org.undo.mark();
        const limits = tx.limits.snapshot();
        return () => {
          org.undo.rollbackTo(mark);
          tx.limits.restore(limits);
        };
      },
    };
  }
}

interface ObjectRun {
  readonly object: SObjectDescriptor;
  readonly records: readonly IndexedRecord[];
}

/** Runs of one object that a list may hold. */
const MAXIMUM_RUNS = 10;

/** A list of SObjects may hold several objects; neighbours of one object are saved together. */
function runsOfOneObject(rt: Runtime, records: readonly SObject[]): ObjectRun[] {
  const runs: {object: SObjectDescriptor; records: IndexedRecord[]}[] = [];
  for (const [index, input] of records.entries()) {
    const last = runs.at(-1);
    if (last?.object === input.descriptor) last.records.push({index, input});
    else runs.push({object: input.descriptor, records: [{index, input}]});
  }
  if (runs.length <= MAXIMUM_RUNS) return runs;
  const message = 'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.';
  throw rt.exception('System.TypeException', message);
}

/**
 * "For events configured with the Publish After Commit behavior, each method execution is counted as one DML statement … Publish Immediately … against a
 * separate event publishing limit" (Apex Reference Guide, "EventBus Class").
 */
function countPublishing({tx}: Runtime, events: readonly SObject[]): void {
  const behaviours = new Set(events.map(({descriptor}) => descriptor.publishBehavior));
  if (behaviours.has('PublishAfterCommit')) tx.limits.count('DmlStatements');
  if (behaviours.has('PublishImmediately')) tx.limits.count('PublishImmediateDML');
}

function forbidUnsupported(rt: Runtime, operation: DmlRequest['operation'], object: SObjectDescriptor): void {
  const {name, kind} = object;
  if (kind === 'signature only') throw new UnsupportedError(`U402 DML on ${name} is not supported: only its field types are known.`);
  const isRefused = isReadOnly(object) || (kind === 'platform event' && operation !== 'insert');
  if (isRefused || (isNeverDeleted(object) && (operation === 'delete' || operation === 'undelete'))) {
    throw rt.exception('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${name}`);
  }
}

/** A record gets one Id: it may not stand twice in a list that is inserted. */
function forbidSameElements(rt: Runtime, records: readonly SObject[]): void {
  if (new Set(records).size === records.length) return;
  throw rt.exception('System.ListException', 'Before Insert or Upsert list must not have two identically equal elements');
}

/** Apex Reference Guide, "System.ListException": the same record may not stand twice in one statement. */
function forbidRepeatedIds(rt: Runtime, operation: DmlRequest['operation'], records: readonly SObject[]): void {
  const seen = new Set<string>();
  for (const {id} of records) {
    if (id === null) continue;
    if (seen.has(id) && operation !== 'undelete') throw rt.exception('System.ListException', `Duplicate id in list: ${id}`);
    seen.add(id);
  }
}

function returnIds(records: readonly SObject[], results: readonly DmlResult[]): void {
  for (const {index, id} of results) {
    const record = records[index];
    if (record?.id === null && id !== null && record.descriptor.kind !== 'platform event') record.id = id;
  }
}

/** What the APIs say of the good records of a request that had bad ones. */
function rolledBack(index: number): DmlResult {
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  const error = {statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: []};
  return {index, id: null, isSuccess: false, isCreated: false, errors: [error]};
}

function toResult({
  index,
  id,
  errors,
  uuid = null,
}: {
  readonly index: number;
  readonly id: string | null;
  readonly errors: readonly DmlError[];
  readonly uuid?: string | null;
}): DmlResult {
  // Platform Events Developer Guide, "Status Code Returned for Asynchronous Publishing".
  const enqueued = uuid === null ? null : {statusCode: 'OPERATION_ENQUEUED', message: uuid, fields: []};
  return {index, id, isSuccess: errors.length === 0, isCreated: false, errors, enqueued};
}
