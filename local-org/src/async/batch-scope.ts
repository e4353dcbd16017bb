/** What `start` of a batchable gives, cut into the chunks that `execute` gets. */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {ApexList} from '../apex/runtime/list.ts';
import {SObject} from '../apex/runtime/sobject.ts';
import type {RuntimeType} from '../apex/runtime/runtime-type.ts';
import type {Quiddity} from '../transaction.ts';
import {elementsOf} from '../apex/library/System/Iterable.ts';
import {QueryLocator} from '../apex/library/Database/QueryLocator.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

/** "Salesforce chunks the records returned by the QueryLocator into smaller batches of up to 2,000 records"; an iterable has no such limit. */
const MOST_OF_A_LOCATOR = 2_000;

export interface BatchChunk {
  readonly size: number;
  /** The list that `execute` gets; records of a locator as they are when it is read. */
  read(rt: Runtime): ApexList;
  /** Ids of records, or the text of other elements. */
  names(rt: Runtime): readonly string[];
}

export interface BatchScope {
  readonly chunks: readonly BatchChunk[];
  /** Of the transactions that execute them. */
  readonly quiddity: Quiddity;
}

export const NO_SCOPE: BatchScope = {chunks: [], quiddity: 'BATCH_CHUNK_PARALLEL'};

/** @param result of `start` */
export function scopeOf(rt: Runtime, batchable: object, result: unknown, size: number): BatchScope {
  if (result instanceof QueryLocator) return ofLocator(rt, result, Math.min(size, MOST_OF_A_LOCATOR));
  if (typeof result !== 'object' || result === null) {
    throw rt.exception('System.UnexpectedException', 'Start did not return a valid iterable object.');
  }
  const listType = result instanceof ApexList ? result.type : executeListType(rt, batchable);
  const elements = [...elementsOf(rt, result)].map((element) => serializedCopy(rt, element));
  const chunks = slices(elements, size).map((slice) => ({
    size: slice.length,
    read: () => new ApexList(listType, [...slice]),
    names: (runtime: Runtime) => slice.map((element) => nameOf(runtime, element)),
  }));
  return {chunks, quiddity: 'BATCH_CHUNK_PARALLEL'};
}

/** "Batch Apex jobs run faster when the start method returns a QueryLocator object that doesn't include related records via a subquery": those are `BATCH_ACS`. */
function ofLocator(rt: Runtime, locator: QueryLocator, size: number): BatchScope {
  const reader = locator.reader(rt);
  const chunks = slices(idsOf(locator), size).map((slice) => ({size: slice.length, read: () => reader(slice), names: () => slice}));
  return {chunks, quiddity: locator.rows.some(({children}) => children !== null) ? 'BATCH_CHUNK_PARALLEL' : 'BATCH_ACS'};
}

function idsOf({rows}: QueryLocator): readonly string[] {
  return rows.flatMap(({id}) => id ?? []);
}

function slices<Element>(elements: readonly Element[], size: number): readonly (readonly Element[])[] {
  return Array.from({length: Math.ceil(elements.length / size)}, (_, index) => elements.slice(index * size, (index + 1) * size));
}

function nameOf(rt: Runtime, element: unknown): string {
  return element instanceof SObject && element.id !== null ? element.id : rt.stringOf(element);
}

/** The type of the list that the class's `execute` takes. */
function executeListType(rt: Runtime, batchable: object): RuntimeType {
  const {classes} = rt.org.generation;
  let info = classes.info(rt.typeOf(batchable).name);
  while (info !== null) {
    const type = info.methods.find(({name, parameters}) => name.toLowerCase() === 'execute' && parameters.length === 2)?.parameters[1]
      ?.type;
    if (type !== undefined) return rt.types.get(type);
    info = info.superclass === null ? null : classes.info(info.superclass);
  }
  return rt.types.list(rt.types.get('SObject'));
}
