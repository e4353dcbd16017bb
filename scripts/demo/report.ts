/** What a person reads: the decisions, the ledger, and what was rejected. */
import {styleText} from 'node:util';
import type {Row} from './connection.ts';
import {text, type DemoDecision, type Outcome} from './decisions.ts';
import type {Rejection} from './entries.ts';

type Colour = Parameters<typeof styleText>[0];

const MARKS: Readonly<Record<Outcome, {readonly mark: string; readonly colour: Colour}>> = {
  Promoted: {mark: '✔', colour: 'green'},
  Review: {mark: '●', colour: 'yellow'},
  Blocked: {mark: '✖', colour: 'red'},
  'No Change': {mark: '–', colour: 'gray'},
  Observed: {mark: '○', colour: 'cyan'},
};

/** Two lines a decision: what was asked and what came of it; the sentence that explains it. */
export function decisionTable(decisions: readonly DemoDecision[], leadNames: ReadonlyMap<string, string>): string {
  const rows = decisions.map((decision) => [
    nameOf(decision.leadId, leadNames),
    `${decision.from ?? '?'} → ${decision.recommended ?? '?'}`,
    decision.confidence === null ? '–' : String(decision.confidence),
    outcomeText(decision),
    decision.code,
  ]);
  const widths = columnWidths([HEADINGS, ...rows]);
  const lines = decisions.flatMap((decision, position) => [
    coloured(decision.outcome, line(rows[position] ?? [], widths)),
    styleText('dim', `${' '.repeat((widths[0] ?? 0) + 2)}${decision.summary}`),
  ]);
  return [styleText('bold', line(HEADINGS, widths)), ...lines].join('\n');
}

const HEADINGS = ['Lead', 'From → recommended', 'Confidence', 'Outcome', 'Code'];

function nameOf(leadId: string | null, leadNames: ReadonlyMap<string, string>): string {
  return leadId === null ? '(none)' : (leadNames.get(leadId) ?? leadId);
}

function outcomeText({outcome, duplicate}: DemoDecision): string {
  return `${MARKS[outcome].mark} ${outcome}${duplicate === true ? ' (repeat)' : ''}`;
}

function coloured(outcome: Outcome, value: string): string {
  return styleText(MARKS[outcome].colour, value);
}

/** The changes of the ledger; the Baseline of each lead is counted, not listed. */
export function ledgerTable(ledger: readonly Row[], leadNames: ReadonlyMap<string, string>): string {
  const changes = ledger.filter((row) => row['Cause__c'] !== 'Baseline');
  const headings = ['Lead', 'Version', 'From → to', 'Cause', 'Proposal', 'Rule', 'Hash'];
  const rows = changes.map((row) => [
    nameOf(text(row['Lead_ID__c']) ?? text(row['Lead__c']), leadNames),
    String(row['Version__c']),
    `${String(row['From_Status__c'])} → ${String(row['To_Status__c'])}`,
    String(row['Cause__c']),
    text(row['Proposal_ID__c']) ?? '–',
    text(row['Transition__c']) ?? '–',
    (text(row['Hash__c']) ?? '').slice(0, 12),
  ]);
  const widths = columnWidths([headings, ...rows]);
  const baselines = ledger.length - changes.length;
  return [
    styleText('bold', line(headings, widths)),
    ...rows.map((row) => line(row, widths)),
    ...(baselines === 0 ? [] : [styleText('dim', `and ${String(baselines)} Baseline rows, one for each lead`)]),
  ].join('\n');
}

export function countLine(decisions: readonly DemoDecision[], rejected: number): string {
  const counts = Map.groupBy(decisions, (decision) => decision.outcome);
  const parts = Object.entries(MARKS).flatMap(([outcome, {mark}]) => {
    const count = counts.get(outcome as Outcome)?.length ?? 0;
    return count === 0 ? [] : [coloured(outcome as Outcome, `${mark} ${String(count)} ${outcome}`)];
  });
  return [...parts, ...(rejected === 0 ? [] : [styleText('red', `${String(rejected)} unreadable`)])].join('   ');
}

export function rejectionList(file: string, list: string, rejected: readonly Rejection[]): string {
  return rejected.map(({index, message}) => `${file}: ${list}[${String(index)}]: ${message}`).join('\n');
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}
