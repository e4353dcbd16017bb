/**
 * Fields and relationships of records by names that are known only at run time: `get`, `put`, `isSet`, `getSObject` and so on (Apex Reference Guide,
 * "SObject Class"). Values go out boxed as Objects, and come in converted to the type of their field.
 */
import type {FieldDescriptor} from '../../data/descriptor.ts';
import {ApexBlob} from './blob.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexFault, nullArgument} from './fault.ts';
import {ApexId, stringToId} from './id.ts';
import type {ApexList} from './list.ts';
import {getField, getParent, requireWritable, setField, setParent, type SObject} from './sobject.ts';
import {ApexTime} from './time.ts';

/** The Apex type of a value, as messages name it: `Runtime.typeOf(value).name`. */
export type TypeNameOf = (value: unknown) => string;

/** @throws SObjectException `Invalid field Foo for Lead` */
export function requireField(record: SObject, name: string | null): FieldDescriptor {
  if (name === null) throw nullArgument();
  const field = record.descriptor.fieldsByKey.get(name.toLowerCase());
  if (field === undefined) throw sobjectFault(`Invalid field ${name} for ${record.descriptor.name}`);
  return field;
}

/** `record.get(field)`: the value as an Object. */
export function getBoxed(record: SObject, field: FieldDescriptor): unknown {
  return boxed(field, getField(record, field.index));
}

/** A slot's value as an Object: an Id becomes an `ApexId`, everything else is told apart already. */
export function boxed(field: FieldDescriptor, value: unknown): unknown {
  return field.valueType === 'Id' && typeof value === 'string' ? new ApexId(value) : (value ?? null);
}

/** `record.put(field, value)`. Gives the previous value, null where the field wasn't set. */
export function putBoxed(record: SObject, field: FieldDescriptor, value: unknown, typeNameOf: TypeNameOf): unknown {
  requireWritable(record);
  if (!isEditable(record, field)) throw sobjectFault(`Field ${field.name} is not editable`);
  const previous = boxed(field, record.slots[field.index]);
  setField(record, field.index, unboxed(field, value, typeNameOf));
  return previous;
}

/** Whether Apex may set the field in memory: anything a user may write at some time, and the Id. */
function isEditable(record: SObject, field: FieldDescriptor): boolean {
  if (field.index === 0) return true;
  const isSaved = typeof record.slots[0] === 'string';
  return isSaved && !record.descriptor.name.endsWith('__e')
    ? field.isUpdateable || field.isMasterDetail
    : field.isCreateable || field.isUpdateable;
}

/**
 * An Object as a value of the field.
 *
 * @throws SObjectException `Illegal assignment from String to Decimal`
 * @throws StringException `Invalid id: …` for text that is no Id
 */
export function unboxed(field: FieldDescriptor, value: unknown, typeNameOf: TypeNameOf): unknown {
  if (value === null || value === undefined) return null;
  const converted = converters[field.valueType](value);
  if (converted === undefined) throw sobjectFault(`Illegal assignment from ${typeNameOf(value)} to ${field.valueType}`);
  return converted;
}

/** Undefined where a value isn't taken. */
const converters: Readonly<Record<FieldDescriptor['valueType'], (value: unknown) => unknown>> = {
  Id: (value) => (value instanceof ApexId ? value.value : typeof value === 'string' ? stringToId(value) : undefined),
  String: (value) => (value instanceof ApexId ? value.value : typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Integer: (value) => (typeof value === 'number' ? value : undefined),
  Long: (value) => (typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined),
  Double: toDecimal,
  Decimal: toDecimal,
  Date: (value) => (value instanceof ApexDate ? value : undefined),
  Datetime: (value) => {
    if (value instanceof ApexDatetime) return value;
    return value instanceof ApexDate ? new ApexDatetime(value.days * 86_400_000) : undefined;
  },
  Time: (value) => (value instanceof ApexTime ? value : undefined),
  Blob: (value) => (value instanceof ApexBlob ? value : undefined),
  Object: (value) => value,
  Address: () => undefined,
  Location: () => undefined,
};

function toDecimal(value: unknown): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  return value instanceof ApexDouble ? Decimal.fromDouble(value.value) : undefined;
}

/** @throws SObjectException `Invalid relationship Foo for Lead` */
export function requireRelationship(record: SObject, name: string | null): FieldDescriptor {
  if (name === null) throw nullArgument();
  const lookup = record.descriptor.parentsByKey.get(name.toLowerCase());
  if (lookup === undefined) throw sobjectFault(`Invalid relationship ${name} for ${record.descriptor.name}`);
  return lookup;
}

/** `record.getSObject('Owner')`. */
export function getParentByName(record: SObject, name: string | null): SObject | null {
  return getParent(record, requireRelationship(record, name).index);
}

/** `record.putSObject('Account', parent)`; gives the previous parent. */
export function putParentByName(record: SObject, name: string | null, parent: SObject | null): SObject | null {
  const lookup = requireRelationship(record, name);
  requireWritable(record);
  if (parent !== null && !isTarget(lookup, parent)) {
    throw sobjectFault(`Illegal assignment from ${parent.descriptor.name} to ${lookup.referenceTo[0] ?? 'SObject'}`);
  }
  const previous = record.parents?.get(lookup.index) ?? null;
  setParent(record, lookup.index, parent);
  return previous;
}

function isTarget(lookup: FieldDescriptor, parent: SObject): boolean {
  const {key} = parent.descriptor;
  return (lookup.referenceTo.length > 1 && key === 'name') || lookup.referenceTo.some((target) => target.toLowerCase() === key);
}

/** `record.getSObjects('Contacts')`: null where the subquery found nothing, as where there is none. */
export function getChildrenByName(record: SObject, name: string | null): ApexList | null {
  if (name === null) throw nullArgument();
  const key = name.toLowerCase();
  const relationship = record.descriptor.childRelationships.find((child) => child.relationshipName?.toLowerCase() === key);
  if (relationship === undefined) throw sobjectFault(`Invalid aggregate relationship ${name} for ${record.descriptor.name}`);
  const rows = record.children?.get(key);
  return rows === undefined || rows.size === 0 ? null : rows;
}

export function sobjectFault(message: string): ApexFault {
  return new ApexFault('System.SObjectException', message);
}
