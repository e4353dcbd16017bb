/**
 * `npm run demo`: takes AI proposals through the real Apex gate in an embedded org, and shows what came of them.
 *
 *     npm run demo
 *     npm run demo -- --leads leads.json --proposals proposals.json --signals signals.json
 *     npm run --silent demo -- --json
 *
 * Exits 1 where a file can't be read or an invariant doesn't hold.
 */
import {parseArgs, styleText} from 'node:util';
import {ADMINISTRATOR, MovableClock, openOrg} from 'local-org';
import {connectLocally} from './demo/connection.ts';
import {FileError} from './demo/json-file.ts';
import {nightStory} from './demo/night-report.ts';
import {MANAGER, preparePlayground, PROPOSER} from './demo/playground.ts';
import {countLine, decisionTable, ledgerTable, rejectionList} from './demo/report.ts';
import {DEMO_FILES, runDemo, type DemoFiles, type DemoResult} from './demo/run.ts';
import {surroundingsOf} from './demo/surroundings.ts';

const {values: options} = parseArgs({
  options: {leads: {type: 'string'}, proposals: {type: 'string'}, signals: {type: 'string'}, json: {type: 'boolean', default: false}},
});

const files: DemoFiles = {
  leads: options.leads ?? DEMO_FILES.leads,
  proposals: options.proposals ?? DEMO_FILES.proposals,
  preparation: options.leads === undefined ? DEMO_FILES.preparation : null,
  signals: options.signals ?? (options.leads === undefined ? DEMO_FILES.signals : null),
  lateProposals: options.leads === undefined ? DEMO_FILES.lateProposals : null,
};

try {
  const result = run();
  if (options.json) writeJson(result);
  else write(result);
  for (const problem of result.broken) console.error(styleText('red', problem, {stream: process.stderr}));
  process.exitCode = result.broken.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  console.error(styleText('red', error.message, {stream: process.stderr}));
  process.exitCode = 1;
}

function run(): DemoResult {
  step('Starting the embedded org');
  const clock = new MovableClock(Date.now());
  const org = openOrg({directories: ['.'], clock});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  const people = {administrator, proposer: connectLocally(org, PROPOSER), manager: connectLocally(org, MANAGER)};
  return runDemo({...people, surroundings: surroundingsOf(org, clock)}, files, step);
}

/** Progress goes to the error stream: the output stays readable by programs. */
function step(text: string): void {
  console.error(styleText('dim', `${text} …`, {stream: process.stderr}));
}

function writeJson({decisions, ledger, rejected, rejectedLeads, night}: DemoResult): void {
  console.log(JSON.stringify({decisions, ledger, rejected, night, ...(rejectedLeads.length === 0 ? {} : {rejectedLeads})}, null, 2));
}

function write({decisions, ledger, rejected, rejectedLeads, leadNames, night}: DemoResult): void {
  console.log(`\n${decisionTable(decisions, leadNames)}\n\n${countLine(decisions, rejected.length)}`);
  console.log(`\n${styleText('bold', 'Ledger')}\n${ledgerTable(ledger, leadNames)}\n`);
  console.log(`${nightStory(night, leadNames)}\n`);
  for (const [file, list, rejections] of [
    [files.leads, 'records', rejectedLeads],
    [files.proposals, 'proposals', rejected],
    [files.signals ?? '', 'signals', night.rejectedSignals],
  ] as const) {
    if (rejections.length > 0) console.error(rejectionList(file, list, rejections));
  }
}
