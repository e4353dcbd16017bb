/**
 * `npm run bench`: what the package costs, counted by the embedded org as the platform's governor limits count it.
 *
 *     npm run bench
 *     npm run --silent bench -- --json
 *     npm run bench -- --sizes 1,200
 *
 * Prints and never judges; the budgets are asserted by tests.
 */
import {parseArgs} from 'node:util';
import {ADMINISTRATOR, openOrg, type Limits} from 'local-org';
import {measurementTable, type Measurement} from './bench/measurement.ts';
import {approve, rollBack} from './bench/people.ts';
import {createLeads, propose, type Recommendation} from './bench/propose.ts';
import {connectLocally, type Connection} from './demo/connection.ts';
import {createProposer, createUser, preparePlayground} from './demo/playground.ts';

const MANAGER = 'manager@lifecycle-gate.test';
/** Fewer than the hourly cap of promotions for one user, which would send the rest to a reviewer. */
const PROPOSALS_A_USER = 400;

const {values: options} = parseArgs({
  options: {json: {type: 'boolean', default: false}, sizes: {type: 'string', default: '1,50,200,2000'}},
});
const sizes = options.sizes.split(',').map(Number);

const org = openOrg({directories: ['.']});
const administrator = connectLocally(org, ADMINISTRATOR);
preparePlayground(administrator, ADMINISTRATOR);
createUser(administrator, MANAGER, 'Standard User', 'Lifecycle_Manager');
const manager = connectLocally(org, MANAGER);
let leads = 0;
let users = 0;

/** The first run pays for what is made when first needed, and isn't shown. */
measureAll(Math.min(200, ...sizes), 'warm-up');
const measurements = sizes.flatMap((n) => measureAll(n, `bench-${String(n)}`)).toSorted((left, right) => (left.name < right.name ? -1 : 0));
console.log(options.json ? JSON.stringify(measurements, null, 2) : measurementTable(measurements));

function measureAll(n: number, runId: string): readonly Measurement[] {
  const promoted = createLeads(administrator, n);
  const reviewed = createLeads(administrator, n);
  leads += 2 * n;
  const proposers = Array.from({length: Math.ceil(n / PROPOSALS_A_USER)}, newProposer);
  const pending = submit(proposers, reviewed, 'Disqualified', `${runId}-review`);
  return [
    measure('propose', n, () => submit(proposers, promoted, 'Aware', runId)),
    measure('approve', n, () => {
      approve(manager, pending);
    }),
    measure('rollback', n, () => {
      rollBack(manager, runId, n);
    }),
  ];
}

function submit(
  proposers: readonly Connection[],
  leadIds: readonly string[],
  recommended: Recommendation,
  runId: string,
): readonly string[] {
  return proposers.flatMap((proposer, index) => {
    const part = leadIds.slice(index * PROPOSALS_A_USER, (index + 1) * PROPOSALS_A_USER);
    return propose(proposer, part, recommended, runId);
  });
}

function measure(name: string, n: number, work: () => void): Measurement {
  console.error(`${name} ${String(n)} …`);
  const used: Limits[] = [];
  const stop = org.onTransaction((limits) => used.push(limits));
  const start = performance.now();
  work();
  const ms = performance.now() - start;
  stop();
  const sum = (limit: 'Queries' | 'DmlStatements' | 'DmlRows') => used.reduce((total, limits) => total + limits.used(limit), 0);
  return {name, n, soqlQueries: sum('Queries'), dmlStatements: sum('DmlStatements'), dmlRows: sum('DmlRows'), ms, orgSize: leads};
}

function newProposer(): Connection {
  users += 1;
  const username = `bench-${String(users)}@lifecycle-gate.test`;
  createProposer(administrator, username);
  return connectLocally(org, username);
}
