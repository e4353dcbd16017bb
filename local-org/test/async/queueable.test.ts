import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, START, test} from './async-org.ts';

const WRITE = {
  'WriteJob.cls': `public class WriteJob implements Queueable {
    public static Integer runs = 0;
    public String text;
    public transient String forgotten = 'x';
    public WriteJob(String text) { this.text = text; }
    public void execute(QueueableContext context) {
      runs++;
      insert new Note__c(Text__c = text + ' ' + runs + ' ' + forgotten);
      if (text == 'fail') { Integer zero = 0; Integer i = 1 / zero; }
    }
  }`,
};

const STATUS =
  "for (AsyncApexJob each : [SELECT JobType, Status, NumberOfErrors, ExtendedStatus, TotalJobItems, ApexClass.Name FROM AsyncApexJob ORDER BY Id]) System.debug(each.JobType + ' ' + each.Status + ' ' + each.NumberOfErrors + ' ' + each.TotalJobItems + ' ' + each.ApexClass.Name + ' ' + each.ExtendedStatus);";

describe('System.enqueueJob', () => {
  it('runs the job after the commit, in a transaction of its own, with what it was when it was enqueued', () => {
    const org = new AsyncOrg(WRITE);
    const log = org.run(`
      WriteJob.runs = 5;
      WriteJob job = new WriteJob('first');
      System.enqueueJob(job);
      job.text = 'changed';
      System.debug([SELECT COUNT() FROM Note__c]);
      ${STATUS}`);
    assert.deepEqual(log, ['0', 'Queueable Queued 0 0 WriteJob null']);
    assert.deepEqual(org.notes(), ['first 1 null']);
    assert.deepEqual(org.run(STATUS), ['Queueable Completed 0 0 WriteJob null']);
  });

  it('forgets the job where the transaction is rolled back, or a savepoint before it is gone back to', () => {
    const org = new AsyncOrg(WRITE);
    org.run("System.enqueueJob(new WriteJob('lost')); Integer zero = 0; Integer i = 1 / zero;");
    org.run("Savepoint savepoint = Database.setSavepoint(); System.enqueueJob(new WriteJob('lost')); Database.rollback(savepoint);");
    assert.deepEqual(org.notes(), []);
    assert.deepEqual(org.run(STATUS), []);
  });

  it('runs the job as the user who enqueued it', () => {
    const org = new AsyncOrg({
      'WhoJob.cls':
        'public class WhoJob implements Queueable { public void execute(QueueableContext context) { insert new Note__c(Text__c = UserInfo.getUserName()); } }',
    });
    org.run('System.enqueueJob(new WhoJob());');
    assert.deepEqual(org.notes(), ['admin@local.test']);
  });

  it('takes back what a job did that fails, and says so in its row', () => {
    const org = new AsyncOrg(WRITE);
    org.run("System.enqueueJob(new WriteJob('fail')); System.enqueueJob(new WriteJob('good'));");
    assert.deepEqual(org.notes(), ['good 1 null']);
    assert.deepEqual(org.run(STATUS), ['Queueable Failed 1 0 WriteJob First error: Divide by 0', 'Queueable Completed 0 0 WriteJob null']);
  });

  it('waits for the delay, by the clock of the org', () => {
    const org = new AsyncOrg(WRITE);
    org.run("System.enqueueJob(new WriteJob('late'), 5);");
    org.clock.moveTo(START + 4 * 60_000);
    org.org.runDueJobs();
    assert.deepEqual(org.notes(), []);
    org.clock.moveTo(START + 5 * 60_000);
    org.org.runDueJobs();
    assert.deepEqual(org.notes(), ['late 1 null']);
  });

  it('may be called 50 times in a transaction, and once in a job', () => {
    const org = new AsyncOrg({
      ...WRITE,
      'TwoJobs.cls':
        "public class TwoJobs implements Queueable { public void execute(QueueableContext context) { System.enqueueJob(new WriteJob('a')); System.enqueueJob(new WriteJob('b')); } }",
    });
    assert.deepEqual(org.run("for (Integer i = 0; i < 51; i++) System.enqueueJob(new WriteJob('x'));"), [
      'System.LimitException: Too many queueable jobs added to the queue: 51',
    ]);
    org.run('System.enqueueJob(new TwoJobs());');
    assert.deepEqual(org.run(STATUS), ['Queueable Failed 1 0 TwoJobs First error: Too many queueable jobs added to the queue: 2']);
  });

  it('chains five jobs at most, or as many as the options say', () => {
    const chain = {
      'ChainJob.cls': `public class ChainJob implements Queueable {
        public void execute(QueueableContext context) {
          insert new Note__c(Text__c = AsyncInfo.getCurrentQueueableStackDepth() + ' of ' + AsyncInfo.getMaximumQueueableStackDepth() + ' ' + AsyncInfo.hasMaxStackDepth());
          try { System.enqueueJob(new ChainJob()); } catch (AsyncException e) { insert new Note__c(Text__c = e.getMessage()); }
        }
      }`,
    };
    const org = new AsyncOrg(chain);
    org.run('System.enqueueJob(new ChainJob());');
    assert.deepEqual(org.notes(), [
      ...[1, 2, 3, 4, 5].map((depth) => `${String(depth)} of null false`),
      'Maximum stack depth has been reached.',
    ]);
    const other = new AsyncOrg(chain);
    other.run(
      'AsyncOptions options = new AsyncOptions(); options.MaximumQueueableStackDepth = 2; System.enqueueJob(new ChainJob(), options);',
    );
    assert.deepEqual(other.notes(), ['1 of 2 true', '2 of 2 true', 'Maximum stack depth has been reached.']);
  });

  it('refuses a second job of the same signature as long as the first waits', () => {
    const org = new AsyncOrg(WRITE);
    const log = org.run(`
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('write').addInteger(1).build();
      System.enqueueJob(new WriteJob('a'), options);
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('write').addInteger(1).build();
      System.enqueueJob(new WriteJob('b'), options);`);
    assert.deepEqual(log, ['System.DuplicateMessageException: Attempt to enqueue job with duplicate queueable signature']);
  });

  it('tells the job what it is', () => {
    const org = new AsyncOrg({
      'WhatJob.cls': `public class WhatJob implements Queueable { public void execute(QueueableContext context) {
        insert new Note__c(Text__c = System.isQueueable() + ' ' + System.isBatch() + ' ' + Request.getCurrent().getQuiddity() + ' ' + Limits.getLimitQueries());
        insert new Note__c(Text__c = [SELECT Status FROM AsyncApexJob WHERE Id = :context.getJobId()].Status);
      } }`,
    });
    org.run('System.enqueueJob(new WhatJob()); System.debug(System.isQueueable());');
    assert.deepEqual(org.notes(), ['true false QUEUEABLE 200', 'Processing']);
  });
});

describe('A queueable of a test', () => {
  it('runs at Test.stopTest(), with the statics of the test', () => {
    const body = `
      WriteJob.runs = 5;
      Test.startTest();
      Id jobId = System.enqueueJob(new WriteJob('a'));
      Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
      Test.stopTest();
      Assert.areEqual('a 6 null', [SELECT Text__c FROM Note__c].Text__c);
      Assert.areEqual(6, WriteJob.runs);
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);`;
    assert.equal(test(body, WRITE), null);
  });

  it('passes what it throws to Test.stopTest()', () => {
    const body = `
      Test.startTest();
      System.enqueueJob(new WriteJob('fail'));
      try { Test.stopTest(); Assert.fail('no exception'); } catch (MathException e) { Assert.areEqual('Divide by 0', e.getMessage()); }
      Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
      Assert.areEqual('Failed', [SELECT Status FROM AsyncApexJob].Status);`;
    assert.equal(test(body, WRITE), null);
  });

  it('runs at the end of the test where nobody stops it, which fails with it', () => {
    assert.match(test("System.enqueueJob(new WriteJob('fail'));", WRITE) ?? '', /^System.MathException: Divide by 0/);
    assert.equal(test("System.enqueueJob(new WriteJob('a'));", WRITE), null);
  });

  it('may not be chained', () => {
    const chain = {
      'ChainJob.cls':
        'public class ChainJob implements Queueable { public void execute(QueueableContext context) { System.enqueueJob(new ChainJob()); } }',
    };
    const message = test('Test.startTest(); System.enqueueJob(new ChainJob()); Test.stopTest();', chain);
    assert.equal(message, 'System.AsyncException: Maximum stack depth has been reached.');
  });

  it('may be chained where the options allow for it', () => {
    const chain = {
      'ChainJob.cls': `public class ChainJob implements Queueable { public void execute(QueueableContext context) {
        insert new Note__c();
        if (AsyncInfo.getCurrentQueueableStackDepth() < AsyncInfo.getMaximumQueueableStackDepth()) System.enqueueJob(new ChainJob());
      } }`,
    };
    const body = `
      AsyncOptions options = new AsyncOptions();
      options.MaximumQueueableStackDepth = 3;
      Test.startTest(); System.enqueueJob(new ChainJob(), options); Test.stopTest();
      Assert.areEqual(3, [SELECT COUNT() FROM Note__c]);`;
    assert.equal(test(body, chain), null);
  });

  it('is implemented by a static method too', () => {
    const job = {
      'StaticJob.cls':
        "public class StaticJob implements Queueable { public static void execute(QueueableContext context) { insert new Note__c(Text__c = 's'); } }",
    };
    assert.equal(
      test(
        "Test.startTest(); System.enqueueJob(new StaticJob()); Test.stopTest(); Assert.areEqual('s', [SELECT Text__c FROM Note__c].Text__c);",
        job,
      ),
      null,
    );
  });
});

describe('A finalizer', () => {
  const FINALIZER = {
    'Tidy.cls': `public class Tidy implements Queueable, Finalizer {
      private String mode; private List<String> log = new List<String>();
      public Tidy(String mode) { this.mode = mode; }
      public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        log.add(Request.getCurrent().getRequestId());
        insert new Note__c(Text__c = 'job');
        if (mode == 'twice') System.attachFinalizer(this);
        if (mode != 'good') throw new IllegalArgumentException('Gack');
      }
      public void execute(FinalizerContext context) {
        String same = String.valueOf(log[0] == Request.getCurrent().getRequestId() && log[0] == context.getRequestId());
        insert new Note__c(Text__c = context.getResult() + ' ' + context.getException()?.getMessage() + ' ' + same + ' ' + Request.getCurrent().getQuiddity());
        if (mode == 'retry') System.enqueueJob(new Tidy('retry'));
      }
    }`,
  };

  it('runs after the job, in a transaction of its own, with what the job left in it', () => {
    const org = new AsyncOrg(FINALIZER);
    org.run("System.enqueueJob(new Tidy('good'));");
    assert.deepEqual(org.notes(), ['job', 'SUCCESS null true TRANSACTION_FINALIZER_QUEUEABLE']);
  });

  it('runs after a job that failed, and knows why', () => {
    const org = new AsyncOrg(FINALIZER);
    org.run("System.enqueueJob(new Tidy('bad'));");
    assert.deepEqual(org.notes(), ['UNHANDLED_EXCEPTION Gack true TRANSACTION_FINALIZER_QUEUEABLE']);
  });

  it('may enqueue a failed job again five times', () => {
    const org = new AsyncOrg(FINALIZER);
    org.run("System.enqueueJob(new Tidy('retry'));");
    assert.deepEqual(org.run('System.debug([SELECT COUNT() FROM AsyncApexJob]);'), ['6']);
  });

  it('is one for each job, and for queueables alone', () => {
    const org = new AsyncOrg(FINALIZER);
    org.run("System.enqueueJob(new Tidy('twice'));");
    assert.match(org.notes()[0] ?? '', /More than one Finalizer cannot be attached to same Async Apex Job/);
    assert.deepEqual(org.run("System.attachFinalizer(new Tidy('x'));"), [
      'System.AsyncException: System.attachFinalizer(Finalizer) is not allowed in this context',
    ]);
  });

  it('runs in a test before the exception of its job is passed on', () => {
    const body = `
      Test.startTest();
      System.enqueueJob(new Tidy('bad'));
      try { Test.stopTest(); Assert.fail(); } catch (IllegalArgumentException e) { Assert.areEqual('Gack', e.getMessage()); }
      Assert.areEqual(1, [SELECT COUNT() FROM Note__c]);`;
    assert.equal(test(body, FINALIZER), null);
  });
});
