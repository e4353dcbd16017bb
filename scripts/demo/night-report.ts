/** The nights in the words of the demo. */
import {styleText} from 'node:util';
import type {NightResult, Run} from './night.ts';
import {ledgerTable} from './report.ts';

export function nightStory(night: NightResult, leadNames: ReadonlyMap<string, string>): string {
  const {signals, replaced, dryRun, runs, changes, rollback} = night;
  const eventful = runs.filter((run) => kindsIn(run).length > 0);
  return [
    heading('Three weeks later'),
    `${String(signals)} signals came. Setup replaced ${replaced.from} by ${replaced.to} on ${String(replaced.leads)} leads, and fired no trigger.`,
    '',
    heading('What the nights did'),
    ...eventful.map(runLine),
    styleText('dim', `and ${String(runs.length - eventful.length)} runs that found nothing to do`),
    '',
    heading('What decay was going to do, half an hour before the last one'),
    runLine(dryRun),
    '',
    heading('Ledger of the last night'),
    ledgerTable(changes, leadNames),
    '',
    heading('The manager took the decay back'),
    `${String(rollback.restored)} leads restored, ${String(rollback.leftAlone)} left alone, of run ${rollback.runId}.`,
  ].join('\n');
}

function heading(title: string): string {
  return styleText('bold', title);
}

/** When and what, and how many of each kind. */
function runLine(run: Run): string {
  const mark = run.state === 'Completed' ? styleText('green', '✔') : styleText('red', `✖ ${run.state}`);
  const when = new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' ');
  return `${mark} ${when}  ${run.kind.padEnd(13)}  ${kindsIn(run).join('; ')}`;
}

/** What the first part of the report counts: `3 Engaged to Interested`. */
function kindsIn({report}: Run): readonly string[] {
  return [...(report.split('\n\n')[0] ?? '').matchAll(/^ {2}(\d+ .*)$/gm)].map(([, count = '']) => count);
}
