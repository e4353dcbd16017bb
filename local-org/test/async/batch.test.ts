import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, test} from './async-org.ts';

const MARK = {
  'MarkBatch.cls': `public class MarkBatch implements Database.Batchable<SObject> {
    public static Integer statics = 0;
    protected Integer seen = 0;
    protected String mode;
    public MarkBatch(String mode) { this.mode = mode; }
    public Database.QueryLocator start(Database.BatchableContext context) {
      seen = 100;
      if (mode == 'start') throw new IllegalArgumentException('no start');
      return Database.getQueryLocator('SELECT Id, Text__c FROM Note__c ORDER BY Text__c');
    }
    public void execute(Database.BatchableContext context, List<Note__c> scope) {
      seen++; statics++;
      for (Note__c note : scope) {
        if (mode == 'bad' && note.Text__c == 'c') throw new IllegalArgumentException('bad ' + note.Text__c);
        note.Text__c += ' ' + seen + statics + scope.size();
      }
      update scope;
      if (mode == 'delete') delete [SELECT Id FROM Note__c WHERE Text__c = 'e'];
    }
    public void finish(Database.BatchableContext context) {
      AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob WHERE Id = :context.getJobId()];
      insert new Note__c(Text__c = seen + ' ' + job.Status + ' ' + job.JobItemsProcessed + '/' + job.TotalJobItems + ' ' + job.NumberOfErrors);
    }
  }`,
  'StatefulBatch.cls': `public class StatefulBatch extends StatefulBase implements Database.Stateful { public StatefulBatch(String mode) { super(mode); } }`,
  'StatefulBase.cls': `public virtual class StatefulBase implements Database.Batchable<SObject> {
    protected Integer seen = 0; protected String mode;
    public StatefulBase(String mode) { this.mode = mode; }
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id, Text__c FROM Note__c ORDER BY Text__c]; }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
      seen += scope.size();
      if (mode == 'bad' && ((Note__c) scope[0]).Text__c == 'c') throw new IllegalArgumentException('bad');
    }
    public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'seen ' + seen); }
  }`,
};

const NOTES =
  "List<Note__c> notes = new List<Note__c>(); for (String text : new List<String>{'a', 'b', 'c', 'd', 'e'}) notes.add(new Note__c(Text__c = text)); insert notes;";
const JOB =
  "AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'BatchApex']; System.debug(job.Status + ' ' + job.JobItemsProcessed + '/' + job.TotalJobItems + ' ' + job.NumberOfErrors + ' ' + job.ExtendedStatus);";

describe('Database.executeBatch', () => {
  it('runs start, execute for each chunk, and finish, each with the state and the statics it had when it was submitted', () => {
    const org = new AsyncOrg(MARK);
    const log = org.run(`${NOTES} Database.executeBatch(new MarkBatch('good'), 2); ${JOB}`);
    assert.deepEqual(log, ['Holding 0/0 0 null']);
    assert.deepEqual(org.notes(), ['a 112', 'b 112', 'c 112', 'd 112', 'e 111', '0 Processing 3/3 0']);
    assert.deepEqual(org.run(JOB), ['Completed 3/3 0 null']);
  });

  it('keeps the state of a stateful batch', () => {
    const org = new AsyncOrg(MARK);
    org.run(`${NOTES} Database.executeBatch(new StatefulBatch('good'), 2);`);
    assert.equal(org.notes().at(-1), 'seen 5');
  });

  it('keeps objects in its state whose classes have static variables, which each transaction sets anew', () => {
    const org = new AsyncOrg({
      'TallyBatch.cls': `public class TallyBatch implements Database.Batchable<SObject>, Database.Stateful {
        private Tally tally = new Tally();
        public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id FROM Note__c]); }
        public void execute(Database.BatchableContext context, List<SObject> scope) { tally.add(scope.size()); }
        public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'tally ' + tally.text()); }
      }`,
      'Tally.cls': `public class Tally {
        private static final Integer MOST = Note__c.Text__c.getDescribe().getLength();
        private static Integer chunks = 0;
        private Integer sum = 0;
        public void add(Integer count) { sum += Math.min(count, MOST); chunks++; }
        public String text() { return sum + ' ' + chunks; }
      }`,
    });
    org.run(`${NOTES} Database.executeBatch(new TallyBatch(), 2);`);
    assert.equal(org.notes().at(-1), 'tally 5 0');
  });

  it('undoes a chunk that fails, with its state, and goes on with the others', () => {
    const org = new AsyncOrg(MARK);
    org.run(`${NOTES} Database.executeBatch(new MarkBatch('bad'), 2);`);
    assert.deepEqual(org.notes(), ['a 112', 'b 112', 'c', 'd', 'e 111', '0 Processing 3/3 1']);
    assert.deepEqual(org.run(JOB), ['Completed 3/3 1 First error: bad c']);
    const stateful = new AsyncOrg(MARK);
    stateful.run(`${NOTES} Database.executeBatch(new StatefulBatch('bad'), 2);`);
    assert.equal(stateful.notes().at(-1), 'seen 3');
  });

  it('goes on after a chunk that passes a governor limit, which nothing catches', () => {
    const org = new AsyncOrg({
      'GreedyBatch.cls': `public class GreedyBatch implements Database.Batchable<SObject> {
        public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id, Text__c FROM Note__c ORDER BY Text__c]); }
        public void execute(Database.BatchableContext context, List<Note__c> scope) {
          for (Note__c note : scope) note.Text__c += '!';
          update scope;
          try { while (scope[0].Text__c == 'c!') Integer n = [SELECT COUNT() FROM Note__c]; } catch (Exception any_other) { update scope; }
        }
        public void finish(Database.BatchableContext context) { }
      }`,
    });
    org.run(`${NOTES} Database.executeBatch(new GreedyBatch(), 2);`);
    assert.deepEqual(org.notes(), ['a!', 'b!', 'c', 'd', 'e!']);
    assert.deepEqual(org.run(JOB), ['Completed 3/3 1 First error: Too many SOQL queries: 201']);
  });

  it('ends where start fails', () => {
    const org = new AsyncOrg(MARK);
    org.run(`${NOTES} Database.executeBatch(new MarkBatch('start'));`);
    assert.deepEqual(org.run(JOB), ['Failed 0/0 1 First error: no start']);
    assert.equal(org.notes().length, 5);
  });

  it('reads the records of a locator when their chunk runs', () => {
    const org = new AsyncOrg(MARK);
    org.run(`${NOTES} Database.executeBatch(new MarkBatch('delete'), 2);`);
    assert.deepEqual(org.notes(), ['a 112', 'b 112', 'c 112', 'd 112', '0 Processing 3/3 0']);
  });

  it('finishes a job without records', () => {
    const org = new AsyncOrg(MARK);
    org.run("Database.executeBatch(new MarkBatch('good'));");
    assert.deepEqual(org.notes(), ['0 Processing 0/0 0']);
  });

  it('iterates over whatever start gives', () => {
    const org = new AsyncOrg({
      'Countdown.cls': `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
        private Integer left = 3;
        public Iterator<Integer> iterator() { return this; }
        public Boolean hasNext() { return left > 0; }
        public Integer next() { return left--; }
      }`,
      'NumberBatch.cls': `public class NumberBatch implements Database.Batchable<Integer> {
        public Iterable<Integer> start(Database.BatchableContext context) { return new Countdown(); }
        public void execute(Database.BatchableContext context, List<Integer> scope) { insert new Note__c(Text__c = String.valueOf(scope)); }
        public void finish(Database.BatchableContext context) { }
      }`,
    });
    org.run('Database.executeBatch(new NumberBatch(), 2);');
    assert.deepEqual(org.notes(), ['(3, 2)', '(1)']);
  });

  it('has a worker of which a chunk knows the Id', () => {
    const org = new AsyncOrg({
      'WorkerBatch.cls': `public class WorkerBatch implements Database.Batchable<SObject> {
        public List<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM User WHERE Alias = 'admin']; }
        public void execute(Database.BatchableContext context, List<SObject> scope) {
          AsyncApexJob worker = [SELECT JobType, ParentJobId FROM AsyncApexJob WHERE Id = :context.getChildJobId()];
          insert new Note__c(Text__c = worker.JobType + ' ' + (worker.ParentJobId == context.getJobId()) + ' ' + Request.getCurrent().getQuiddity() + ' ' + System.isBatch());
        }
        public void finish(Database.BatchableContext context) { }
      }`,
    });
    org.run('Database.executeBatch(new WorkerBatch());');
    assert.deepEqual(org.notes(), ['BatchApexWorker true BATCH_CHUNK_PARALLEL true']);
    assert.deepEqual(
      org.run("System.debug([SELECT LastProcessedOffset FROM AsyncApexJob WHERE JobType = 'BatchApexWorker'].LastProcessedOffset);"),
      ['1'],
    );
  });

  it('is refused in start, execute and future methods, and allowed in finish', () => {
    const nested = (phase: string): Readonly<Record<string, string>> => ({
      'Nested.cls': `public class Nested implements Database.Batchable<SObject> {
        private static void nest(String phase) { if (phase == '${phase}') Database.executeBatch(new Other()); }
        public List<SObject> start(Database.BatchableContext context) { nest('start'); return [SELECT Id FROM User WHERE Alias = 'admin']; }
        public void execute(Database.BatchableContext context, List<SObject> scope) { nest('execute'); }
        public void finish(Database.BatchableContext context) { nest('finish'); }
        @Future public static void later() { nest('future'); }
      }`,
      'Other.cls': `public class Other implements Database.Batchable<SObject> {
        public List<SObject> start(Database.BatchableContext context) { return new List<SObject>(); }
        public void execute(Database.BatchableContext context, List<SObject> scope) { }
        public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = 'other'); }
      }`,
    });
    const message = 'System.AsyncException: Database.executeBatch cannot be called from a batch start, batch execute, or future method.';
    const run = (phase: string): string | null =>
      test('Test.startTest(); Database.executeBatch(new Nested()); Test.stopTest();', nested(phase));
    assert.deepEqual([run('start'), run('execute'), run('finish')], [message, message, null]);
    assert.equal(test('Test.startTest(); Nested.later(); Test.stopTest();', nested('future')), message);
    const org = new AsyncOrg(nested('finish'));
    org.run('Database.executeBatch(new Nested());');
    assert.deepEqual(org.notes(), ['other']);
  });

  it('lets nobody call a future method', () => {
    const sources = {
      'Calls.cls': `public class Calls implements Database.Batchable<SObject> {
        public List<SObject> start(Database.BatchableContext context) { return new List<SObject>(); }
        public void execute(Database.BatchableContext context, List<SObject> scope) { }
        public void finish(Database.BatchableContext context) { Later.go('x'); }
      }`,
      'Later.cls': 'public class Later { @Future public static void go(String text) { } }',
    };
    assert.equal(
      test('Test.startTest(); Database.executeBatch(new Calls()); Test.stopTest();', sources),
      'System.AsyncException: Future method cannot be called from a future or batch method: Later.go(String)',
    );
  });
});

describe('A batch of a test', () => {
  it('runs at Test.stopTest(), with the statics of the test', () => {
    const body = `${NOTES}
      Test.startTest();
      Id jobId = Database.executeBatch(new MarkBatch('good'));
      Test.stopTest();
      Assert.areEqual(1, MarkBatch.statics);
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);`;
    assert.equal(test(body, MARK), null);
  });

  it('may execute one chunk', () => {
    const body = `${NOTES} Test.startTest(); Database.executeBatch(new MarkBatch('good'), 2); Test.stopTest();`;
    assert.match(
      test(body, MARK) ?? '',
      /^System.UnexpectedException: No more than one executeBatch can be called from within a test method/,
    );
  });

  it('passes on what a chunk throws', () => {
    const body = `${NOTES} Test.startTest(); Database.executeBatch(new MarkBatch('bad')); Test.stopTest();`;
    assert.equal(test(body, MARK), 'System.IllegalArgumentException: bad c');
  });
});

describe('Database.RaisesPlatformEvents', () => {
  const sources = {
    'LoudBatch.cls': `public class LoudBatch implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
      public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id FROM Note__c]); }
      public void execute(Database.BatchableContext context, List<SObject> scope) { Integer zero = 0; Integer i = 1 / zero; }
      public void finish(Database.BatchableContext context) { }
    }`,
    'ErrorTrigger.trigger': `trigger ErrorTrigger on BatchApexErrorEvent (after insert) {
      for (BatchApexErrorEvent each : Trigger.new) {
        String type = [SELECT JobType FROM AsyncApexJob WHERE Id = :each.AsyncApexJobId].JobType;
        insert new Note__c(Text__c = each.Phase + ' ' + each.ExceptionType + ' ' + each.Message + ' ' + type + ' ' + each.JobScope.split(',').size() + ' ' + each.StackTrace.contains('LoudBatch.execute'));
      }
    }`,
  };

  it('publishes what a phase throws, with the records that were in scope', () => {
    const org = new AsyncOrg(sources);
    org.run(`${NOTES} Database.executeBatch(new LoudBatch(), 3);`);
    assert.deepEqual(org.notes().slice(5), [
      'EXECUTE System.MathException Divide by 0 BatchApex 3 true',
      'EXECUTE System.MathException Divide by 0 BatchApex 2 true',
    ]);
  });

  it('publishes to the event bus of a test', () => {
    const body = `${NOTES}
      Test.startTest();
      Database.executeBatch(new LoudBatch());
      try { Test.stopTest(); Assert.fail(); } catch (MathException e) { Assert.areEqual(5, [SELECT COUNT() FROM Note__c]); }
      Test.getEventBus().deliver();
      Assert.areEqual(6, [SELECT COUNT() FROM Note__c]);`;
    assert.equal(test(body, sources), null);
  });
});

describe('A batch over many records', () => {
  const COUNT = {
    'LocatorBatch.cls': `public class LocatorBatch implements Database.Batchable<SObject>, Database.Stateful {
      private String kind; private Integer chunks = 0; private String used;
      public LocatorBatch(String kind) { this.kind = kind; }
      public Database.QueryLocator start(Database.BatchableContext context) {
        Database.QueryLocator found = kind == 'static'
          ? Database.getQueryLocator([SELECT Id FROM Note__c WHERE Text__c = 'x'])
          : Database.getQueryLocator('SELECT Id FROM Note__c WHERE Text__c = \\'x\\'');
        used = Limits.getQueries() + ' ' + Limits.getQueryRows() + ' ' + Limits.getQueryLocatorRows();
        return found;
      }
      public void execute(Database.BatchableContext context, List<SObject> scope) { chunks++; }
      public void finish(Database.BatchableContext context) { insert new Note__c(Text__c = used + ' in ' + chunks); }
    }`,
  };

  for (const kind of ['static', 'dynamic']) {
    it(`takes more than a transaction may query, from a locator of a ${kind} query`, () => {
      const org = new AsyncOrg(COUNT);
      org.org.restoreRows(
        'Note__c',
        Array.from({length: 50_001}, () => ({Text__c: 'x'})),
      );
      org.run(`Database.executeBatch(new LocatorBatch('${kind}'), 2000);`);
      assert.deepEqual(org.run("System.debug([SELECT Text__c FROM Note__c WHERE Text__c != 'x'].Text__c);"), ['1 0 50001 in 26']);
    });
  }

  it('is not what other code may locate', () => {
    const org = new AsyncOrg();
    org.org.restoreRows(
      'Note__c',
      Array.from({length: 10_001}, () => ({Text__c: 'x'})),
    );
    const message = 'System.LimitException: Too many query locator rows: 10001';
    assert.deepEqual(org.run('Database.getQueryLocator([SELECT Id FROM Note__c]);'), [message]);
  });
});
