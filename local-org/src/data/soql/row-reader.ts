/** Values of stored rows: their own, their parents', and functions of them. */
import {ApexDate, MILLIS_PER_DAY} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {StoredRow} from '../tables/table.ts';
import type {DateFunction, FieldRef, Hop, RowValue} from './planned-query.ts';
import type {QueryEnvironment} from './query-environment.ts';
import {isUserRecordAccess, userRecordAccessRow} from './user-record-access.ts';

/** A row together with its object, which behind a polymorphic lookup isn't the one that the path names. */
export interface ObjectRow {
  readonly object: SObjectDescriptor;
  readonly row: StoredRow;
}

export class RowReader {
  readonly #environment: QueryEnvironment;

  constructor(environment: QueryEnvironment) {
    this.#environment = environment;
  }

  /** The Apex value; null where the field or a parent on the way is empty. */
  read(value: RowValue, from: ObjectRow): unknown {
    switch (value.kind) {
      case 'field':
        return this.ref(value, from);
      case 'label':
        return labelOf(value.argument.field, this.ref(value.argument, from));
      case 'date function':
        return this.#dateFunction(value.name, this.ref(value.argument, from), value.inUserZone);
    }
  }

  ref(ref: FieldRef, from: ObjectRow): unknown {
    let at: ObjectRow | null = from;
    for (const hop of ref.hops) {
      at = this.parent(hop, at);
      if (at === null) return null;
    }
    return this.field(ref.field, at);
  }

  /** @param field of the row's object, or of `Name` for a row behind a polymorphic lookup */
  field(field: FieldDescriptor, {object, row}: ObjectRow): unknown {
    const own = object.fields[field.index] === field ? field : object.fieldsByKey.get(field.key);
    // An object's own `Type` is another thing than the `Type` of the name behind a lookup.
    if (own === undefined || (own !== field && own.key === 'type')) return nameField(field, {object, row});
    if (own.formula !== null || own.summary !== null) return this.#environment.computed(object, row, own);
    return row.slots[own.index] ?? null;
  }

  /** The row behind a lookup. */
  parent(hop: Hop, from: ObjectRow): ObjectRow | null {
    if (isUserRecordAccess(hop.target)) return this.#userRecordAccess(hop.target, from);
    const id = this.field(hop.lookup, from);
    if (typeof id !== 'string') return null;
    const object = hop.isPolymorphic ? this.#environment.schema.objectByPrefix(id.slice(0, 3)) : hop.target;
    const row = object === null ? undefined : this.#environment.tables.get(object, id);
    return object === null || row === undefined ? null : {object, row};
  }

  /** What the running user may do with a row. */
  #userRecordAccess(object: SObjectDescriptor, {row}: ObjectRow): ObjectRow | null {
    const userId = this.#environment.userId();
    const recordId = row.slots[0];
    if (typeof recordId !== 'string') return null;
    return {object, row: userRecordAccessRow(object, userId, recordId, this.#environment.rightsOf(userId, recordId))};
  }

  #dateFunction(name: DateFunction, value: unknown, inUserZone: boolean): unknown {
    if (value instanceof ApexDate) return datePart(name, value, 0);
    if (!(value instanceof ApexDatetime)) return null;
    const local = inUserZone ? value.local(this.#environment.userZone()) : value.epoch;
    const day = new ApexDate(Math.floor(local / MILLIS_PER_DAY));
    return datePart(name, day, Math.floor((local - day.days * MILLIS_PER_DAY) / 3_600_000));
  }
}

/** What `Name` shows of rows that have no field of that name: groups and queues have no user name, say. */
function nameField(field: FieldDescriptor, {object, row}: ObjectRow): unknown {
  if (field.key === 'type') {
    const type = object.name === 'Group' ? object.fieldsByKey.get('type') : undefined;
    return type !== undefined && row.slots[type.index] === 'Queue' ? 'Queue' : object.name;
  }
  return field.key === 'name' && object.nameField !== null ? (row.slots[object.nameField.index] ?? null) : null;
}

/** The label of a picklist value; a value that the picklist doesn't have is its own label. */
export function labelOf(field: FieldDescriptor, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return field.picklist?.values.find((entry) => entry.value.toLowerCase() === value.toLowerCase())?.label ?? value;
}

/** SOQL and SOSL Reference, "Date Functions". */
function datePart(name: DateFunction, day: ApexDate, hour: number): unknown {
  switch (name) {
    case 'CALENDAR_MONTH':
    case 'FISCAL_MONTH':
      return day.month();
    case 'CALENDAR_QUARTER':
    case 'FISCAL_QUARTER':
      return Math.floor((day.month() - 1) / 3) + 1;
    case 'CALENDAR_YEAR':
    case 'FISCAL_YEAR':
      return day.year();
    case 'DAY_IN_MONTH':
      return day.day();
    case 'DAY_IN_WEEK':
      return day.dayOfWeek() + 1;
    case 'DAY_IN_YEAR':
      return day.dayOfYear();
    case 'DAY_ONLY':
      return day;
    case 'HOUR_IN_DAY':
      return hour;
    case 'WEEK_IN_MONTH':
      return Math.floor((day.day() - 1) / 7) + 1;
    case 'WEEK_IN_YEAR':
      return Math.floor((day.dayOfYear() - 1) / 7) + 1;
  }
}
