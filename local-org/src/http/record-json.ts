/** Records as the REST API writes and reads them (REST API Developer Guide, "sObject Rows" and "Valid Date and DateTime Formats"). */
import {ApexBlob} from '../apex/runtime/blob.ts';
import {ApexDate} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexDouble} from '../apex/runtime/double.ts';
import {ApexId, normalizeId} from '../apex/runtime/id.ts';
import {setParent, SObject} from '../apex/runtime/sobject.ts';
import {ApexTime} from '../apex/runtime/time.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import type {Projection} from '../data/soql/planned-query.ts';
import {ApiError, notFound} from './api.ts';
import type {Call} from './call.ts';
import {isJsonObject} from './call.ts';

/** @throws ApiError 404 for an object that the org doesn't have, or that the user who asks may not read */
export function findObject(call: Call, name: string): SObjectDescriptor {
  const object = call.org.schema.object(name);
  if (object === null || object.kind === 'signature only') throw notFound();
  if (!call.org.security.of(call.userId).canAccessObject(object, 'read')) throw notFound();
  return object;
}

/**
 * A record of the values that a request gives. `attributes` is passed over; a relationship may be given as an object with one external id
 * (`"Lead__r": {"Key__c": "x"}`).
 *
 * @throws ApiError 400 `INVALID_FIELD` or `JSON_PARSER_ERROR`
 */
export function readRecord(call: Call, object: SObjectDescriptor, json: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(object);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = object.fieldsByKey.get(name.toLowerCase());
    const lookup = object.parentsByKey.get(name.toLowerCase());
    if (field !== undefined) {
      record.slots[field.index] = readValue(field, value);
      record.markPopulated(field.index);
    } else if (lookup !== undefined && isJsonObject(value)) {
      setParent(record, lookup.index, readRecord(call, parentOf(call, lookup, value), value));
    } else throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  return record;
}

/** The object of a record that a lookup is named by: the one in its attributes where the lookup may point to several. */
function parentOf(call: Call, lookup: FieldDescriptor, json: Readonly<Record<string, unknown>>): SObjectDescriptor {
  const [target, ...others] = lookup.referenceTo;
  return target === undefined || others.length > 0 ? objectOf(call, json) : findObject(call, target);
}

/** The Apex value of a field, of JSON. @throws ApiError for JSON that is no value of the field's type */
export function readValue(field: FieldDescriptor, value: unknown): unknown {
  if (value === null) return null;
  switch (field.valueType) {
    case 'Id':
      return readId(field, text(field, value));
    case 'String':
      return text(field, value);
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw cannotRead(field, value, 'boolean');
    case 'Integer':
      return Number.isInteger(numeric(field, value)) ? Number(value) : failToRead(field, value, 'int');
    case 'Long':
      return Number.isInteger(numeric(field, value)) ? BigInt(Number(value)) : failToRead(field, value, 'long');
    case 'Double':
      return new ApexDouble(numeric(field, value));
    case 'Decimal':
      return Decimal.parse(typeof value === 'string' ? value : plain(numeric(field, value))) ?? failToRead(field, value, 'double');
    case 'Date':
      return ApexDate.parseIso(text(field, value).slice(0, 10)) ?? failToRead(field, value, 'date');
    case 'Datetime':
      return readDatetime(field, text(field, value));
    case 'Time':
      return readTime(field, text(field, value));
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text(field, value), 'base64')));
    case 'Object':
    case 'Address':
    case 'Location':
      throw new ApiError(400, 'INVALID_FIELD', `Field ${field.name} can't be written`);
  }
}

/** JSON numbers may come with an exponent, which Decimal text has not. */
function plain(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toLocaleString('en-US', {useGrouping: false, maximumFractionDigits: 20}) : text;
}

function text(field: FieldDescriptor, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw cannotRead(field, value, 'string');
}

function numeric(field: FieldDescriptor, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw cannotRead(field, value, 'double');
}

function readId(field: FieldDescriptor, value: string): string | null {
  if (value === '') return null;
  const id = normalizeId(value);
  if (id === null) throw new ApiError(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
  return id;
}

const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

function readDatetime(field: FieldDescriptor, value: string): ApexDatetime {
  const epoch = DATETIME.test(value) ? Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : NaN;
  if (Number.isNaN(epoch)) throw cannotRead(field, value, 'datetime');
  return new ApexDatetime(epoch);
}

function readTime(field: FieldDescriptor, value: string): ApexTime {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(value);
  if (match === null) throw cannotRead(field, value, 'time');
  const [, hours, minutes, seconds, millis = '0'] = match;
  return new ApexTime(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(millis.padEnd(3, '0')));
}

function failToRead(field: FieldDescriptor, value: unknown, type: string): never {
  throw cannotRead(field, value, type);
}

function cannotRead(field: FieldDescriptor, value: unknown, type: string): ApiError {
  const kind =
    typeof value === 'string' ? 'STRING' : typeof value === 'number' ? 'NUMBER' : typeof value === 'boolean' ? 'BOOLEAN' : 'OBJECT';
  const message = `Cannot deserialize instance of ${type} from VALUE_${kind} value ${JSON.stringify(value)} for field ${field.name}`;
  return new ApiError(400, 'JSON_PARSER_ERROR', message, [field.name]);
}

/** What a query selected of a row, with the row's attributes, in the order of the query. The Id is there only where it was selected. */
export function writeSelected(call: Call, record: SObject, select: readonly Projection[]): Record<string, unknown> {
  const json: Record<string, unknown> = {attributes: attributesOf(call, record)};
  for (const item of select) {
    if (item.kind === 'field') json[item.field.name] = writeValue(record.slots[item.field.index]);
    else if (item.kind === 'children') json[item.relationship] = writeChildren(call, record, item);
    else {
      const parent = record.parents?.get(item.hop.lookup.index) ?? null;
      json[item.hop.lookup.relationshipName ?? item.hop.lookup.name] = parent && writeSelected(call, parent, selectOf(item, parent));
    }
  }
  return json;
}

function selectOf(item: Exclude<Projection, {kind: 'field' | 'children'}>, parent: SObject): readonly Projection[] {
  if (item.kind === 'parent') return item.select;
  return item.branches.find((branch) => branch.object === parent.descriptor)?.select ?? item.otherwise ?? [];
}

function writeChildren(call: Call, record: SObject, {relationship, query}: Extract<Projection, {kind: 'children'}>): unknown {
  const rows = (record.children?.get(relationship.toLowerCase())?.elements ?? []).filter((row) => row instanceof SObject);
  if (rows.length === 0) return null;
  return {totalSize: rows.length, done: true, records: rows.map((row) => writeSelected(call, row, query.select))};
}

/** Groups of an aggregate query; they have no address. */
export function writeAggregate(record: SObject): Record<string, unknown> {
  const fields = record.descriptor.fields.slice(1);
  return {
    attributes: {type: record.descriptor.name},
    ...Object.fromEntries(fields.map((field) => [field.name, writeValue(record.slots[field.index])])),
  };
}

/** What stands behind a polymorphic lookup is known by its Id. */
function attributesOf(call: Call, {descriptor, id}: SObject): Record<string, string> {
  const {name} = (id === null ? null : call.org.schema.objectByPrefix(id.slice(0, 3))) ?? descriptor;
  return {type: name, ...(id === null ? {} : {url: call.url(`sobjects/${name}/${id}`)})};
}

export function writeValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDatetime) return value.toIso().replace('Z', '+0000');
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexTime) return value.toString();
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  return value;
}

/** Elements of `records` in a request body. */
export function recordsIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const {records} = body;
  if (!Array.isArray(records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request needs a list of records in "records"');
  return records.map((record: unknown) => {
    if (isJsonObject(record)) return record;
    throw new ApiError(400, 'JSON_PARSER_ERROR', `A record has to be a JSON object, found ${JSON.stringify(record)}`);
  });
}

/** The object that the attributes of a record name. */
export function objectOf(call: Call, json: Readonly<Record<string, unknown>>): SObjectDescriptor {
  const {attributes} = json;
  const type = isJsonObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw new ApiError(400, 'INVALID_INPUT', 'A record needs its object in "attributes": {"type": "…"}');
  return findObject(call, type);
}
