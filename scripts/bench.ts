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
import {connectLocally} from './demo/connection.ts';
import {preparePlayground, PROPOSER} from './demo/playground.ts';

const SIZES = [1, 50, 200, 2000];

const {values: options} = parseArgs({options: {json: {type: 'boolean', default: false}}});

const org = openOrg({directories: ['.']});
const administrator = connectLocally(org, ADMINISTRATOR);
const proposer = connectLocally(org, PROPOSER);
preparePlayground(administrator, ADMINISTRATOR);

let leads = 0;
/** The first run pays for what is made when first needed, and isn't shown. */
measure('warm-up', 200);
const measurements = SIZES.map((n) => measure('propose', n));
console.log(options.json ? JSON.stringify(measurements, null, 2) : measurementTable(measurements));

function measure(name: string, n: number): Measurement {
  console.error(`${name} ${String(n)} …`);
  const leadIds = createLeads(administrator, n);
  leads += n;
  const used: Limits[] = [];
  const stop = org.onTransaction((limits) => used.push(limits));
  const start = performance.now();
  propose(proposer, leadIds, `bench-${name}-${String(n)}`);
  const ms = performance.now() - start;
  stop();
  const sum = (limit: 'Queries' | 'DmlStatements' | 'DmlRows') => used.reduce((total, limits) => total + limits.used(limit), 0);
  return {name, n, soqlQueries: sum('Queries'), dmlStatements: sum('DmlStatements'), dmlRows: sum('DmlRows'), ms, orgSize: leads};
}
