/**
 * `npm run bench`: what the package costs, counted by the embedded org as the platform's governor limits count it.
 *
 *     npm run bench
 *     npm run --silent bench -- --json
 *
 * Prints and never judges; the budgets are asserted by tests.
 */
import {parseArgs} from 'node:util';
import {ADMINISTRATOR, openOrg, type Limits} from 'local-org';
import {measurementTable, type Measurement} from './bench/measurement.ts';
import {createLeads, propose} from './bench/propose.ts';
import {connectLocally, type Connection} from './demo/connection.ts';
import {createProposer, preparePlayground} from './demo/playground.ts';

const SIZES = [1, 50, 200, 2000];

const {values: options} = parseArgs({options: {json: {type: 'boolean', default: false}}});

const org = openOrg({directories: ['.']});
const administrator = connectLocally(org, ADMINISTRATOR);
preparePlayground(administrator, ADMINISTRATOR);

/** Fewer than the hourly cap of promotions for one user, which would send the rest to a reviewer. */
const PROPOSALS_A_USER = 400;
let leads = 0;
let users = 0;
/** The first run pays for what is made when first needed, and isn't shown. */
measure('warm-up', 200);
const measurements = SIZES.map((n) => measure('propose', n));
console.log(options.json ? JSON.stringify(measurements, null, 2) : measurementTable(measurements));

function measure(name: string, n: number): Measurement {
  console.error(`${name} ${String(n)} …`);
  const leadIds = createLeads(administrator, n);
  leads += n;
  const proposers = Array.from({length: Math.ceil(n / PROPOSALS_A_USER)}, newProposer);
  const used: Limits[] = [];
  const stop = org.onTransaction((limits) => used.push(limits));
  const start = performance.now();
  for (const [index, proposer] of proposers.entries()) {
    const part = leadIds.slice(index * PROPOSALS_A_USER, (index + 1) * PROPOSALS_A_USER);
    propose(proposer, part, `bench-${name}-${String(n)}-${String(index)}`);
  }
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
