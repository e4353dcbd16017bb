/** The demo from its files to its result, without any output. */
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Connection, Row} from './connection.ts';
import {decisionsOf, text, type DemoDecision} from './decisions.ts';
import {brokenInvariants} from './invariants.ts';
import {readLeads, type Rejection} from './lead-file.ts';
import {runApex} from './playground.ts';
import {readProposals} from './proposal-file.ts';
import {loadLeads, readLeadRows, readLedger, readProposalRows, resolveLeads, submit} from './submission.ts';

export interface DemoFiles {
  readonly leads: string;
  readonly proposals: string;
  /** Anonymous Apex that runs between the two; null for none. */
  readonly preparation: string | null;
}

export interface DemoResult {
  readonly decisions: readonly DemoDecision[];
  readonly ledger: readonly Row[];
  /** Entries of the proposals file that never reached a decision. */
  readonly rejected: readonly Rejection[];
  readonly rejectedLeads: readonly Rejection[];
  readonly leadNames: ReadonlyMap<string, string>;
  readonly broken: readonly string[];
}

const DATA = join(dirname(import.meta.dirname), '..', 'config', 'demo', 'data');

export const DEMO_FILES: DemoFiles = {
  leads: join(DATA, 'leads.json'),
  proposals: join(DATA, 'proposals.json'),
  preparation: join(DATA, 'convert-lead-40.apex'),
};

/**
 * @param now milliseconds since 1970, around which the time templates of the files turn
 * @param onStep told what begins
 * @throws FileError for a file that can't be read as a whole
 */
export function runDemo(
  connections: {readonly administrator: Connection; readonly proposer: Connection},
  files: DemoFiles,
  now: number,
  onStep: (step: string) => void,
): DemoResult {
  const {administrator, proposer} = connections;
  const leadFile = readLeads(files.leads, now);
  const proposalFile = readProposals(files.proposals, now);
  onStep(`Loading ${String(leadFile.leads.length)} leads`);
  const loaded = loadLeads(administrator, leadFile.leads);
  if (files.preparation !== null) runApex(administrator, readFileSync(files.preparation, 'utf8'));
  onStep(`Submitting ${String(proposalFile.proposals.length)} proposals`);
  const resolved = resolveLeads(administrator, proposalFile.proposals, loaded.ids);
  const submitted = submit(proposer, resolved.submissions);
  onStep('Reading decisions and ledger');
  const proposals = readProposalRows(administrator);
  const decisions = decisionsOf(submitted, proposals);
  const ledger = readLedger(administrator);
  const leads = readLeadRows(administrator);
  const rejected = inOrder([...proposalFile.rejected, ...resolved.rejected, ...submitted.rejected]);
  const entries = proposalFile.proposals.length + proposalFile.rejected.length;
  return {
    decisions,
    ledger: ledger.map(withoutAttributes),
    rejected,
    rejectedLeads: inOrder([...leadFile.rejected, ...loaded.rejected]),
    leadNames: new Map([...leads].map(([id, row]) => [id, text(row['Name']) ?? id])),
    broken: brokenInvariants({leads, proposals, ledger, decisions, entries, rejected: rejected.length}),
  };
}

function inOrder(rejections: readonly Rejection[]): readonly Rejection[] {
  return rejections.toSorted((left, right) => left.index - right.index);
}

function withoutAttributes({attributes: _attributes, ...row}: Row): Row {
  return row;
}
