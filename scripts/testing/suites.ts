import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
}

const root = path.join(import.meta.dirname, '../..');

/** The test suites in the order in which `npm test` runs them. Each prints as it goes and returns what it counted. */
export const suites: Readonly<Record<string, () => Counts>> = {tools: runTools, apex: runApex};

/** The unit tests of local-org and of these scripts, by Node's own test runner, in one process. */
function runTools(): Counts {
  return withReport((report) => {
    const status = runNode([
      '--test',
      '--test-isolation=none',
      ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      'local-org/test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ]);
    const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(readFileSync(report, 'utf8'))?.[1] ?? 0);
    return reconcile({passed: count('pass'), failed: count('fail') + count('cancelled')}, status);
  });
}

/** The Apex tests of the package, by local-org. A test that needs what local-org lacks hasn't passed. */
function runApex(): Counts {
  return withReport((report) => {
    const status = runNode(['local-org/bin/local-org.js', 'test', '--json', report]);
    const {summary} = JSON.parse(readFileSync(report, 'utf8')) as {summary: {passed: number; failed: number; unsupported: number}};
    return reconcile({passed: summary.passed, failed: summary.failed + summary.unsupported}, status);
  });
}

function runNode(args: readonly string[]): number {
  const {status, error} = spawnSync(process.execPath, args, {cwd: root, stdio: ['ignore', 'inherit', 'inherit']});
  if (error) throw error;
  return status ?? 1;
}

/** A suite that ends badly although every test it counted passed (code that doesn't compile, a crash) is one failure more. */
export function reconcile({passed, failed}: Counts, exitStatus: number): Counts {
  if (exitStatus === 0 || failed > 0) return {passed, failed};
  console.error(`The suite ended with exit code ${exitStatus} although no test failed; this counts as a failure.`);
  return {passed, failed: 1};
}

function withReport(run: (file: string) => Counts): Counts {
  const directory = mkdtempSync(path.join(tmpdir(), 'lifecycle-gate-tests-'));
  try {
    return run(path.join(directory, 'report'));
  } finally {
    rmSync(directory, {recursive: true});
  }
}
