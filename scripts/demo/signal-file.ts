/** Signals of leads: `{"signals": [{"leadId", "type", "source", "occurredAt", "summary", "weight", "externalId"}]}`. */
import {isJsonObject, kindOf, readList} from './json-file.ts';
import type {Rejection} from './lead-file.ts';
import {fillTimesIn} from './time-template.ts';

/** One readable entry. What the org judges (an unknown type, a time to come) is left to the org. */
export interface SignalEntry {
  /** Position in the file. */
  readonly index: number;
  /** An Id, or a tree reference (`@Lead07`). */
  readonly leadId: string;
  /** The values for the fields of Lead_Signal__c, by API name, without the lead. */
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface SignalFile {
  readonly signals: readonly SignalEntry[];
  readonly rejected: readonly Rejection[];
}

const FIELDS: Readonly<Record<string, {readonly field: string; readonly type: 'string' | 'number'}>> = {
  type: {field: 'Signal_Type__c', type: 'string'},
  source: {field: 'Source__c', type: 'string'},
  occurredAt: {field: 'Occurred_At__c', type: 'string'},
  summary: {field: 'Summary__c', type: 'string'},
  weight: {field: 'Weight__c', type: 'number'},
  externalId: {field: 'External_ID__c', type: 'string'},
};

/**
 * @param now milliseconds since 1970, around which the time templates of the file turn
 * @throws FileError for a file that holds no list of signals
 */
export function readSignals(path: string, now: number): SignalFile {
  const signals: SignalEntry[] = [];
  const rejected: Rejection[] = [];
  for (const [index, value] of readList(path, 'signals').entries()) {
    const entry = readSignal(index, fillTimesIn(value, now));
    if (typeof entry === 'string') rejected.push({index, message: entry});
    else signals.push(entry);
  }
  return {signals, rejected};
}

/** The entry, or what is wrong with it. */
export function readSignal(index: number, value: unknown): SignalEntry | string {
  if (!isJsonObject(value)) return `A signal has to be an object, found ${kindOf(value)}.`;
  const {leadId, ...properties} = value;
  if (typeof leadId !== 'string' || leadId === '')
    return 'A signal needs a text in "leadId": the Id of a lead, or a reference such as "@Lead07".';
  const fields: Record<string, string | number> = {};
  for (const [name, property] of Object.entries(properties)) {
    const known = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (known === undefined) return `"${name}" is no property of a signal; there are leadId, ${Object.keys(FIELDS).join(', ')}.`;
    if (property === null) continue;
    if ((typeof property !== 'string' && typeof property !== 'number') || typeof property !== known.type) {
      return `${name} has to be a ${known.type === 'string' ? 'text' : 'number'}, found ${kindOf(property)}.`;
    }
    fields[known.field] = property;
  }
  return {index, leadId, fields};
}
