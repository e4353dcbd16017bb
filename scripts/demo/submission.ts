/** Loading leads, submitting proposals and reading back what the gate made of them. */
import {createAll, query, queryByValues, type Connection, type Row, type SaveResult} from './connection.ts';
import type {Rejection} from './entries.ts';
import type {LeadEntry} from './lead-file.ts';
import type {ProposalEntry} from './proposal-file.ts';

export interface LoadedLeads {
  /** Ids by reference. */
  readonly ids: ReadonlyMap<string, string>;
  readonly rejected: readonly Rejection[];
}

export function loadLeads(connection: Connection, leads: readonly LeadEntry[]): LoadedLeads {
  const results = createAll(
    connection,
    'Lead',
    leads.map((lead) => lead.fields),
  );
  const ids = new Map<string, string>();
  const rejected: Rejection[] = [];
  for (const [position, lead] of leads.entries()) {
    const result = results[position];
    if (result?.id !== undefined && result.success) ids.set(lead.referenceId, result.id);
    else rejected.push({index: lead.index, message: reasonOf(result)});
  }
  return {ids, rejected};
}

/** A proposal as it goes to the org: a lead that the org has goes into the lookup, anything else is kept as text. */
export interface Submission {
  readonly entry: ProposalEntry;
  readonly record: Row;
}

export interface Submitted {
  /** In the order of the entries: accepted ones and repeats. */
  readonly accepted: readonly {readonly entry: ProposalEntry; readonly isRepeat: boolean}[];
  readonly rejected: readonly Rejection[];
}

/** Puts Ids in the place of tree references. An entry whose reference names no loaded lead is rejected. */
export function resolveLeads(
  connection: Connection,
  entries: readonly ProposalEntry[],
  references: ReadonlyMap<string, string>,
): {readonly submissions: readonly Submission[]; readonly rejected: readonly Rejection[]} {
  const known = knownLeads(connection, entries);
  const submissions: Submission[] = [];
  const rejected: Rejection[] = [];
  for (const entry of entries) {
    const id = entry.leadId?.startsWith('@') === true ? references.get(entry.leadId.slice(1)) : entry.leadId;
    if (id === undefined) {
      rejected.push({index: entry.index, message: `leadId ${String(entry.leadId)} names no lead that was loaded from the leads file.`});
      continue;
    }
    const isLead = entry.leadId?.startsWith('@') === true || (id !== null && known.has(id.slice(0, 15)));
    const lead = isLead ? {Lead__c: id} : id === null ? {} : {Submitted_Lead_ID__c: id};
    submissions.push({entry, record: {Proposal_ID__c: entry.proposalId, ...entry.fields, ...lead}});
  }
  return {submissions, rejected};
}

const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** The first 15 characters of the Ids among the entries that are leads of this org. */
function knownLeads(connection: Connection, entries: readonly ProposalEntry[]): ReadonlySet<string> {
  const ids = [...new Set(entries.flatMap(({leadId}) => (leadId !== null && ID.test(leadId) ? leadId : [])))];
  return new Set(queryByValues(connection, 'SELECT Id FROM Lead WHERE Id IN', ids).map((row) => String(row['Id']).slice(0, 15)));
}

export function submit(connection: Connection, submissions: readonly Submission[]): Submitted {
  const results = createAll(
    connection,
    'AI_Proposal__c',
    submissions.map(({record}) => record),
  );
  const accepted: {entry: ProposalEntry; isRepeat: boolean}[] = [];
  const rejected: Rejection[] = [];
  for (const [position, {entry}] of submissions.entries()) {
    const result = results[position];
    const isRepeat = result?.errors.some(({statusCode}) => statusCode === 'DUPLICATE_VALUE') ?? false;
    if (result?.success === true || isRepeat) accepted.push({entry, isRepeat});
    else rejected.push({index: entry.index, message: reasonOf(result)});
  }
  return {accepted, rejected};
}

function reasonOf(result: SaveResult | undefined): string {
  return result?.errors.map(({statusCode, message}) => `${statusCode}: ${message}`).join('; ') ?? 'The org gave no result.';
}

const PROPOSAL_FIELDS = [
  'Id',
  'Proposal_ID__c',
  'Lead__c',
  'Submitted_Lead_ID__c',
  'Status_At_Decision__c',
  'Recommended_Status__c',
  'Confidence__c',
  'State__c',
  'Required_Authority__c',
  'Decision_Code__c',
  'Decision_Summary__c',
  'Decision_Trace__c',
  'Transition__c',
];

/** Stored proposals by their Proposal ID. */
export function readProposalRows(connection: Connection): ReadonlyMap<string, Row> {
  const rows = query(connection, `SELECT ${PROPOSAL_FIELDS.join(', ')} FROM AI_Proposal__c ORDER BY Id`);
  return new Map(rows.map((row) => [String(row['Proposal_ID__c']), row]));
}

const LEDGER_FIELDS = [
  'Id',
  'Lead__c',
  'Lead_ID__c',
  'Version__c',
  'From_Status__c',
  'To_Status__c',
  'Changed_At__c',
  'Cause__c',
  'Proposal_ID__c',
  'Transition__c',
  'Confidence__c',
  'Reason__c',
  'Previous_Hash__c',
  'Hash__c',
];

/** The whole ledger, lead by lead, in the order of the versions. */
export function readLedger(connection: Connection): readonly Row[] {
  return query(connection, `SELECT ${LEDGER_FIELDS.join(', ')} FROM Lead_Status_Change__c ORDER BY Lead_ID__c, Version__c`);
}

export function readLeadRows(connection: Connection): ReadonlyMap<string, Row> {
  const rows = query(connection, 'SELECT Id, Name, Status, IsConverted, Lifecycle_Version__c, Lifecycle_Hash__c FROM Lead');
  return new Map(rows.map((row) => [String(row['Id']), row]));
}
