import {ApexDate} from '../apex/runtime/date.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {FieldDescriptor, PicklistValue, SObjectDescriptor} from '../data/descriptor.ts';

/** The fields of one record by their names, as they are and as they were. */
export class RecordFields {
  readonly #object: SObjectDescriptor;
  readonly #slots: unknown[];
  readonly #before: readonly unknown[] | null;

  constructor(object: SObjectDescriptor, slots: unknown[], before: readonly unknown[] | null) {
    this.#object = object;
    this.#slots = slots;
    this.#before = before;
  }

  get(name: string): unknown {
    return this.#slots[this.#field(name).index] ?? null;
  }

  before(name: string): unknown {
    return this.#before?.[this.#field(name).index] ?? null;
  }

  set(name: string, value: unknown): void {
    this.#slots[this.#field(name).index] = value;
  }

  isChanged(name: string): boolean {
    return keyOf(this.get(name)) !== keyOf(this.before(name));
  }

  isClosed(name: string, status: unknown): boolean {
    return this.valueOf(name, status)?.isClosed === true;
  }

  /** What is known of a value of a picklist; undefined for a value that it doesn't have. */
  valueOf(name: string, value: unknown): PicklistValue | undefined {
    return this.#field(name).picklist?.values.find((each) => each.value === value);
  }

  #field(name: string): FieldDescriptor {
    const field = this.#object.fieldsByKey.get(name.toLowerCase());
    if (field === undefined) throw new Error(`${this.#object.name} has no field ${name}, which its other fields are derived from.`);
    return field;
  }
}

function keyOf(value: unknown): unknown {
  if (value instanceof Decimal) return Number(value.toPlainString());
  if (value instanceof ApexDatetime) return value.epoch;
  return value instanceof ApexDate ? value.days : value;
}
