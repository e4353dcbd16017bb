import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const root = path.join(import.meta.dirname, '../..');

/** The test suites in the order in which `npm test` runs them. Each prints as it goes and returns what it counted. */
export const suites: Readonly<Record<string, () => Counts>> = {tools: runTools, apex: runApex};

/** The unit tests of local-org and of these scripts, by Node's own test runner, in one process. */
function runTools(): Counts {
  return runSuite(
    (report) => [
      '--test',
      '--test-isolation=none',
      ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      'local-org/test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    (report) => {
      const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
      return {passed: count('pass'), failed: count('fail') + count('cancelled')};
    },
  );
}

/** The Apex tests of the package, by local-org. A test that needs what local-org lacks hasn't passed. */
function runApex(): Counts {
  return runSuite(
    (report) => ['local-org/bin/local-org.js', 'test', '--json', report],
    (report) => {
      const {summary} = JSON.parse(report) as {summary: {passed: number; failed: number; unsupported: number}};
      return {passed: summary.passed, failed: summary.failed + summary.unsupported};
    },
  );
}

/**
 * Runs a suite that prints for people on standard output and for us into a file.
 *
 * @param args arguments for Node.js, given the file
 * @param count reads the file's content
 */
function runSuite(args: (report: string) => readonly string[], count: (report: string) => Counts): Counts {
  const directory = mkdtempSync(path.join(tmpdir(), 'lifecycle-gate-tests-'));
  try {
    const report = path.join(directory, 'report');
    const {status, error} = spawnSync(process.execPath, args(report), {cwd: root, stdio: ['ignore', 'inherit', 'inherit']});
    if (error) throw error;
    const counts = existsSync(report) ? count(readFileSync(report, 'utf8')) : {passed: 0, failed: 0};
    const {remark, ...reconciled} = reconcile(counts, status ?? 1);
    if (remark !== undefined) console.error(remark);
    return reconciled;
  } finally {
    rmSync(directory, {recursive: true});
  }
}

/**
 * A suite that ended badly although every test it counted passed (code that doesn't compile, a crash), or that counted
 * none, has a failure.
 */
export function reconcile({passed, failed}: Counts, exitStatus: number): Counts & {readonly remark?: string} {
  if (failed > 0 || (exitStatus === 0 && passed > 0)) return {passed, failed};
  const reason = exitStatus === 0 ? 'ran no tests' : `ended with exit code ${exitStatus} although no test failed`;
  return {passed, failed: 1, remark: `This suite ${reason}, which counts as a failure.`};
}
