/** Entries of a file that a user may write: a list under one key, of which an unreadable entry costs no other. */
import {fillTimesIn} from './time-template.ts';
import {isJsonObject, kindOf, readList, type JsonObject} from './json-file.ts';

export interface Rejection {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly message: string;
}

export interface Entries<Entry> {
  readonly entries: readonly Entry[];
  readonly rejected: readonly Rejection[];
}

/** Values for fields of a record, by API name. */
export type FieldValues = Readonly<Record<string, string | number | boolean>>;

/** What an entry may say by one name, and the field it goes to. */
export interface Property {
  readonly field: string;
  readonly type: PropertyType;
}

type PropertyType = 'text' | 'number' | 'boolean' | 'time' | 'evidence';

/**
 * @param now milliseconds since 1970, around which the time templates of the file turn
 * @param read the entry, or what is wrong with it
 * @throws FileError for a file that holds no such list
 */
export function readEntries<Entry extends object>(
  path: string,
  key: string,
  now: number,
  read: (index: number, value: unknown) => Entry | string,
): Entries<Entry> {
  const entries: Entry[] = [];
  const rejected: Rejection[] = [];
  for (const [index, value] of readList(path, key).entries()) {
    const entry = read(index, fillTimesIn(value, now));
    if (typeof entry === 'string') rejected.push({index, message: entry});
    else entries.push(entry);
  }
  return {entries, rejected};
}

/**
 * The values that the properties of an entry hold, without those that are null; or what is wrong with one of them.
 *
 * @param kind of the entry, for the message
 * @param readBefore names that an entry may use too, for the message
 */
export function readFields(
  kind: string,
  properties: JsonObject,
  known: Readonly<Record<string, Property>>,
  readBefore: readonly string[],
): FieldValues | string {
  const fields: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (property === undefined)
      return `"${name}" is no property of a ${kind}; there are ${[...readBefore, ...Object.keys(known)].join(', ')}.`;
    if (value === null) continue;
    const field = readProperty(property.type, value);
    if (field === null) return `${name} has to be ${DESCRIPTIONS[property.type]}, found ${kindOf(value)}.`;
    fields[property.field] = field;
  }
  return fields;
}

const DESCRIPTIONS: Readonly<Record<PropertyType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  time: 'an instant with its time zone, such as 2026-04-03T09:30:00Z',
  evidence: 'a list of objects {type, source, occurredAt, summary, url}',
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** The value for the field; null for one of another type. */
function readProperty(type: PropertyType, value: unknown): string | number | boolean | null {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? value : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'time':
      return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
    case 'evidence':
      return Array.isArray(value) && value.every(isJsonObject) ? JSON.stringify(value) : null;
  }
}
