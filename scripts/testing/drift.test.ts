/** Leads whose status was written past their triggers: an embedded org can be given such, which no test in Apex can make. */
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {ADMINISTRATOR, MovableClock, openOrg} from 'local-org';
import {connectLocally, query, type Connection, type Row} from '../demo/connection.ts';
import {preparePlayground, runApex} from '../demo/playground.ts';

const MIDNIGHT = Date.UTC(2026, 2, 1);

const hash = (number: number): string => number.toString(16).padStart(64, '0');

/** Leads in one status, of which the ledger has another. */
function driftedOrg(count: number, lead: Row): {administrator: Connection; ids: readonly string[]} {
  const org = openOrg({directories: [path.join(import.meta.dirname, '../..')], clock: new MovableClock(MIDNIGHT)});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  const numbers = Array.from({length: count}, (_lead, number) => number);
  const ids = org.restoreRows(
    'Lead',
    numbers.map((number) => ({
      LastName: `Lead ${String(number)}`,
      Company: 'Example',
      Lifecycle_Hash__c: hash(number),
      Lifecycle_Version__c: 0,
      ...lead,
    })),
  );
  const baseline = {Version__c: 0, To_Status__c: 'Working', Cause__c: 'Baseline'};
  const rows = ids.map((id, number) => ({Lead__c: id, Lead_ID__c: id, Change_Key__c: `${id}:0`, Hash__c: hash(number), ...baseline}));
  org.restoreRows('Lead_Status_Change__c', rows);
  return {administrator, ids};
}

function driftRuns(administrator: Connection): readonly Row[] {
  return query(administrator, "SELECT State__c, Summary__c, Report__c FROM Lifecycle_Run__c WHERE Kind__c = 'Drift' ORDER BY Name");
}

test('drift is told of a converted lead, night after night, and recorded in none', () => {
  const {administrator, ids} = driftedOrg(1, {Status: 'Converted', IsConverted: true});
  for (const night of [1, 2]) {
    runApex(administrator, 'ReconciliationBatch.run();');
    const runs = driftRuns(administrator);
    assert.equal(runs.length, night);
    assert.equal(runs.at(-1)?.['State__c'], 'Completed with errors');
    assert.match(String(runs.at(-1)?.['Report__c']), /1 a converted lead/);
    assert.match(
      String(runs.at(-1)?.['Report__c']),
      new RegExp(`Lead ${ids[0] ?? ''}: Working in the ledger, Converted on the lead: .*converted`, 'i'),
    );
  }
  assert.equal(query(administrator, 'SELECT Id FROM Lead_Status_Change__c').length, 1);
});

test('drift of more leads than a chunk holds is recorded within the limits of a transaction', () => {
  const {administrator} = driftedOrg(1_200, {Status: 'Engaged'});
  runApex(administrator, 'ReconciliationBatch.run();');
  const [run] = driftRuns(administrator);
  assert.equal(run?.['State__c'], 'Completed');
  assert.equal(run['Summary__c'], '1200 examined: 1200 changed, 0 left alone, 0 failed.');
  runApex(administrator, 'ReconciliationBatch.run();');
  assert.equal(driftRuns(administrator)[1]?.['Summary__c'], '1200 examined: 0 changed, 0 left alone, 0 failed.');
});
