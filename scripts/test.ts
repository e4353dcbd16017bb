/**
 * `npm test [-- SUITE…]`: runs the test suites, all or the named ones, and ends with one line that adds them up:
 * `N passed, N failed`. Exits with 1 if a test fails, a suite can't run, or a suite has no tests.
 */
import {suites} from './testing/suites.ts';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`Unknown suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(suites)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`── ${name} tests`);
  const counts = run();
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
