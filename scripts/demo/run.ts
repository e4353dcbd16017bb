/** The demo from its files to its result, without any output. */
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Connection, Row} from './connection.ts';
import {decisionsOf, text, type DemoDecision} from './decisions.ts';
import {brokenInvariants, type RunRecord} from './invariants.ts';
import type {Rejection} from './entries.ts';
import {readLeads} from './lead-file.ts';
import {runNight, type NightConnections, type NightFiles, type NightResult} from './night.ts';
import {runApex} from './playground.ts';
import {readProposals} from './proposal-file.ts';
import {loadLeads, readLeadRows, readLedger, readProposalRows, resolveLeads, submit} from './submission.ts';

export interface DemoFiles extends NightFiles {
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
  /** Three weeks later. */
  readonly night: NightResult;
  readonly broken: readonly string[];
}

const ROOT = join(dirname(import.meta.dirname), '..');
const DATA = join(ROOT, 'config', 'demo', 'data');
const SCHEDULE = join(ROOT, 'scripts', 'apex', 'schedule.apex');

export const DEMO_FILES: DemoFiles = {
  leads: join(DATA, 'leads.json'),
  proposals: join(DATA, 'proposals.json'),
  preparation: join(DATA, 'convert-lead-40.apex'),
  signals: join(DATA, 'signals.json'),
  lateProposals: join(DATA, 'late-proposals.json'),
};

/**
 * @param onStep told what begins
 * @throws FileError for a file that can't be read as a whole
 */
export function runDemo(connections: NightConnections, files: DemoFiles, onStep: (step: string) => void): DemoResult {
  const {administrator, proposer, surroundings} = connections;
  const now = surroundings.now();
  const leadFile = readLeads(files.leads, now);
  const proposalFile = readProposals(files.proposals, now);
  onStep(`Loading ${String(leadFile.leads.length)} leads`);
  const loaded = loadLeads(administrator, leadFile.leads);
  if (files.preparation !== null) runApex(administrator, readFileSync(files.preparation, 'utf8'));
  onStep(`Submitting ${String(proposalFile.proposals.length)} proposals`);
  const resolved = resolveLeads(administrator, proposalFile.proposals, loaded.ids);
  const submitted = submit(proposer, resolved.submissions);
  onStep('Reading decisions and ledger');
  const decisions = decisionsOf(submitted, readProposalRows(administrator));
  const ledger = readLedger(administrator);
  onStep('Letting three weeks pass, and a night');
  const night = runNight(connections, files, loaded.ids, readFileSync(SCHEDULE, 'utf8'));
  const leads = readLeadRows(administrator);
  const rejected = inOrder([...proposalFile.rejected, ...resolved.rejected, ...submitted.rejected]);
  const entries = proposalFile.proposals.length + proposalFile.rejected.length;
  return {
    decisions,
    ledger: ledger.map(withoutAttributes),
    rejected,
    rejectedLeads: inOrder([...leadFile.rejected, ...loaded.rejected]),
    leadNames: new Map([...leads].map(([id, row]) => [id, text(row['Name']) ?? id])),
    night,
    broken: [...brokenInvariants(wholeRecord(administrator, {leads, decisions, entries, rejected: rejected.length})), ...night.broken],
  };
}

/** With the proposals and the ledger as they are after the night. */
function wholeRecord(administrator: Connection, known: Omit<RunRecord, 'proposals' | 'ledger'>): RunRecord {
  return {...known, proposals: readProposalRows(administrator), ledger: readLedger(administrator)};
}

function inOrder(rejections: readonly Rejection[]): readonly Rejection[] {
  return rejections.toSorted((left, right) => left.index - right.index);
}

function withoutAttributes({attributes: _attributes, ...row}: Row): Row {
  return row;
}
