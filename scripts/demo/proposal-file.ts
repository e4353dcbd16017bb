/** Proposals in the form in which the REST API takes them: `{"proposals": [{"leadId", "recommendedStatus", "confidence", …}]}`. */
import {readEntries, readFields, type FieldValues, type Property, type Rejection} from './entries.ts';
import {isJsonObject, kindOf} from './json-file.ts';

/** One readable entry. What the gate judges (a missing reason, a confidence of 1.7) is left to the gate. */
export interface ProposalEntry {
  /** Position in the file. */
  readonly index: number;
  readonly proposalId: string;
  /** As given: an Id, a tree reference (`@Lead07`), or whatever else; null where there is none. */
  readonly leadId: string | null;
  /** The values for the fields of AI_Proposal__c, by API name, without the lead. */
  readonly fields: FieldValues;
}

export interface ProposalFile {
  readonly proposals: readonly ProposalEntry[];
  readonly rejected: readonly Rejection[];
}

/** What an entry may say, and where it goes. `leadId` and `proposalId` have rules of their own. */
const PROPERTIES: Readonly<Record<string, Property>> = {
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
  const {entries: proposals, rejected} = readEntries(path, 'proposals', now, readProposal);
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
  const fields = readFields('proposal', properties, PROPERTIES, ['leadId', 'proposalId']);
  return typeof fields === 'string' ? fields : {index, proposalId, leadId, fields};
}
