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

function apex(name: string): string {
  return readFileSync(path.join(import.meta.dirname, `${name}.apex`), 'utf8');
}
