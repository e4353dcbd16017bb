/**
 * `npm run bench`: what the package costs, counted by the embedded org as the platform's governor limits count it.
 *
 *     npm run bench
 *     npm run --silent bench -- --json
 *     npm run bench -- --sizes 1,200 --due 400 --org-sizes 1000,50000
 *
 * Prints and never judges; the budgets are asserted by tests.
 */
import {parseArgs} from 'node:util';
import {ADMINISTRATOR, openOrg} from 'local-org';
import {comparison, measureDecay} from './bench/decay.ts';
import {measure as measureIn, measurementTable, type Measurement} from './bench/measurement.ts';
import {proposeByAction, proposeByRest, proposeOnLeads} from './bench/doors.ts';
import {approve, rollBack} from './bench/people.ts';
import {createLeads, propose, type Recommendation} from './bench/propose.ts';
import {sendSignals, SIGNALS_A_LEAD} from './bench/signals.ts';
import {connectLocally, type Answer} from './demo/connection.ts';
import {createUser, preparePlayground} from './demo/playground.ts';

const MANAGER = 'bench-manager@lifecycle-gate.test';
/** Fewer than the hourly cap of promotions for one user, which would send the rest to a reviewer. */
const PROPOSALS_A_USER = 400;
/** Orgs of each size in which leads decay. */
const DECAYS = 3;

const {values: options} = parseArgs({
  options: {
    json: {type: 'boolean', default: false},
    sizes: {type: 'string', default: '1,50,200,2000'},
    due: {type: 'string', default: '2000'},
    'org-sizes': {type: 'string', default: '10000,200000'},
  },
});
const sizes = options.sizes.split(',').map(Number);
const orgSizes = options['org-sizes'].split(',').map(Number);

const org = openOrg({directories: ['.']});
const administrator = connectLocally(org, ADMINISTRATOR);
preparePlayground(administrator, ADMINISTRATOR);
createUser(administrator, MANAGER, 'Standard User', 'Lifecycle_Manager');
const manager = connectLocally(org, MANAGER);
let leads = 0;
let users = 0;

/** The first runs pay for what is made when first needed, and are not shown. */
measureAll(Math.min(200, ...sizes), 'warm-up');
measureDecay(Math.min(...orgSizes), Number(options.due));
const measurements = [
  ...sizes.flatMap((n) => measureAll(n, `bench-${String(n)}`)),
  ...orgSizes.map((orgSize) => fastest(() => measureDecay(orgSize, Number(options.due)))),
].toSorted((left, right) => (left.name < right.name ? -1 : 0));
console.log(options.json ? JSON.stringify(measurements, null, 2) : `${measurementTable(measurements)}\n${comparison(measurements)}`);

function measureAll(n: number, runId: string): readonly Measurement[] {
  const promoted = newLeads(n);
  const reviewed = newLeads(n);
  const pending = submit(reviewed, 'Disqualified', `${runId}-review`);
  const outdated = newLeads(n);
  submit(outdated, 'Disqualified', `${runId}-outdated`);
  const signalled = newLeads(Math.ceil(n / SIGNALS_A_LEAD));
  return [
    measure('propose', n, submission(promoted, runId)),
    measure('propose-superseding', n, submission(outdated, `${runId}-newer`)),
    measure(
      'propose-door-2',
      n,
      byUsers(newLeads(n), 'Lifecycle_Lead_Proposer', (user, ids) => {
        proposeOnLeads(connectLocally(org, user), ids, `${runId}-door-2`);
      }),
    ),
    measure(
      'propose-door-3',
      n,
      byUsers(newLeads(n), 'Lifecycle_Proposer', (user, ids) => {
        proposeByRest((body) => post(user, body), ids, `${runId}-door-3`);
      }),
    ),
    measure(
      'propose-door-4',
      n,
      byUsers(newLeads(n), 'Lifecycle_Proposer', (user, ids) => {
        proposeByAction(connectLocally(org, user), ids, `${runId}-door-4`);
      }),
    ),
    measure('approve', n, () => {
      approve(manager, pending);
    }),
    measure('rollback', n, () => {
      rollBack(manager, runId, n);
    }),
    measure('signals', n, () => {
      sendSignals(administrator, signalled, n, runId);
    }),
  ];
}

function newLeads(count: number): readonly string[] {
  leads += count;
  return createLeads(administrator, count);
}

/** Proposes by records, at once. @returns Ids of the proposals */
function submit(leadIds: readonly string[], recommended: Recommendation, runId: string): readonly string[] {
  const ids: string[] = [];
  byUsers(leadIds, 'Lifecycle_Proposer', (user, part) => ids.push(...propose(connectLocally(org, user), part, recommended, runId)))();
  return ids;
}

function submission(leadIds: readonly string[], runId: string): () => void {
  return byUsers(leadIds, 'Lifecycle_Proposer', (user, part) => propose(connectLocally(org, user), part, 'Aware', runId));
}

/** Work that new users share among them; they are there before it begins. */
function byUsers(leadIds: readonly string[], permissionSet: string, work: (user: string, part: readonly string[]) => unknown): () => void {
  const parts = Array.from({length: Math.ceil(leadIds.length / PROPOSALS_A_USER)}, (_part, index) => ({
    user: newUser(permissionSet),
    ids: leadIds.slice(index * PROPOSALS_A_USER, (index + 1) * PROPOSALS_A_USER),
  }));
  return () => {
    for (const {user, ids} of parts) work(user, ids);
  };
}

function post(user: string, body: unknown): Answer {
  const answer = org.handle({method: 'POST', path: '/services/apexrest/lifecycle/v1/proposals', user, body: JSON.stringify(body)});
  return {status: answer.status, body: JSON.parse(answer.body) as unknown};
}

function measure(name: string, n: number, work: () => void): Measurement {
  return measureIn(org, {name, n, orgSize: leads}, work);
}

/** Their times are compared, and whatever else the machine does only makes them longer. */
function fastest(once: () => Measurement): Measurement {
  return Array.from({length: DECAYS}, once).reduce((best, other) => (other.ms < best.ms ? other : best));
}

function newUser(permissionSet: string): string {
  users += 1;
  const username = `bench-${String(users)}@lifecycle-gate.test`;
  createUser(administrator, username, 'Minimum Access - Salesforce', permissionSet);
  return username;
}
