/** The three weeks after the proposals: signals come for some leads and not for others, Setup replaces a value, and the nights put things in order. */
import {createAll, query, quoted, RequestError, type Connection, type Row} from './connection.ts';
import {text} from './decisions.ts';
import type {Rejection} from './entries.ts';
import {runApex} from './playground.ts';
import {readProposals} from './proposal-file.ts';
import {readSignals} from './signal-file.ts';
import {resolveLeads, submit} from './submission.ts';
import type {Surroundings} from './surroundings.ts';

/** Who takes part. */
export interface NightConnections {
  readonly administrator: Connection;
  readonly proposer: Connection;
  readonly manager: Connection;
  readonly surroundings: Surroundings;
}

/** What comes on the last day; null for nothing. */
export interface NightFiles {
  readonly signals: string | null;
  readonly lateProposals: string | null;
}

/** A run as its record tells it. */
export interface Run {
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly kind: string;
  readonly state: string;
  readonly summary: string;
  readonly runId: string;
  readonly report: string;
}

export interface NightResult {
  readonly signals: number;
  readonly rejectedSignals: readonly Rejection[];
  readonly replaced: {readonly from: string; readonly to: string; readonly leads: number};
  /** What decay was going to do, half an hour before it did. */
  readonly dryRun: Run;
  /** Of all nights. */
  readonly runs: readonly Run[];
  /** Ledger rows of the last night, and those of the rollback after it. */
  readonly changes: readonly Row[];
  readonly rollback: {readonly runId: string; readonly restored: number; readonly leftAlone: number; readonly message: string};
  /** What doesn't hold, one sentence each. */
  readonly broken: readonly string[];
}

const DAY = 86_400_000;
const HALF_AN_HOUR = 1_800_000;
/** A day less than that after which the demo's policy lets Interested and Engaged leads decay. */
const DAYS_OF_SILENCE = 20;
const REPLACED = {from: 'Sales Accepted Lead', to: 'Engaged'};

/**
 * @param references Ids of leads by their tree references
 * @param scheduleApex anonymous Apex that schedules the night
 */
export function runNight(
  {administrator, proposer, manager, surroundings}: NightConnections,
  files: NightFiles,
  references: ReadonlyMap<string, string>,
  scheduleApex: string,
): NightResult {
  const beginning = surroundings.now();
  runApex(administrator, scheduleApex);
  passNightsUntil(startOfDay(beginning) + DAY / 2 + DAYS_OF_SILENCE * DAY, administrator, surroundings);
  const signals = sendSignals(administrator, files.signals, references, surroundings.now());
  if (files.lateProposals !== null) propose(proposer, files.lateProposals, references, surroundings.now());
  const leads = surroundings.replacePicklistValue('Lead', 'Status', REPLACED.from, REPLACED.to);
  const nightfall = nextNight(administrator);
  surroundings.passUntil(nightfall - HALF_AN_HOUR);
  const dryRun = dryRunOfDecay(administrator);
  surroundings.passUntil(nightfall);
  const runs = runsSince(administrator, beginning).filter(({kind}) => kind !== dryRun.kind);
  const rollback = rollBack(manager, decayOf(runs, nightfall).runId);
  const changes = changesSince(administrator, nightfall);
  return {
    ...signals,
    replaced: {...REPLACED, leads},
    dryRun,
    runs,
    changes,
    rollback,
    broken: [...brokenPromises(dryRun, runs, changes, leads), ...brokenChains(administrator)],
  };
}

/** Night by night, as the schedule has them. */
function passNightsUntil(moment: number, administrator: Connection, surroundings: Surroundings): void {
  for (let night = nextNight(administrator); night <= moment; night = nextNight(administrator)) surroundings.passUntil(night);
  surroundings.passUntil(moment);
}

function startOfDay(moment: number): number {
  return moment - (moment % DAY);
}

function sendSignals(
  administrator: Connection,
  file: string | null,
  references: ReadonlyMap<string, string>,
  now: number,
): {readonly signals: number; readonly rejectedSignals: readonly Rejection[]} {
  if (file === null) return {signals: 0, rejectedSignals: []};
  const {signals, rejected} = readSignals(file, now);
  const records = signals.map(({leadId, fields}) => ({
    Lead__c: leadId.startsWith('@') ? references.get(leadId.slice(1)) : leadId,
    ...fields,
  }));
  const results = createAll(administrator, 'Lead_Signal__c', records);
  const refused = results.flatMap(({success, errors}, position) =>
    success ? [] : [{index: signals[position]?.index ?? position, message: errors.map(({message}) => message).join('; ')}],
  );
  return {signals: results.length - refused.length, rejectedSignals: [...rejected, ...refused]};
}

function propose(proposer: Connection, file: string, references: ReadonlyMap<string, string>, now: number): void {
  submit(proposer, resolveLeads(proposer, readProposals(file, now).proposals, references).submissions);
}

function decayOf(runs: readonly Run[], nightfall: number): Run {
  const decay = runs.find(({kind, startedAt}) => kind === 'Decay' && startedAt >= nightfall);
  if (decay === undefined) throw new Error('The night ended without a decay.');
  return decay;
}

/** When the schedule fires next, in milliseconds since 1970. */
function nextNight(administrator: Connection): number {
  const [row] = query(administrator, `SELECT NextFireTime FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Lifecycle%'`);
  return Date.parse(String(row?.['NextFireTime']));
}

function dryRunOfDecay(administrator: Connection): Run {
  runApex(administrator, 'DecayBatch.dryRun();');
  const [row] = query(administrator, `${RUNS} WHERE Kind__c = 'Decay Dry Run' ORDER BY Started_At__c DESC LIMIT 1`);
  if (row === undefined) throw new Error('The dry run left no record.');
  return toRun(row);
}

const RUNS = 'SELECT Started_At__c, Kind__c, State__c, Summary__c, Run_ID__c, Report__c FROM Lifecycle_Run__c';

function runsSince(administrator: Connection, moment: number): readonly Run[] {
  return query(administrator, `${RUNS} WHERE Started_At__c >= ${new Date(moment).toISOString()} ORDER BY Name`).map(toRun);
}

function toRun(row: Row): Run {
  return {
    startedAt: Date.parse(String(row['Started_At__c'])),
    kind: text(row['Kind__c']) ?? '',
    state: text(row['State__c']) ?? '',
    summary: text(row['Summary__c']) ?? '',
    runId: text(row['Run_ID__c']) ?? '',
    report: text(row['Report__c']) ?? '',
  };
}

const CHANGES =
  'SELECT Lead_ID__c, Version__c, From_Status__c, To_Status__c, Cause__c, Proposal_ID__c, Transition__c, Run_ID__c, Reason__c, Hash__c FROM Lead_Status_Change__c';

function changesSince(administrator: Connection, moment: number): readonly Row[] {
  return query(administrator, `${CHANGES} WHERE Changed_At__c >= ${new Date(moment).toISOString()} ORDER BY Name`);
}

/** Through the action that flows and agents call. */
function rollBack(manager: Connection, runId: string): NightResult['rollback'] {
  const answer = manager.request('POST', 'actions/custom/apex/RollBackLeadStatus', {
    inputs: [{runId, reason: 'The demo takes its decay back.'}],
  });
  const [result] = answer.body as readonly {
    readonly outputValues: {readonly restored: number; readonly leftAlone: number; readonly message: string};
  }[];
  if (answer.status !== 200 || result === undefined) throw new RequestError(`Rolling back ${quoted(runId)}`, answer);
  const {restored, leftAlone, message} = result.outputValues;
  return {runId, restored, leftAlone, message};
}

/** What the night has to keep, seen from outside. */
function brokenPromises(dryRun: Run, runs: readonly Run[], changes: readonly Row[], drifted: number): readonly string[] {
  const problems: string[] = [];
  const counted = (cause: string): number => changes.filter((row) => row['Cause__c'] === cause).length;
  const decayed = counted('Decay');
  if (counted('Reconciliation') !== drifted)
    problems.push(
      `I1: ${String(drifted)} leads were changed past the triggers, ${String(counted('Reconciliation'))} of them were recorded.`,
    );
  if (!dryRun.report.startsWith(`Changed: ${String(decayed)}\n`))
    problems.push(`The dry run foresaw something else than ${String(decayed)} decays: ${dryRun.summary}`);
  if (counted('Rollback') !== decayed) problems.push(`I6: of ${String(decayed)} decays ${String(counted('Rollback'))} were taken back.`);
  for (const run of runs) {
    if (run.state !== 'Completed') problems.push(`The run ${run.runId} ended ${run.state}: ${run.summary}`);
  }
  return problems;
}

/** I10: the package itself recomputes every chain of hashes. */
function brokenChains(administrator: Connection): readonly string[] {
  try {
    runApex(administrator, VERIFICATION);
    return [];
  } catch (error) {
    return [`I10: ${String(error)}`];
  }
}

const VERIFICATION = `
  List<String> faults = StatusLedger.verify(new Map<Id, Lead>([SELECT Id FROM Lead WITH SYSTEM_MODE]).keySet());
  Assert.areEqual(0, faults.size(), String.join(faults, ' '));`;
