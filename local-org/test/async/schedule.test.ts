import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, START, test} from './async-org.ts';

const HOUR = 3_600_000;

const NIGHTLY = {
  'Nightly.cls': `public class Nightly implements Schedulable {
    private Integer runs = 0; private String mode;
    public Nightly(String mode) { this.mode = mode; }
    public void execute(SchedulableContext context) {
      runs++;
      CronTrigger trig = [SELECT TimesTriggered, CronJobDetail.Name FROM CronTrigger WHERE Id = :context.getTriggerId()];
      insert new Note__c(Text__c = runs + ' ' + trig.TimesTriggered + ' ' + trig.CronJobDetail.Name + ' ' + System.isScheduled() + ' ' + Request.getCurrent().getQuiddity() + ' ' + Limits.getLimitQueries());
      if (mode == 'abort') System.abortJob(context.getTriggerId());
      if (mode == 'fail') throw new IllegalArgumentException('no');
      if (mode == 'batch') Database.executeBatch(new CountBatch());
    }
  }`,
  'CountBatch.cls': `public class CountBatch implements Database.Batchable<SObject> {
    public List<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM User LIMIT 1]; }
    public void execute(Database.BatchableContext context, List<SObject> scope) { }
    public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'counted'); }
  }`,
};

const TRIGGERS =
  "for (CronTrigger each : [SELECT TimesTriggered, NextFireTime, PreviousFireTime, State, CronExpression, TimeZoneSidKey, CronJobDetail.Name, CronJobDetail.JobType FROM CronTrigger]) System.debug(each.CronJobDetail.Name + each.CronJobDetail.JobType + ' ' + each.State + ' ' + each.TimesTriggered + ' ' + String.valueOf(each.PreviousFireTime) + ' ' + String.valueOf(each.NextFireTime));";
const JOBS =
  "for (AsyncApexJob each : [SELECT JobType, Status, ApexClass.Name FROM AsyncApexJob ORDER BY Id]) System.debug(each.JobType + ' ' + each.Status + ' ' + each.ApexClass.Name);";

/** Moves the clock, and runs what is due then. */
function move(org: AsyncOrg, hours: number): void {
  org.clock.moveTo(START + hours * HOUR);
  org.org.runDueJobs();
}

describe('System.schedule', () => {
  it('shows when the job will run', () => {
    const org = new AsyncOrg(NIGHTLY);
    const log = org.run(`System.schedule('night', '0 0 1 * * ?', new Nightly('good')); ${TRIGGERS} ${JOBS}`);
    assert.deepEqual(log, ['night7 WAITING 0 null 2026-11-23 01:00:00', 'ScheduledApex Queued Nightly']);
  });

  it('runs the job at its times, with what it kept', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('night', '0 0 1 * * ?', new Nightly('good'));");
    move(org, 14);
    assert.deepEqual(org.notes(), []);
    move(org, 15);
    move(org, 16);
    move(org, 39);
    assert.deepEqual(org.notes(), ['1 1 night true SCHEDULED 100', '2 2 night true SCHEDULED 100']);
    assert.deepEqual(org.run(TRIGGERS), ['night7 WAITING 2 2026-11-24 01:00:00 2026-11-25 01:00:00']);
  });

  it('makes up for missed times once', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('night', '0 0 1 * * ?', new Nightly('good'));");
    move(org, 100);
    assert.equal(org.notes().length, 1);
  });

  it('ends with the last time', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('once', '0 0 11 22 11 ? 2026', new Nightly('good'));");
    move(org, 2);
    assert.deepEqual(org.run(TRIGGERS + JOBS), ['ScheduledApex Completed Nightly']);
    assert.deepEqual(org.run('System.debug([SELECT COUNT() FROM CronJobDetail]);'), ['0']);
  });

  it('goes on after a run that fails', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('hourly', '0 30 * * * ?', new Nightly('fail'));");
    move(org, 1);
    move(org, 2);
    assert.deepEqual(org.run(TRIGGERS), ['hourly7 WAITING 2 2026-11-22 12:00:00 2026-11-22 12:30:00']);
  });

  it('runs what the job enqueues', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('night', '0 0 1 * * ?', new Nightly('batch'));");
    move(org, 15);
    assert.equal(org.notes().at(-1), 'counted');
  });

  it('wants a name of its own, and a time to come', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("System.schedule('night', '0 0 1 * * ?', new Nightly('good'));");
    assert.deepEqual(org.run("System.schedule('night', '0 0 2 * * ?', new Nightly('good'));"), [
      'System.AsyncException: The Apex job named "night" is already scheduled for execution.',
    ]);
    assert.deepEqual(org.run("System.schedule('past', '0 0 2 * * ? 2020', new Nightly('good'));"), [
      "System.AsyncException: Based on configured schedule, the given trigger 'past' will never fire.",
    ]);
    assert.deepEqual(org.run("System.schedule('often', '0 */5 * * * ?', new Nightly('good'));"), [
      'System.StringException: Seconds and minutes must be specified as integers: 0 */5 * * * ?',
    ]);
  });
});

describe('System.scheduleBatch', () => {
  it('submits a batch at its time', () => {
    const org = new AsyncOrg(NIGHTLY);
    const log = org.run(`System.scheduleBatch(new CountBatch(), 'count', 60); ${TRIGGERS}`);
    assert.deepEqual(log, ['count7 WAITING 0 null 2026-11-22 11:00:00']);
    move(org, 1);
    assert.deepEqual(org.notes(), ['counted']);
    assert.deepEqual(org.run(TRIGGERS + JOBS), [
      'ScheduledApex Completed CountBatch',
      'BatchApex Completed CountBatch',
      'BatchApexWorker Completed CountBatch',
    ]);
  });
});

describe('System.abortJob', () => {
  it('takes a schedule back, from outside and from inside', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run("Id id = System.schedule('night', '0 0 1 * * ?', new Nightly('good')); System.abortJob(id);");
    org.run("System.schedule('night', '0 0 1 * * ?', new Nightly('abort'));");
    move(org, 15);
    move(org, 39);
    assert.equal(org.notes().length, 1);
    assert.deepEqual(org.run(TRIGGERS + JOBS), ['ScheduledApex Aborted Nightly', 'ScheduledApex Aborted Nightly']);
  });

  it('keeps a job from running', () => {
    const org = new AsyncOrg(NIGHTLY);
    org.run('System.abortJob(Database.executeBatch(new CountBatch()));');
    assert.deepEqual(org.notes(), []);
    assert.deepEqual(org.run(JOBS), ['BatchApex Aborted CountBatch']);
  });

  it('ends a batch with the chunk that runs', () => {
    const org = new AsyncOrg({
      'StopBatch.cls': `public class StopBatch implements Database.Batchable<Integer> {
        public List<Integer> start(Database.BatchableContext context) { return new List<Integer>{1, 2, 3}; }
        public void execute(Database.BatchableContext context, List<Integer> scope) {
          insert new Note__c(Text__c = String.valueOf(scope));
          if (scope[0] == 2) System.abortJob(context.getJobId());
        }
        public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'finished'); }
      }`,
    });
    org.run('Database.executeBatch(new StopBatch(), 1);');
    assert.deepEqual(org.notes(), ['(1)', '(2)']);
    assert.deepEqual(org.run(JOBS), ['BatchApex Aborted StopBatch', 'BatchApexWorker Aborted StopBatch']);
  });
});

describe('A schedule of a test', () => {
  it('runs once at Test.stopTest(), and its rows stay as they are', () => {
    const body = `
      Test.startTest();
      Id jobId = System.schedule('night', '0 0 0 3 9 ? 2042', new Nightly('good'));
      Test.stopTest();
      Assert.areEqual('1 0 night true SCHEDULED 100', [SELECT Text__c FROM Note__c].Text__c);
      CronTrigger trig = [SELECT TimesTriggered, NextFireTime FROM CronTrigger WHERE Id = :jobId];
      Assert.areEqual(0, trig.TimesTriggered);
      Assert.areEqual('2042-09-03 00:00:00', String.valueOf(trig.NextFireTime));`;
    assert.equal(test(body, NIGHTLY), null);
  });

  it('leaves what it enqueues waiting', () => {
    const body = `
      Test.startTest();
      System.schedule('night', '0 0 0 3 9 ? 2042', new Nightly('batch'));
      Test.stopTest();
      Assert.areEqual(1, [SELECT COUNT() FROM Note__c]);
      Assert.areEqual('Holding', [SELECT Status FROM AsyncApexJob WHERE JobType = 'BatchApex'].Status);`;
    assert.equal(test(body, NIGHTLY), null);
  });

  it('passes on what it throws', () => {
    const body = "Test.startTest(); System.schedule('night', '0 0 0 3 9 ? 2042', new Nightly('fail')); Test.stopTest();";
    assert.equal(test(body, NIGHTLY), 'System.IllegalArgumentException: no');
  });
});
