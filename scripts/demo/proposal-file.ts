/** Proposals in the form in which the REST API takes them: `{"proposals": [{"leadId", "recommendedStatus", "confidence", …}]}`. */
import {isJsonObject, kindOf, readList, type JsonObject} from './json-file.ts';
import type {Rejection} from './lead-file.ts';
import {fillTimesIn} from './time-template.ts';

/** One readable entry. What the gate judges (a missing reason, a confidence of 1.7) is left to the gate. */
export interface ProposalEntry {
  /** Position in the file. */
  readonly index: number;
  readonly proposalId: string;
  /** As given: an Id, a tree reference (`@Lead07`), or whatever else; null where there is none. */
  readonly leadId: string | null;
  /** The values for the fields of AI_Proposal__c, by API name, without the lead. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export interface ProposalFile {
  readonly proposals: readonly ProposalEntry[];
  readonly rejected: readonly Rejection[];
}

type PropertyType = 'text' | 'number' | 'boolean' | 'time' | 'evidence';

/** What an entry may say, and where it goes. `leadId` and `proposalId` have rules of their own. */
const PROPERTIES: Readonly<Record<string, {readonly field: string; readonly type: PropertyType}>> = {
  recommendedStatus: {field: 'Recommended_Status__c', type: 'text'},
  confidence: {field: 'Confidence__c', type: 'number'},
  reason: {field: 'Reason__c', type: 'text'},
  evaluatedAt: {field: 'Evaluated_At__c', type: 'time'},
  expectedStatus: {field: 'Expected_Status__c', type: 'text'},
  expectedVersion: {field: 'Expected_Version__c', type: 'number'},
  requiresReview: {field: 'Requires_Review__c', type: 'boolean'},
  source: {field: 'Source__c', type: 'text'},
  model: {field: 'Model__c', type: 'text'},
  runId: {field: 'Run_ID__c', type: 'text'},
  evidence: {field: 'Evidence__c', type: 'evidence'},
};

const MAXIMUM_ID_LENGTH = 80;

/** @throws FileError for a file that holds no list of proposals */
export function readProposals(path: string, now: number): ProposalFile {
  const proposals: ProposalEntry[] = [];
  const rejected: Rejection[] = [];
  for (const [index, value] of readList(path, 'proposals').entries()) {
    const entry = readProposal(index, fillTimesIn(value, now));
    if (typeof entry === 'string') rejected.push({index, message: entry});
    else proposals.push(entry);
  }
  return {proposals, rejected};
}

/** The entry, or what is wrong with it. */
export function readProposal(index: number, value: unknown): ProposalEntry | string {
  if (!isJsonObject(value)) return `A proposal has to be an object, found ${kindOf(value)}.`;
  const {leadId = null, proposalId, ...properties} = value;
  if (typeof proposalId !== 'string' || proposalId.trim() === '')
    return 'A proposal needs a text in "proposalId", by which a repeat is recognised.';
  if (proposalId.length > MAXIMUM_ID_LENGTH)
    return `proposalId has ${String(proposalId.length)} characters, at most ${String(MAXIMUM_ID_LENGTH)} fit.`;
  if (leadId !== null && typeof leadId !== 'string') return `leadId has to be a text, found ${kindOf(leadId)}.`;
  const fields = readFields(properties);
  return typeof fields === 'string' ? fields : {index, proposalId, leadId, fields};
}

function readFields(properties: JsonObject): ProposalEntry['fields'] | string {
  const fields: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (property === undefined) return `"${name}" is no property of a proposal; there are ${Object.keys(PROPERTIES).join(', ')}.`;
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
