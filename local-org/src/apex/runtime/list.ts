import {ApexCollection} from './collection.ts';
import {finalFault, listFault, nullArgument} from './fault.ts';
import type {RuntimeType} from './runtime-type.ts';

/** An Apex List. `elements` may be read freely; what changes it goes through the methods, which refuse where Apex does. */
export class ApexList extends ApexCollection {
  elements: unknown[];

  /** @param elements belong to the list from now on */
  constructor(type: RuntimeType, elements: unknown[] = []) {
    super(type);
    this.elements = elements;
  }

  get size(): number {
    return this.elements.length;
  }

  /** `list[index]` and `list.get(index)`. */
  get(index: number | null): unknown {
    if (index === null) throw nullArgument();
    if (index < 0 || index >= this.elements.length) throw outOfBounds(index);
    return this.elements[index];
  }

  /** `list[index] = value`; gives the value back. */
  set<Value>(index: number | null, value: Value): Value {
    if (index === null) throw nullArgument();
    if (index < 0 || index >= this.elements.length) throw outOfBounds(index);
    this.requireWritable();
    this.elements[index] = value;
    return value;
  }

  add(value: unknown): void {
    this.requireChangeable();
    this.elements.push(value);
  }

  insert(index: number, value: unknown): void {
    this.requireChangeable();
    if (index < 0 || index > this.elements.length) throw outOfBounds(index);
    this.elements.splice(index, 0, value);
  }

  addAll(values: Iterable<unknown>): void {
    this.requireChangeable();
    for (const value of values === this.elements ? [...values] : values) this.elements.push(value);
  }

  remove(index: number): unknown {
    this.requireChangeable();
    if (index < 0 || index >= this.elements.length) throw outOfBounds(index);
    return this.elements.splice(index, 1)[0];
  }

  /** To be called before elements change their places or are replaced. */
  requireWritable(): void {
    if (this.isReadOnly) throw finalFault('Collection is read-only');
  }

  clear(): void {
    this.requireChangeable();
    this.elements = [];
  }
}

export function outOfBounds(index: number): Error {
  return listFault(`List index out of bounds: ${String(index)}`);
}
