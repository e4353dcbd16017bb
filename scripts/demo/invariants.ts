/** The promises that the rows themselves have to keep, checked over what a run left behind. Numbers are those of the specification. */
import type {Row} from './connection.ts';
import {text, type DemoDecision} from './decisions.ts';

export interface RunRecord {
  readonly leads: ReadonlyMap<string, Row>;
  readonly proposals: ReadonlyMap<string, Row>;
  readonly ledger: readonly Row[];
  readonly decisions: readonly DemoDecision[];
  /** Entries of the proposals file, and how many of them were rejected. */
  readonly entries: number;
  readonly rejected: number;
}

/** What doesn't hold, one sentence each; empty where all does. */
export function brokenInvariants(run: RunRecord): readonly string[] {
  return [...brokenLedger(run), ...brokenPromotions(run), ...brokenDecisions(run), ...lostEntries(run)];
}

/** I1: every status change has its one row: versions from the Baseline (0) on without a gap, each starting where the last one ended. */
function brokenLedger({leads, ledger}: RunRecord): string[] {
  const byLead = Map.groupBy(ledger, (row) => text(row['Lead_ID__c']) ?? text(row['Lead__c']) ?? '');
  return [...leads].flatMap(([id, lead]) => {
    const rows = byLead.get(id) ?? [];
    const name = text(lead['Name']) ?? id;
    const problems = rows.flatMap((row, version) => brokenLink(name, row, rows[version - 1], version));
    const last = rows.at(-1);
    if (last === undefined) problems.push(`I1: lead ${name} has no ledger row, not even its Baseline.`);
    else if (last['To_Status__c'] !== lead['Status']) {
      problems.push(`I1: lead ${name} is ${String(lead['Status'])}, its newest ledger row says ${String(last['To_Status__c'])}.`);
    }
    const version = Number(lead['Lifecycle_Version__c'] ?? 0);
    if (version !== rows.length - 1)
      problems.push(`I1: lead ${name} is at version ${String(version)} with ${String(rows.length)} ledger rows.`);
    return problems;
  });
}

function brokenLink(name: string, row: Row, previous: Row | undefined, version: number): string[] {
  const problems: string[] = [];
  if (Number(row['Version__c']) !== version)
    problems.push(`I1: lead ${name} has ledger version ${String(row['Version__c'])} in place ${String(version)}.`);
  if (previous !== undefined && row['From_Status__c'] !== previous['To_Status__c']) {
    problems.push(`I1: ledger version ${String(version)} of lead ${name} starts from ${String(row['From_Status__c'])}.`);
  }
  if (previous !== undefined && row['Previous_Hash__c'] !== previous['Hash__c']) {
    problems.push(`I10: ledger version ${String(version)} of lead ${name} doesn't continue the chain of hashes.`);
  }
  return problems;
}

/** I1 and I5 together: a promotion in the inbox is one row in the ledger, and the other way round. */
function brokenPromotions({proposals, ledger}: RunRecord): string[] {
  const promotions = ledger.filter((row) => row['Cause__c'] === 'AI Promotion').map((row) => text(row['Proposal_ID__c']) ?? '');
  const promoted = [...proposals].filter(([, row]) => row['State__c'] === 'Promoted').map(([id]) => id);
  return [
    ...promoted
      .filter((id) => promotions.filter((other) => other === id).length !== 1)
      .map((id) => `I1: proposal ${id} was promoted without one ledger row.`),
    ...promotions.filter((id) => !promoted.includes(id)).map((id) => `I1: the ledger has a promotion by ${id}, which was not promoted.`),
  ];
}

/** I5: every stored proposal ends in a decision that names its code and lists every check. */
function brokenDecisions({proposals}: RunRecord): string[] {
  return [...proposals].flatMap(([id, row]) => {
    const problems: string[] = [];
    if (row['State__c'] === 'Received' || text(row['State__c']) === null) problems.push(`I5: proposal ${id} was not decided.`);
    if (text(row['Decision_Code__c']) === null) problems.push(`I5: the decision of proposal ${id} has no code.`);
    if (text(row['Decision_Summary__c']) === null) problems.push(`I5: the decision of proposal ${id} has no summary.`);
    if (!listsChecks(row['Decision_Trace__c'])) problems.push(`I5: the decision of proposal ${id} doesn't list its checks.`);
    return problems;
  });
}

function listsChecks(trace: unknown): boolean {
  if (typeof trace !== 'string') return false;
  try {
    const checks: unknown = JSON.parse(trace);
    return Array.isArray(checks) && checks.length > 0 && checks.every((check) => typeof (check as {code?: unknown}).code === 'string');
  } catch {
    return false;
  }
}

/** I8: each entry was decided or rejected with its own reason; no entry took another one with it. */
function lostEntries({decisions, entries, rejected}: RunRecord): string[] {
  const accounted = decisions.length + rejected;
  return accounted === entries ? [] : [`I8: of ${String(entries)} entries ${String(accounted)} were decided or rejected.`];
}
