import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {orgWith, output, run} from '../../run-apex.ts';

suite('try', () => {
  test('runs finally after a return in a catch', () => {
    const source = `public String f(List<String> log) { try { Integer i = 1 / 0; } catch (MathException e) { return 'caught'; } finally { log.add('finally'); } return 'end'; }
      List<String> log = new List<String>(); System.debug(f(log)); System.debug(log);`;
    assert.deepEqual(output(source), ['caught', '(finally)']);
  });
  test('runs finally when nobody catches', () => {
    assert.deepEqual(run("try { Integer i = 1 / 0; } finally { System.debug('finally'); }"), {
      log: ['finally'],
      exception: 'System.MathException: Divide by 0',
      stackTrace: 'AnonymousBlock: line 1, column 1',
    });
  });
  test('lets an exception of another type pass', () => {
    assert.equal(run('try { Integer i = 1 / 0; } catch (ListException e) { }').exception, 'System.MathException: Divide by 0');
  });
  test('lets a handler throw again', () => {
    assert.equal(
      run("try { Integer i = 1 / 0; } catch (MathException e) { throw e; } finally { System.debug('f'); }").exception,
      'System.MathException: Divide by 0',
    );
  });
  test('neither catches nor finishes what is unsupported', () => {
    const org = orgWith();
    const source =
      "try { Pattern.matches('a++', 'a'); } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); }";
    assert.throws(() => org.executeAnonymous(source, org.administratorId), {code: 'U302'});
  });
});

suite('a stack that overflows', () => {
  test('is the LimitException of the platform, which nobody catches', () => {
    const source = 'public Integer down(Integer n) { return down(n + 1) + 1; } try { down(0); } catch (Exception e) { System.debug(1); }';
    assert.deepEqual(run(source).exception, 'System.LimitException: Maximum stack depth reached: 1001');
  });
});

suite('the watchdog', () => {
  test('ends an endless loop', () => {
    const org = orgWith({}, {watchdogMilliseconds: 50});
    const source = 'Integer i = 0; try { while (true) i++; } catch (Exception e) { System.debug(1); }';
    assert.equal(run(source, org).exception, 'System.LimitException: Apex CPU time limit exceeded');
  });
});

suite('a loop', () => {
  test('over a set sees each element', () => {
    assert.deepEqual(output('Integer n = 0; for (Integer i : new Set<Integer>{1, 2, 3}) { n += i; i = 0; } System.debug(n);'), ['6']);
  });
  test('lets the collection be changed again after a break', () => {
    assert.deepEqual(output('List<Integer> l = new List<Integer>{1}; for (Integer i : l) break; l.add(2); System.debug(l.size());'), ['2']);
  });
  test('with several variables keeps them to itself', () => {
    assert.deepEqual(output('for (Integer i = 0, j = 3; i < j; i++, j--) System.debug(i + j); Integer i = 7; System.debug(i);'), [
      '3',
      '3',
      '7',
    ]);
  });
  test('continue goes to the update', () => {
    assert.deepEqual(output('Integer n = 0; for (Integer i = 0; i < 4; i++) { if (i == 1) continue; n += i; } System.debug(n);'), ['5']);
  });
});

suite('a query', () => {
  const accounts =
    "List<Account> all = new List<Account>(); for (Integer i = 0; i < 450; i++) all.add(new Account(Name = 'A' + i)); insert all;";
  test('in a loop gives records', () => {
    assert.deepEqual(
      output(`${accounts} Integer n = 0; for (Account a : [SELECT Id, Name FROM Account]) n++; System.debug(n);`, orgWith()),
      ['450'],
    );
  });
  test('in a loop over lists gives 200 at a time', () => {
    assert.deepEqual(output(`${accounts} for (List<Account> part : [SELECT Id FROM Account]) System.debug(part.size());`, orgWith()), [
      '200',
      '200',
      '50',
    ]);
  });
  test('counts', () => {
    assert.deepEqual(output(`${accounts} System.debug([SELECT COUNT() FROM Account WHERE Name = 'A7']);`, orgWith()), ['1']);
  });
  test('for one record finds exactly one', () => {
    const org = orgWith();
    assert.equal(
      run('Account a = [SELECT Id FROM Account];', org).exception,
      'System.QueryException: List has no rows for assignment to SObject',
    );
    assert.equal(
      run(`${accounts} Account a = [SELECT Id FROM Account];`, org).exception,
      'System.QueryException: List has more than 1 row for assignment to SObject',
    );
    assert.deepEqual(
      output(`${accounts} String n = 'A3'; System.debug([SELECT Name FROM Account WHERE Name = :n.toUpperCase()].Name);`, org),
      ['A3'],
    );
  });
  test('is undone with its transaction', () => {
    const org = orgWith();
    run(`${accounts} Integer i = 1 / 0;`, org);
    assert.deepEqual(output('System.debug([SELECT COUNT() FROM Account]);', org), ['0']);
  });
});

suite('runAs', () => {
  const user = `User u = new User(Username = 'someone@example.test', LastName = 'Someone', Alias = 'some', Email = 'someone@example.test', TimeZoneSidKey = 'GMT',
    LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);`;
  test('runs its block as the user, and may be left by return', () => {
    const org = orgWith({
      'Switcher.cls': `@IsTest public class Switcher { public static Id inside() { ${user} insert u; System.runAs(u) { return UserInfo.getUserId(); } return null; }
        @IsTest static void switches() { Id before = UserInfo.getUserId(); Id other = inside(); Assert.areNotEqual(before, other); Assert.areEqual(before, UserInfo.getUserId()); } }`,
    });
    const test = org.generation.staticMethod('Switcher', 'switches$');
    org.isolated({userId: org.administratorId, quiddity: 'RUNTEST_SYNC', isTest: true}, () => test?.());
  });
});
