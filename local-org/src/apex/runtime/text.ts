/** Text of values, as `'' + value`, `System.debug` and `String.valueOf(Object)` have it. */
import {ApexBlob} from './blob.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexEnumValue} from './enum-value.ts';
import {ApexId} from './id.ts';
import {ApexList} from './list.ts';
import {ApexMap} from './map.ts';
import {PlatformObject} from './platform-object.ts';
import type {Runtime} from './runtime.ts';
import {ApexSet} from './set.ts';
import {recordToString} from './sobject-comparison.ts';
import {SObject} from './sobject.ts';
import {ApexTime} from './time.ts';

/**
 * The text of everything but objects of Apex classes and exceptions, for which it answers null: `Runtime.stringOf` knows those. Elements of collections go
 * through `Runtime.stringOf` again.
 */
export function textOf(rt: Runtime, value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? 'null' : textOfObject(rt, value);
  }
}

function textOfObject(rt: Runtime, value: object): string | null {
  if (value instanceof Decimal || value instanceof ApexDouble || value instanceof ApexId) return value.toString();
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value.toString();
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return `(${elementsText(rt, value.elements)})`;
  if (value instanceof ApexSet) return `{${elementsText(rt, value.values())}}`;
  if (value instanceof ApexMap) return `{${entriesText(rt, value)}}`;
  if (value instanceof SObject) return recordToString(value, (field) => rt.stringOf(field));
  if (value instanceof ApexBlob) return `Blob[${String(value.size)}]`;
  return value instanceof PlatformObject ? value.toText(rt) : null;
}

function elementsText(rt: Runtime, elements: Iterable<unknown>): string {
  return Array.from(elements, (element) => rt.stringOf(element)).join(', ');
}

function entriesText(rt: Runtime, map: ApexMap): string {
  return Array.from(map.entries(), ({key, value}) => `${rt.stringOf(key)}=${rt.stringOf(value)}`).join(', ');
}
