import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, START} from './async-org.ts';

/** A batch that marks notes, publishes an order for each chunk, and says when it is finished; a queueable and a scheduled class besides. */
const STEPS = {
  'StepBatch.cls': `public class StepBatch implements Database.Batchable<SObject>, Schedulable, Queueable {
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id, Text__c FROM Note__c ORDER BY Text__c');
    }
    public void execute(Database.BatchableContext context, List<Note__c> scope) {
      for (Note__c note : scope) note.Text__c += '!';
      update scope;
      EventBus.publish(new Order__e(Number__c = String.valueOf(scope.size())));
    }
    public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'finished'); }
    public void execute(SchedulableContext context) { insert new Note__c(Text__c = 'scheduled'); }
    public void execute(QueueableContext context) { insert new Note__c(Text__c = 'queued'); }
  }`,
};
const FIVE_NOTES =
  "List<Note__c> notes = new List<Note__c>(); for (String text : new List<String>{'a', 'b', 'c', 'd', 'e'}) notes.add(new Note__c(Text__c = text)); insert notes;";
const STATUS =
  "AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems FROM AsyncApexJob WHERE JobType = 'BatchApex']; System.debug(job.Status + ' ' + job.JobItemsProcessed + '/' + job.TotalJobItems);";

describe('Asynchronous work of an org', () => {
  it('is thrown out where it meets what the org lacks, and its row says so', () => {
    const org = new AsyncOrg({
      'LackJob.cls':
        'public class LackJob implements Queueable { public void execute(QueueableContext context) { System.requestVersion(); } }',
    });
    assert.throws(() => org.run('System.enqueueJob(new LackJob());'), {code: 'U300'});
    assert.match(
      org.run('AsyncApexJob job = [SELECT Status, ExtendedStatus FROM AsyncApexJob]; System.debug(job.Status + job.ExtendedStatus);')[0] ??
        '',
      /^Failed.*requestVersion/,
    );
  });

  it('runs with the code that is there when it runs', () => {
    const job = (text: string): string =>
      `public class TextJob implements Queueable { private List<String> parts = new List<String>{'kept'}; public void execute(QueueableContext context) { insert new Note__c(Text__c = '${text} ' + parts); } }`;
    const org = new AsyncOrg({'TextJob.cls': job('old')});
    org.run('System.enqueueJob(new TextJob(), 5);');
    const source = {name: 'TextJob', path: 'app/code/TextJob.cls', source: job('new'), apiVersion: '66.0', status: 'Active' as const};
    assert.deepEqual(org.org.deployCode({classes: [source], triggers: []}), []);
    org.clock.moveTo(START + 300_000);
    org.org.runDueJobs();
    assert.deepEqual(org.notes(), ['new (kept)']);
  });

  it('stops after as many transactions as are asked for, and goes on with the next call', () => {
    const org = new AsyncOrg(STEPS);
    org.org.holdJobs();
    org.run(`${FIVE_NOTES} Database.executeBatch(new StepBatch(), 2);`);
    assert.deepEqual(org.notes(), ['a', 'b', 'c', 'd', 'e']);
    assert.equal(org.org.runDueJobs({transactions: 2}), 2);
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c', 'd', 'e']);
    assert.deepEqual(org.run(STATUS), ['Processing 1/3']);
    assert.equal(org.org.runDueJobs({transactions: 1}), 1);
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c!', 'd!', 'e']);
    assert.equal(org.org.runDueJobs(), 2);
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c!', 'd!', 'e!', 'finished']);
    assert.deepEqual(org.run(STATUS), ['Completed 3/3']);
    assert.equal(org.org.runDueJobs(), 0);
  });

  it('goes on after the next commit when it is held no longer', () => {
    const org = new AsyncOrg(STEPS);
    const release = org.org.holdJobs();
    org.run(`${FIVE_NOTES} Database.executeBatch(new StepBatch(), 2);`);
    org.org.runDueJobs({transactions: 2});
    release();
    org.run('Integer one = 1;');
    assert.equal(org.notes().at(-1), 'finished');
  });

  it('runs no chunk of a batch that its own start aborts', () => {
    const org = new AsyncOrg({
      'Quitter.cls': `public class Quitter implements Database.Batchable<User> {
        public Iterable<User> start(Database.BatchableContext context) {
          System.abortJob(context.getJobId());
          return [SELECT Id FROM User LIMIT 1];
        }
        public void execute(Database.BatchableContext context, List<User> scope) { insert new Note__c(Text__c = 'ran'); }
        public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'finished'); }
      }`,
    });
    org.run('Database.executeBatch(new Quitter());');
    assert.deepEqual(org.notes(), []);
    assert.deepEqual(org.run("System.debug([SELECT Status FROM AsyncApexJob WHERE JobType = 'BatchApex'].Status);"), ['Aborted']);
  });

  it('leaves a batch where it was aborted between two chunks', () => {
    const org = new AsyncOrg(STEPS);
    org.org.holdJobs();
    org.run(`${FIVE_NOTES} Database.executeBatch(new StepBatch(), 2);`);
    org.org.runDueJobs({transactions: 2});
    org.run("System.abortJob([SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex'].Id);");
    org.org.runDueJobs();
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c', 'd', 'e']);
    assert.deepEqual(org.run(STATUS), ['Aborted 1/3']);
  });

  it('is lost in an outage, save for schedules', () => {
    const org = new AsyncOrg(STEPS);
    org.org.holdJobs();
    org.run(`${FIVE_NOTES} Database.executeBatch(new StepBatch(), 2); System.schedule('later', '0 0 1 * * ?', new StepBatch());`);
    org.run('System.enqueueJob(new StepBatch());');
    org.org.runDueJobs({transactions: 2});
    org.org.failJobs('No power');
    assert.equal(org.org.runDueJobs(), 0);
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c', 'd', 'e']);
    assert.deepEqual(
      org.run(
        'for (AsyncApexJob job : [SELECT JobType, Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id]) System.debug(job.JobType + job.Status + job.ExtendedStatus);',
      ),
      ['BatchApexFailedNo power', 'ScheduledApexQueuednull', 'QueueableFailedNo power', 'BatchApexWorkerFailednull'],
    );
    org.clock.moveTo(START + 24 * 3_600_000);
    org.org.runDueJobs();
    assert.equal(org.notes().at(-1), 'scheduled');
  });

  it('delivers what a chunk published before the next chunk', () => {
    const org = new AsyncOrg({
      ...STEPS,
      'OrderTrigger.trigger':
        "trigger OrderTrigger on Order__e (after insert) { for (Order__e each : Trigger.new) insert new Note__c(Text__c = 'order ' + each.Number__c); }",
    });
    org.run(`${FIVE_NOTES} Database.executeBatch(new StepBatch(), 2);`);
    assert.deepEqual(org.notes().slice(5), ['order 2', 'order 2', 'order 1', 'finished']);
  });

  it('can not be started from within a transaction', () => {
    const {org} = new AsyncOrg();
    assert.throws(() => {
      org.transaction({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => {
        org.runDueJobs();
      });
    }, /between transactions/);
  });

  it('is part of what the API answers with where a request publishes several events', () => {
    const {org} = new AsyncOrg();
    const {body} = org.handle({
      method: 'POST',
      path: '/services/data/v66.0/composite/sobjects',
      body: JSON.stringify({records: [{attributes: {type: 'Order__e'}, Number__c: '1'}, {attributes: {type: 'Order__e'}}]}),
      user: 'admin@local.test',
    });
    assert.match(body, /"success":true,"errors":\[\{"statusCode":"OPERATION_ENQUEUED"/);
    assert.match(body, /"success":false,"errors":\[\{"statusCode":"REQUIRED_FIELD_MISSING"/);
  });
});
