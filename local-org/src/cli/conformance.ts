import {openOrg} from '../org.ts';
import {conformanceLines, conformanceOf} from '../testing/conformance.ts';
import {leftOutTests} from '../testing/left-out-tests.ts';
import {runTests} from '../testing/run-tests.ts';
import {testSelection} from '../testing/selection.ts';
import type {Command} from './arguments.ts';
import {inversionLines, invertPassing} from './inversion.ts';
import {EXIT} from './exit-code.ts';
import {writeReport} from './report-file.ts';

/** Runs the tests of a project that passes on the platform, and prints what keeps which of them from passing here. */
export function conformance({directories, invert, json}: Extract<Command, {kind: 'conformance'}>): number {
  const org = openOrg({directories});
  const results = runTests(org, testSelection([]), () => undefined);
  const found = conformanceOf(results, leftOutTests(org));
  for (const line of conformanceLines(found)) console.log(line);
  if (json !== null) writeReport(json, `${JSON.stringify(found, null, 2)}\n`);
  if (invert > 0) for (const line of inversionLines(invertPassing(org.project, results, invert))) console.log(line);
  const {passed, total} = found.summary;
  if (total === 0) console.error(`There are no tests in ${directories.join(', ')}.`);
  return total > 0 && passed === total ? EXIT.success : EXIT.failed;
}
