/**
 * `npm run check [-- [--json] NAME…]`: runs the static checks, all or the named ones (among which may be those that are jobs of their own), and
 * exits with 1 if one fails.
 */
import path from 'node:path';
import {parseArgs} from 'node:util';
import {allChecks, separateChecks} from './checks/all.ts';
import {formatProblem} from './checks/check.ts';
import {openProject} from './checks/project.ts';
import {type Report, runChecks} from './checks/runner.ts';

/** Two programs at a time keep two cores busy; more would only compete for memory. */
const AT_ONCE = 2;
/** Problems printed for one check; the rest is counted. `--json` has them all. */
const SHOWN = 50;

const {values, positionals} = parseArgs({options: {json: {type: 'boolean', default: false}}, allowPositionals: true});
const every = [...allChecks, ...separateChecks];
const unknown = positionals.filter((name) => !every.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`Unknown check: ${unknown.join(', ')}. There are:`);
  for (const {name, question} of every) console.error(`  ${name.padEnd(18)} ${question}`);
  process.exit(2);
}

const chosen = positionals.length === 0 ? allChecks : every.filter(({name}) => positionals.includes(name));
const project = openProject(path.join(import.meta.dirname, '..'));
const reports = await runChecks(chosen, project, AT_ONCE, values.json ? undefined : print);
const failed = reports.filter(({passed}) => !passed).length;
const passed = reports.length - failed;

if (values.json) console.log(JSON.stringify({summary: {passed, failed}, checks: reports}, null, 2));
else console.log(`${passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function print({name, passed: good, looked, subjects, durationMs, problems}: Report): void {
  const time = `${(durationMs / 1000).toFixed(1)} s`.padStart(7);
  const outcome = good ? '' : `, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  console.log(`${good ? '✓' : '✗'} ${name.padEnd(18)} ${time}  ${looked} ${subjects}${outcome}`);
  for (const problem of problems.slice(0, SHOWN)) console.log(`    ${formatProblem(problem)}`);
  if (problems.length > SHOWN) console.log(`    … and ${problems.length - SHOWN} more (npm run check -- --json ${name})`);
}
