/**
 * Jobs are serialised when they are enqueued and read back when they run, so that what happens to the object in between doesn't matter: a deep copy without
 * transient variables, which are null ("ignored by serialization and deserialization", Apex Developer Guide, "Queueable Apex"). No constructor and no
 * initialiser runs. Immutable values, tokens and objects of the platform are shared.
 */
import {ApexObject} from '../apex/runtime/apex-object.ts';
import {ApexList} from '../apex/runtime/list.ts';
import {ApexMap} from '../apex/runtime/map.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {ApexSet} from '../apex/runtime/set.ts';
import {cloneRecord} from '../apex/runtime/sobject-clone.ts';
import {SObject} from '../apex/runtime/sobject.ts';
import {isStub} from '../apex/runtime/stub.ts';

export function serializedCopy<Value>(rt: Runtime, value: Value): Value {
  return new Serialization(rt).copy(value) as Value;
}

class Serialization {
  readonly #rt: Runtime;
  /** Copies by their originals: objects that two others share stay shared. */
  readonly #copies = new Map<object, object>();

  constructor(rt: Runtime) {
    this.#rt = rt;
  }

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return this.#copies.get(value) ?? this.#copyObject(value);
  }

  #copyObject(value: object): object {
    if (value instanceof ApexList) return this.#copyList(value);
    if (value instanceof ApexSet) return this.#copySet(value);
    if (value instanceof ApexMap) return this.#copyMap(value);
    if (value instanceof SObject) return this.#copyRecord(value);
    if (value instanceof ApexObject && !isStub(value)) return this.#copyInstance(value);
    return value;
  }

  #copyList(list: ApexList): ApexList {
    const copy = new ApexList(list.type);
    this.#copies.set(list, copy);
    copy.elements = list.elements.map((element) => this.copy(element));
    return copy;
  }

  #copySet(set: ApexSet): ApexSet {
    const copy = new ApexSet(set.type);
    this.#copies.set(set, copy);
    for (const value of set.values()) copy.add(this.#rt, this.copy(value));
    return copy;
  }

  #copyMap(map: ApexMap): ApexMap {
    const copy = new ApexMap(map.type);
    this.#copies.set(map, copy);
    for (const {key, value} of map.entries()) copy.put(this.#rt, this.copy(key), this.copy(value));
    return copy;
  }

  #copyRecord(record: SObject): SObject {
    const everything = {preserveId: true, isDeepClone: true, preserveReadonlyTimestamps: true, preserveAutonumber: true};
    const copy = cloneRecord(record, everything);
    copy.cloneSource = record.cloneSource;
    this.#copies.set(record, copy);
    return copy;
  }

  #copyInstance(instance: ApexObject): object {
    const {types} = this.#rt;
    const copy = types.allocate(instance.type);
    this.#copies.set(instance, copy);
    const transient = this.#transientSlots(instance.type.name);
    for (const [slot, value] of Object.entries(instance)) Reflect.set(copy, slot, transient.has(slot) ? null : this.copy(value));
    return copy;
  }

  /** Of a class and its superclasses. */
  #transientSlots(className: string): ReadonlySet<string> {
    const {classes} = this.#rt.org.generation;
    const slots = new Set<string>();
    for (let info = classes.info(className); info !== null; info = info.superclass === null ? null : classes.info(info.superclass)) {
      for (const {slot, isTransient} of info.fields) if (isTransient && slot !== null) slots.add(slot);
    }
    return slots;
  }
}
