/** Records as a query gives them: what was selected and the Id, nothing else. */
import {ApexList} from '../../apex/runtime/list.ts';
import {setChildren, SObject, type Populated} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {Hop, Projection} from './planned-query.ts';
import type {QueryEnvironment} from './query-environment.ts';
import {labelOf, type ObjectRow, type RowReader} from './row-reader.ts';

/** The children of one parent, which the query of the relationship found. */
export type ChildRows = (projection: Extract<Projection, {kind: 'children'}>, parentId: string) => readonly SObject[];

export class Projector {
  readonly #environment: QueryEnvironment;
  readonly #reader: RowReader;
  /** One order for all rows of a projection. */
  readonly #orders = new Map<readonly Projection[], Populated[]>();

  constructor(environment: QueryEnvironment, reader: RowReader) {
    this.#environment = environment;
    this.#reader = reader;
  }

  /** @param object whose record is made: `Name` for a parent behind a polymorphic lookup */
  record(object: SObjectDescriptor, select: readonly Projection[], from: ObjectRow, children: ChildRows): SObject {
    const slots = new Array<unknown>(object.fields.length);
    slots[0] = from.row.slots[0] ?? null;
    const record = SObject.ofQuery(object, slots, this.#order(select));
    for (const item of select) {
      switch (item.kind) {
        case 'field': {
          const value = this.#reader.field(item.field, from);
          slots[item.field.index] = item.asLabel ? labelOf(item.field, value) : value;
          break;
        }
        case 'parent':
          this.#setParent(record, item.hop, from, (parent) => this.record(item.hop.target, item.select, parent, children));
          break;
        case 'typeof':
          this.#setParent(record, item.hop, from, (parent) => this.#typed(item, parent, children));
          break;
        case 'children': {
          const rows = typeof slots[0] === 'string' ? children(item, slots[0]) : [];
          setChildren(record, item.relationship, new ApexList(this.#environment.listType(item.query.object), [...rows]));
          break;
        }
      }
    }
    return record;
  }

  #setParent(record: SObject, hop: Hop, from: ObjectRow, make: (parent: ObjectRow) => SObject): void {
    const parent = this.#reader.parent(hop, from);
    // Selecting a field of a parent selects the lookup along with it.
    record.slots[hop.lookup.index] = this.#reader.field(hop.lookup, from);
    record.parents ??= new Map();
    record.parents.set(hop.lookup.index, parent === null ? null : make(parent));
  }

  #typed(item: Extract<Projection, {kind: 'typeof'}>, parent: ObjectRow, children: ChildRows): SObject {
    const branch = item.branches.find((candidate) => candidate.object === parent.object);
    if (branch !== undefined) return this.record(parent.object, branch.select, parent, children);
    return this.record(item.hop.target, item.otherwise ?? [], parent, children);
  }

  #order(select: readonly Projection[]): Populated[] {
    let order = this.#orders.get(select);
    if (order === undefined) {
      order = orderOf(select);
      this.#orders.set(select, order);
    }
    return order;
  }
}

/** As selected; the Id and the lookups that come along stand at the end. */
function orderOf(select: readonly Projection[]): Populated[] {
  const order: Populated[] = [];
  const lookups: FieldDescriptor[] = [];
  for (const item of select) {
    if (item.kind === 'field') order.push(item.field.index);
    else if (item.kind === 'children') order.push(item.relationship.toLowerCase());
    else {
      order.push(item.hop.lookup.relationshipName?.toLowerCase() ?? '');
      if (!item.hop.lookup.isHidden) lookups.push(item.hop.lookup);
    }
  }
  for (const index of [...lookups.map((lookup) => lookup.index), 0]) if (!order.includes(index)) order.push(index);
  return order;
}
