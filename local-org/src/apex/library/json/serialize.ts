/** `JSON.serialize` (Apex Reference Guide, "JSON Class"; Apex Developer Guide, "Roundtrip Serialization and Deserialization"). */
import {jsonFault} from './json-reader.ts';
import type {JsonWriter} from './json-writer.ts';
import {serializeRecord} from './serialize-record.ts';
import {ApexObject} from '../../runtime/apex-object.ts';
import {ApexBlob} from '../../runtime/blob.ts';
import {ApexDate} from '../../runtime/date.ts';
import {ApexDatetime} from '../../runtime/datetime.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {ApexEnumValue} from '../../runtime/enum-value.ts';
import {ApexId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexSet} from '../../runtime/set.ts';
import {SObject} from '../../runtime/sobject.ts';
import {ApexTime} from '../../runtime/time.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/** @param suppressNulls whether null fields of Apex objects are left out; those of records and maps never are */
export function serialize(rt: Runtime, writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
  switch (typeof value) {
    case 'string':
      writer.string(value);
      return;
    case 'number':
    case 'bigint':
    case 'boolean':
      writer.raw(String(value));
      return;
    default:
      if (value === null || value === undefined) writer.raw('null');
      else if (!serializeValue(writer, value)) serializeObject(rt, writer, value, suppressNulls);
  }
}

/** Values that aren't made of others. False for those that are. */
function serializeValue(writer: JsonWriter, value: object): boolean {
  if (value instanceof Decimal || value instanceof ApexDouble) writer.raw(value.toString());
  else if (value instanceof ApexId || value instanceof ApexTime) writer.string(value.toString());
  else if (value instanceof ApexDate || value instanceof ApexDatetime) writer.string(value.toIso());
  else if (value instanceof ApexBlob) writer.string(value.toBase64());
  else if (value instanceof ApexEnumValue) writer.string(value.name);
  else return false;
  return true;
}

function serializeObject(rt: Runtime, writer: JsonWriter, value: object, suppressNulls: boolean): void {
  if (value instanceof ApexList) serializeElements(rt, writer, value.elements, suppressNulls);
  else if (value instanceof ApexSet) serializeElements(rt, writer, value.values(), suppressNulls);
  else if (value instanceof ApexMap) serializeMap(rt, writer, value, suppressNulls);
  else if (value instanceof SObject) serializeRecord(writer, value, (field) => serialize(rt, writer, field, suppressNulls));
  else if (value instanceof ApexObject) serializeFields(rt, writer, value, suppressNulls);
  else serializePlatformObject(rt, writer, value, suppressNulls);
}

/** Types that the platform refuses with `Apex Type unsupported in JSON` (seen in programs that rely on it, fflib-apex-mocks and apex-mockery among them). */
const REFUSED = new Set(['Database.QueryLocator', 'Schema.SObjectField', 'Schema.SObjectType', 'System.Http']);

function serializePlatformObject(rt: Runtime, writer: JsonWriter, value: object, suppressNulls: boolean): void {
  const {name} = rt.typeOf(value);
  if (REFUSED.has(name)) throw jsonFault(`Apex Type unsupported in JSON: ${name}`);
  const members = value instanceof PlatformObject ? value.jsonMembers(rt) : null;
  if (members === null) throw new UnsupportedError(`U305 Writing ${name} as JSON is not supported.`);
  writer.startObject();
  for (const [member, content] of members) {
    if (suppressNulls && content === null) continue;
    writer.name(member);
    serialize(rt, writer, content, suppressNulls);
  }
  writer.endObject();
}

function serializeElements(rt: Runtime, writer: JsonWriter, elements: Iterable<unknown>, suppressNulls: boolean): void {
  writer.startArray();
  for (const element of elements) serialize(rt, writer, element, suppressNulls);
  writer.endArray();
}

function serializeMap(rt: Runtime, writer: JsonWriter, map: ApexMap, suppressNulls: boolean): void {
  writer.startObject();
  for (const {key, value} of map.entries()) {
    writer.name(keyText(rt, key));
    serialize(rt, writer, value, suppressNulls);
  }
  writer.endObject();
}

/** "Only maps with String keys (and those of primitive types) can be serialized." */
function keyText(rt: Runtime, key: unknown): string {
  if (key instanceof ApexDate || key instanceof ApexDatetime) return key.toIso();
  if (key === null || key instanceof ApexObject || key instanceof SObject) {
    throw jsonFault(`Apex Type unsupported in JSON as a map key: ${rt.typeOf(key).name}`);
  }
  return rt.stringOf(key);
}

function serializeFields(rt: Runtime, writer: JsonWriter, object: ApexObject, suppressNulls: boolean): void {
  writer.startObject();
  for (const field of rt.types.instanceFields(object.type)) {
    if (field.isTransient) continue;
    const value = field.get(object);
    if (suppressNulls && value === null) continue;
    writer.name(field.name);
    serialize(rt, writer, value, suppressNulls);
  }
  writer.endObject();
}
