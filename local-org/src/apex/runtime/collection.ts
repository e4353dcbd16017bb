import {finalFault} from './fault.ts';
import type {RuntimeType} from './runtime-type.ts';

/**
 * What List, Set and Map share: the Apex type, and the two states in which they refuse to be changed.
 *
 * A `for (x : collection)` loop holds `iterating` up while it runs (in a `try … finally`), and every call that adds or removes elements throws as
 * long as it isn't 0: "Modifying a collection's elements while iterating through that collection is not supported and causes an error" (Apex
 * Developer Guide, "Iterating Collections"; for sets since API 62.0: Winter '25 release notes). Replacing the element at an index is no such change.
 */
export abstract class ApexCollection {
  readonly type: RuntimeType;
  #iterating = 0;
  /** `Trigger.new` and its like. */
  isReadOnly = false;

  constructor(type: RuntimeType) {
    this.type = type;
  }

  /** The number of loops that run over this collection now. */
  get iterating(): number {
    return this.#iterating;
  }

  set iterating(loops: number) {
    this.#iterating = loops;
  }

  /** To be called before elements are added or removed. */
  protected requireChangeable(): void {
    if (this.iterating !== 0) throw finalFault('Cannot modify a collection while it is being iterated.');
    if (this.isReadOnly) throw finalFault('Collection is read-only');
  }
}
