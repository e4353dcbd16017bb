/** Leads in the format of `sf data export tree`: `{"records": [{"attributes": {"type": "Lead", "referenceId": "…"}, "LastName": "…"}]}`. */
import {readEntries, type Rejection} from './entries.ts';
import {isJsonObject, kindOf, type JsonObject} from './json-file.ts';

export interface LeadEntry {
  /** Position in the file. */
  readonly index: number;
  readonly referenceId: string;
  readonly fields: JsonObject;
}

export interface LeadFile {
  readonly leads: readonly LeadEntry[];
  readonly rejected: readonly Rejection[];
}

/** @throws FileError for a file that holds no list of records */
export function readLeads(path: string, now: number): LeadFile {
  const references = new Set<string>();
  const {entries: leads, rejected} = readEntries(path, 'records', now, (index, value) => readLead(index, value, references));
  return {leads, rejected};
}

/** The entry, or what is wrong with it. */
function readLead(index: number, value: unknown, references: Set<string>): LeadEntry | string {
  if (!isJsonObject(value)) return `A lead has to be an object, found ${kindOf(value)}.`;
  const {attributes, ...fields} = value;
  if (!isJsonObject(attributes) || attributes['type'] !== 'Lead') return 'A lead needs "attributes": {"type": "Lead", "referenceId": "…"}.';
  const {referenceId} = attributes;
  if (typeof referenceId !== 'string' || referenceId === '') return 'A lead needs a text in attributes.referenceId.';
  if (references.has(referenceId)) return `The referenceId ${referenceId} stands twice in the file; each lead needs its own.`;
  references.add(referenceId);
  return {index, referenceId, fields};
}
