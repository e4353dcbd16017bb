/**
 * A copy of a value as it comes out of serialization: what jobs are queued as, what a batch keeps between its chunks, what a cache gives back. Objects that
 * occur twice stay one object; transient variables are null (Apex Developer Guide, "Using the transient Keyword").
 */
import {ApexException} from './exceptions.ts';
import {ApexFault} from './fault.ts';
import {ApexList} from './list.ts';
import {ApexMap} from './map.ts';
import {ApexObject} from './apex-object.ts';
import {PlatformObject} from './platform-object.ts';
import type {Runtime} from './runtime.ts';
import {ApexSet} from './set.ts';
import {SObject} from './sobject.ts';
import {isStub} from './stub.ts';
import {UnsupportedError} from './unsupported.ts';

/** @throws System.SerializationException `Not Serializable: System.HttpRequest` */
export function serializedCopy<Value>(rt: Runtime, value: Value): Value {
  return new Copier(rt).copy(value) as Value;
}

/** Objects of the platform that never change, so that original and copy can be one. */
const IMMUTABLE = new Set([
  'Database.DeleteResult',
  'Database.Error',
  'Database.SaveResult',
  'Database.UndeleteResult',
  'Database.UpsertResult',
  'Schema.SObjectField',
  'Schema.SObjectType',
  'System.Type',
  'System.UUID',
  'System.Url',
]);

/** Observed in orgs, where jobs that hold one of these can't be queued. */
const NOT_SERIALIZABLE = new Set(['System.Http', 'System.HttpRequest', 'System.HttpResponse']);

class Copier {
  readonly #rt: Runtime;
  readonly #copies = new Map<object, object>();

  constructor(rt: Runtime) {
    this.#rt = rt;
  }

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#copies.get(value);
    if (known !== undefined) return known;
    if (value instanceof ApexList) return this.#list(value);
    if (value instanceof ApexSet) return this.#set(value);
    if (value instanceof ApexMap) return this.#map(value);
    if (value instanceof SObject) return this.#record(value);
    if (value instanceof ApexObject || value instanceof ApexException) return this.#object(value);
    if (value instanceof PlatformObject) return platformObject(value);
    // Dates, Decimals, enum constants and their like never change.
    return value;
  }

  #list(list: ApexList): ApexList {
    const copy = new ApexList(list.type);
    this.#copies.set(list, copy);
    copy.elements = list.elements.map((element) => this.copy(element));
    return copy;
  }

  #set(set: ApexSet): ApexSet {
    const copy = new ApexSet(set.type);
    this.#copies.set(set, copy);
    for (const element of set.values()) copy.add(this.#rt, this.copy(element));
    return copy;
  }

  #map(map: ApexMap): ApexMap {
    const copy = new ApexMap(map.type);
    this.#copies.set(map, copy);
    for (const {key, value} of map.entries()) copy.put(this.#rt, this.copy(key), this.copy(value));
    return copy;
  }

  #record(record: SObject): SObject {
    const copy = new SObject(record.descriptor, record.slots.slice(), record.order?.slice() ?? null);
    this.#copies.set(record, copy);
    copy.isQueried = record.isQueried;
    copy.refusesErrors = record.refusesErrors;
    copy.cloneSource = record.cloneSource;
    copy.cleared = record.cleared;
    copy.nulled = record.nulled && new Set(record.nulled);
    copy.parents = record.parents && new Map([...record.parents].map(([index, parent]) => [index, parent && this.#copyOf(parent)]));
    copy.children = record.children && new Map([...record.children].map(([key, rows]) => [key, this.#copyOf(rows)]));
    return copy;
  }

  #copyOf<Item extends object>(item: Item): Item {
    return this.copy(item) as Item;
  }

  /** Neither constructors nor initial values run. The copy is of the class as it is now, which may have been deployed again since. */
  #object(object: ApexObject | ApexException): object {
    if (isStub(object)) throw new UnsupportedError(`U316 Serializing a stub of ${object.type.name} is not supported.`);
    const copy = object instanceof ApexException ? exceptionLike(object) : this.#rt.types.allocate(object.type);
    this.#copies.set(object, copy);
    const transient = this.#transientSlots(object.type.name);
    for (const [slot, value] of Object.entries(object)) Reflect.set(copy, slot, transient.has(slot) ? null : this.copy(value));
    return copy;
  }

  #transientSlots(className: string): ReadonlySet<string> {
    const {classes} = this.#rt.org.generation;
    const slots = new Set<string>();
    for (let info = classes.info(className); info !== null; info = info.superclass === null ? null : classes.info(info.superclass)) {
      for (const {slot, isTransient, isStatic} of info.fields) if (isTransient && !isStatic && slot !== null) slots.add(slot);
    }
    return slots;
  }
}

function exceptionLike(exception: ApexException): object {
  return Object.defineProperties(
    Object.create(Object.getPrototypeOf(exception) as object) as object,
    Object.getOwnPropertyDescriptors(exception),
  );
}

function platformObject(object: PlatformObject): PlatformObject {
  const {typeName} = object;
  if (IMMUTABLE.has(typeName)) return object;
  if (NOT_SERIALIZABLE.has(typeName)) throw new ApexFault('System.SerializationException', `Not Serializable: ${typeName}`);
  throw new UnsupportedError(`U316 Serializing ${typeName} is not supported.`);
}
