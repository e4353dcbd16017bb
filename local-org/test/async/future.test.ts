import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, test} from './async-org.ts';

const LATER = {
  'Later.cls': `public class Later {
    public static Integer runs = 0;
    @Future public static void write(String text, List<Integer> numbers) {
      runs++;
      insert new Note__c(Text__c = text + ' ' + numbers + ' ' + runs + ' ' + System.isFuture() + ' ' + Request.getCurrent().getQuiddity());
    }
    @future public static void again() { write('nested', null); }
    @future public static void fail() { Integer zero = 0; Integer i = 1 / zero; }
    public static void writeFromHere() { write('here', null); }
  }`,
};

describe('A future method', () => {
  it('runs after the commit, with the arguments as they were', () => {
    const org = new AsyncOrg(LATER);
    const log = org.run(`
      List<Integer> numbers = new List<Integer>{1, 2};
      Later.write('a', numbers);
      numbers.add(3);
      Later.writeFromHere();
      System.debug(Limits.getFutureCalls() + ' ' + System.isFuture() + ' ' + [SELECT COUNT() FROM Note__c]);`);
    assert.deepEqual(log, ['2 false 0']);
    assert.deepEqual(org.notes(), ['a (1, 2) 1 true FUTURE', 'here null 1 true FUTURE']);
  });

  it('shows as a job with its method', () => {
    const org = new AsyncOrg(LATER);
    org.run("Later.write('a', null);");
    const query = 'AsyncApexJob job = [SELECT JobType, Status, MethodName, ApexClass.Name FROM AsyncApexJob]; ';
    assert.deepEqual(org.run(`${query} System.debug(job.JobType + ' ' + job.Status + ' ' + job.ApexClass.Name + '.' + job.MethodName);`), [
      'Future Completed Later.write',
    ]);
  });

  it('is forgotten with its transaction', () => {
    const org = new AsyncOrg(LATER);
    org.run("Later.write('a', null); Integer zero = 0; Integer i = 1 / zero;");
    assert.deepEqual(org.notes(), []);
  });

  it('can not call another one', () => {
    const body = 'Test.startTest(); Later.again(); Test.stopTest();';
    assert.equal(
      test(body, LATER),
      'System.AsyncException: Future method cannot be called from a future or batch method: Later.write(String, List<Integer>)',
    );
  });

  it('may be called 50 times', () => {
    assert.deepEqual(new AsyncOrg(LATER).run('for (Integer i = 0; i < 51; i++) Later.fail();'), [
      'System.LimitException: Too many future calls: 51',
    ]);
  });

  it('runs at Test.stopTest(), sharing statics with the test, and passes on what it throws', () => {
    const body = `
      Test.startTest();
      Later.write('a', null);
      Assert.areEqual(0, Later.runs);
      Test.stopTest();
      Assert.areEqual(1, Later.runs);
      Assert.areEqual(1, [SELECT COUNT() FROM Note__c]);`;
    assert.equal(test(body, LATER), null);
    assert.match(test('Test.startTest(); Later.fail(); Test.stopTest();', LATER) ?? '', /^System.MathException: Divide by 0/);
  });

  it('waits on where a queueable of a test calls it', () => {
    const job = {
      'CallJob.cls':
        "public class CallJob implements Queueable { public void execute(QueueableContext context) { Later.write('from job', null); } }",
    };
    const body = 'Test.startTest(); System.enqueueJob(new CallJob()); Test.stopTest(); Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);';
    assert.equal(test(body, {...LATER, ...job}), null);
    const org = new AsyncOrg({...LATER, ...job});
    org.run('System.enqueueJob(new CallJob());');
    assert.deepEqual(org.notes(), ['from job null 1 true FUTURE']);
  });
});
