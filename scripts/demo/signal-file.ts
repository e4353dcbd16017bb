/** Signals of leads: `{"signals": [{"leadId", "type", "source", "occurredAt", "summary", "weight", "externalId"}]}`. */
import {readEntries, readFields, type FieldValues, type Property, type Rejection} from './entries.ts';
import {isJsonObject, kindOf} from './json-file.ts';

/** One readable entry. What the org judges (an unknown type, a time to come) is left to the org. */
export interface SignalEntry {
  /** Position in the file. */
  readonly index: number;
  /** An Id, or a tree reference (`@Lead07`). */
  readonly leadId: string;
  /** The values for the fields of Lead_Signal__c, by API name, without the lead. */
  readonly fields: FieldValues;
}

export interface SignalFile {
  readonly signals: readonly SignalEntry[];
  readonly rejected: readonly Rejection[];
}

const PROPERTIES: Readonly<Record<string, Property>> = {
  type: {field: 'Signal_Type__c', type: 'text'},
  source: {field: 'Source__c', type: 'text'},
  occurredAt: {field: 'Occurred_At__c', type: 'text'},
  summary: {field: 'Summary__c', type: 'text'},
  weight: {field: 'Weight__c', type: 'number'},
  externalId: {field: 'External_ID__c', type: 'text'},
};

/**
 * @param now milliseconds since 1970, around which the time templates of the file turn
 * @throws FileError for a file that holds no list of signals
 */
export function readSignals(path: string, now: number): SignalFile {
  const {entries: signals, rejected} = readEntries(path, 'signals', now, readSignal);
  return {signals, rejected};
}

/** The entry, or what is wrong with it. */
export function readSignal(index: number, value: unknown): SignalEntry | string {
  if (!isJsonObject(value)) return `A signal has to be an object, found ${kindOf(value)}.`;
  const {leadId, ...properties} = value;
  if (typeof leadId !== 'string' || leadId === '')
    return 'A signal needs a text in "leadId": the Id of a lead, or a reference such as "@Lead07".';
  const fields = readFields('signal', properties, PROPERTIES, ['leadId']);
  return typeof fields === 'string' ? fields : {index, leadId, fields};
}
