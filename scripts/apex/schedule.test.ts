/** The anonymous Apex that operators run, in an embedded org. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, test} from 'node:test';
import {ADMINISTRATOR, MovableClock, openOrg} from 'local-org';
import {connectLocally, query, type Connection, type Row} from '../demo/connection.ts';
import {createUser, preparePlayground, runApex} from '../demo/playground.ts';

const MIDNIGHT = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;
const REVIEWER = 'reviewer@lifecycle-gate.test';

describe('the schedule of the night', () => {
  let clock: MovableClock;
  let org: ReturnType<typeof openOrg>;
  let administrator: Connection;

  beforeEach(() => {
    clock = new MovableClock(MIDNIGHT);
    org = openOrg({directories: [path.join(import.meta.dirname, '../..')], clock});
    administrator = connectLocally(org, ADMINISTRATOR);
    preparePlayground(administrator, ADMINISTRATOR);
  });

  const schedules = (): readonly Row[] =>
    query(administrator, "SELECT Id, NextFireTime FROM CronTrigger WHERE CronJobDetail.JobType = '7' AND State != 'DELETED'");

  test('is there once, however often it is set', () => {
    runApex(administrator, apex('schedule'));
    runApex(administrator, apex('schedule'));
    assert.equal(schedules().length, 1);
    assert.equal(Date.parse(String(schedules()[0]?.['NextFireTime'])), MIDNIGHT + HOUR);
  });

  test('is gone once it is ended, and ending it again does nothing', () => {
    runApex(administrator, apex('schedule'));
    runApex(administrator, apex('unschedule'));
    runApex(administrator, apex('unschedule'));
    assert.deepEqual(schedules(), []);
    clock.advance(2 * HOUR);
    assert.equal(org.runDueJobs(), 0);
  });

  test('leaves other schedules alone', () => {
    runApex(administrator, "System.schedule('Another', '0 0 3 * * ?', new LifecycleScheduler());");
    runApex(administrator, apex('schedule'));
    runApex(administrator, apex('unschedule'));
    assert.equal(schedules().length, 1);
  });

  for (const name of ['schedule', 'unschedule']) {
    test(`takes an admin to ${name}`, () => {
      createUser(administrator, REVIEWER, 'Standard User', 'Lifecycle_Reviewer');
      assert.throws(() => runApex(connectLocally(org, REVIEWER), apex(name)), /Lifecycle_Admin/);
    });
  }

  test('runs the reconciliation, task by task, and decay after it', () => {
    runApex(administrator, apex('schedule'));
    clock.advance(HOUR);
    org.runDueJobs();
    const runs = query(administrator, 'SELECT Kind__c, State__c FROM Lifecycle_Run__c ORDER BY Name');
    assert.deepEqual(
      runs.map((run) => [run['Kind__c'], run['State__c']]),
      [
        ['Expiry', 'Completed'],
        ['Drift', 'Completed'],
        ['Scores', 'Completed'],
        ['Decay', 'Completed'],
      ],
    );
    clock.advance(24 * HOUR);
    org.runDueJobs();
    assert.equal(query(administrator, 'SELECT Id FROM Lifecycle_Run__c').length, 8);
  });

  test('says so where jobs were lost, and takes everything up again the next night', () => {
    runApex(administrator, apex('schedule'));
    clock.advance(HOUR);
    const release = org.holdJobs();
    org.runDueJobs({transactions: 2});
    org.failJobs('Outage');
    release();
    clock.advance(24 * HOUR);
    org.runDueJobs();
    const states = query(administrator, 'SELECT Kind__c, State__c FROM Lifecycle_Run__c ORDER BY Name').map(
      (run) => `${String(run['Kind__c'])} ${String(run['State__c'])}`,
    );
    assert.deepEqual(states, ['Expiry Failed', 'Expiry Completed', 'Drift Completed', 'Scores Completed', 'Decay Completed']);
  });
});

describe('drift of leads that nobody may edit', () => {
  test('is told of a converted lead, night after night, and recorded in none', () => {
    const clock = new MovableClock(MIDNIGHT);
    const org = openOrg({directories: [path.join(import.meta.dirname, '../..')], clock});
    const administrator = connectLocally(org, ADMINISTRATOR);
    preparePlayground(administrator, ADMINISTRATOR);
    const hash = 'a'.repeat(64);
    const [leadId = ''] = org.restoreRows('Lead', [
      {LastName: 'Converted', Company: 'Example', Status: 'Converted', IsConverted: true, Lifecycle_Hash__c: hash, Lifecycle_Version__c: 0},
    ]);
    org.restoreRows('Lead_Status_Change__c', [
      {Lead__c: leadId, Lead_ID__c: leadId, Version__c: 0, To_Status__c: 'Engaged', Cause__c: 'Baseline', Hash__c: hash},
    ]);
    for (const night of [1, 2]) {
      runApex(administrator, 'ReconciliationBatch.run();');
      const runs = query(administrator, "SELECT State__c, Report__c FROM Lifecycle_Run__c WHERE Kind__c = 'Drift' ORDER BY Name");
      assert.equal(runs.length, night);
      assert.equal(runs.at(-1)?.['State__c'], 'Completed with errors');
      assert.match(String(runs.at(-1)?.['Report__c']), /1 a converted lead/);
      assert.match(
        String(runs.at(-1)?.['Report__c']),
        new RegExp(`Lead ${leadId}: Engaged in the ledger, Converted on the lead: .*converted`, 'i'),
      );
    }
    assert.equal(query(administrator, 'SELECT Id FROM Lead_Status_Change__c').length, 1);
  });
});

function apex(name: string): string {
  return readFileSync(path.join(import.meta.dirname, `${name}.apex`), 'utf8');
}
