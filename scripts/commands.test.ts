/** The commands that the README names, run as a user runs them. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import type {Measurement} from './bench/measurement.ts';
import type {DemoDecision} from './demo/decisions.ts';
import type {NightResult} from './demo/night.ts';

const root = path.join(import.meta.dirname, '..');

/** Of one chunk of proposals by each door, and of one chunk of signals. */
const BUDGETS: Readonly<Record<string, Pick<Measurement, 'soqlQueries' | 'dmlStatements'>>> = {
  propose: {soqlQueries: 4, dmlStatements: 3},
  'propose-superseding': {soqlQueries: 4, dmlStatements: 4},
  'propose-door-2': {soqlQueries: 4, dmlStatements: 4},
  'propose-door-3': {soqlQueries: 6, dmlStatements: 4},
  'propose-door-4': {soqlQueries: 6, dmlStatements: 4},
  signals: {soqlQueries: 3, dmlStatements: 2},
};

function run(
  script: string,
  ...words: readonly string[]
): {readonly status: number | null; readonly output: unknown; readonly errors: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [script, ...words], {cwd: root, encoding: 'utf8', maxBuffer: 64 << 20});
  assert.ok(stdout.startsWith('[') || stdout.startsWith('{'), `${script} printed no JSON: ${stdout}${stderr}`);
  return {status, output: JSON.parse(stdout) as unknown, errors: stderr};
}

test('the demo decides every entry, in order, and exits 0', () => {
  const {status, output} = run('scripts/demo.ts', '--json');
  const {decisions, ledger, rejected} = output as {decisions: DemoDecision[]; ledger: unknown[]; rejected: unknown[]};
  assert.equal(status, 0);
  assert.equal(decisions.length, 60);
  assert.deepEqual(rejected, []);
  assert.ok(ledger.length > 40);
  const [first, second] = decisions;
  assert.deepEqual([first?.outcome, first?.code, first?.duplicate], ['Promoted', 'PROMOTED', undefined]);
  assert.deepEqual(second, {...first, duplicate: true});
  assert.deepEqual(new Set(decisions.map(({outcome}) => outcome)), new Set(['Promoted', 'Review', 'Blocked', 'No Change']));
});

test('the demo ends with nights that put things in order, as their dry run said', () => {
  const {status, output} = run('scripts/demo.ts', '--json');
  const {night} = output as {night: NightResult};
  assert.equal(status, 0);
  assert.deepEqual([night.signals, night.rejectedSignals, night.broken], [6, [], []]);
  const causes = Map.groupBy(night.changes, (row) => row['Cause__c']);
  assert.deepEqual([...causes.keys()].sort(), ['Decay', 'Reconciliation', 'Rollback']);
  assert.equal(causes.get('Reconciliation')?.length, night.replaced.leads);
  assert.equal(causes.get('Rollback')?.length, night.rollback.restored);
  const [dryRun, decay] = [night.dryRun, night.runs.findLast(({kind}) => kind === 'Decay')];
  assert.equal(decay?.summary, dryRun.summary);
  assert.ok(night.runs.some(({kind, report}) => kind === 'Expiry' && report.includes(' expired')));
  assert.ok(night.runs.some(({kind, report}) => kind === 'Scores' && report.includes('1 proposed to a person')));
});

test('what an operation costs stays within the budget, and does not grow within a chunk', () => {
  const {status, output} = run('scripts/bench.ts', '--json', '--sizes', '1,20');
  assert.equal(status, 0);
  const byName = Map.groupBy(output as Measurement[], ({name}) => name);
  for (const name of [...Object.keys(BUDGETS), 'approve', 'rollback']) {
    const [one, twenty] = byName.get(name) ?? [];
    assert.deepEqual([one?.n, twenty?.n], [1, 20]);
    assert.ok((one?.soqlQueries ?? 0) > 0 && (one?.dmlStatements ?? 0) > 0, `${name} was measured`);
    assert.deepEqual([twenty?.soqlQueries, twenty?.dmlStatements], [one?.soqlQueries, one?.dmlStatements], name);
  }
  for (const [name, {soqlQueries, dmlStatements}] of Object.entries(BUDGETS)) {
    const measured = byName.get(name)?.[0];
    assert.ok((measured?.soqlQueries ?? Infinity) <= soqlQueries, name);
    assert.ok((measured?.dmlStatements ?? Infinity) <= dmlStatements, name);
  }
  const [small, large] = byName.get('decay') ?? [];
  assert.deepEqual([small?.n, small?.orgSize, large?.n, large?.orgSize], [2000, 10_000, 2000, 200_000]);
  for (const part of ['soqlQueries', 'queryRows', 'dmlStatements', 'dmlRows'] as const) {
    assert.ok((small?.[part] ?? 0) > 0, `decay was measured: ${part}`);
    assert.ok((large?.[part] ?? Infinity) <= 1.3 * (small?.[part] ?? 0), `decay follows the leads due and not those of the org: ${part}`);
  }
});
