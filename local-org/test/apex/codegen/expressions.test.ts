import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {output, run, valueOf} from '../../run-apex.ts';

suite('concatenation', () => {
  test('of two null Strings is text', () => {
    assert.deepEqual(output('String a; String b; System.debug(a + b);'), ['nullnull']);
  });
  test('adds up numbers only before the first String', () => {
    assert.equal(valueOf("1 + 2 + 'x' + 1 + 2"), '3x12');
  });
  test('takes every value as its text', () => {
    assert.equal(valueOf("'' + 1.50 + true + null + new List<Integer>{1}"), '1.50truenull(1)');
  });
});

suite('a compound assignment', () => {
  test('evaluates the object of a field once', () => {
    const source = `public class Holder { public Integer n = 1; } List<Holder> made = new List<Holder>{new Holder(), new Holder()};
      Integer i = 0; made[i++].n += 5; System.debug(made[0].n + ' ' + made[1].n + ' ' + i);`;
    assert.deepEqual(output(source), ['6 1 1']);
  });
  test('evaluates list and index once', () => {
    assert.deepEqual(output("Integer i = 0; List<Integer> l = new List<Integer>{1, 2}; l[i++] *= 3; System.debug(l + ' ' + i);"), [
      '(3, 2) 1',
    ]);
  });
  test('of a null String appends to the text null', () => {
    assert.deepEqual(output("String s; s += 'x'; System.debug(s);"), ['nullx']);
  });
  test('converts the result back', () => {
    assert.deepEqual(output("Double d = 1; d += 0.5; Decimal e = 2; e *= 2; Long l = 1; l <<= 40; System.debug(d + ' ' + e + ' ' + l);"), [
      '1.5 4 1099511627776',
    ]);
  });
  test('on a record field works on its value', () => {
    assert.deepEqual(
      output(
        "Account a = new Account(Name = 'x'); a.Name += 'y'; a.NumberOfEmployees = 2; a.NumberOfEmployees++; System.debug(a.Name + a.NumberOfEmployees);",
      ),
      ['xy3'],
    );
  });
});

suite('increment', () => {
  test('gives the old value when it stands behind, the new one before', () => {
    assert.deepEqual(output("Integer i = 5; System.debug(i++ + ' ' + i + ' ' + ++i + ' ' + i-- + ' ' + i);"), ['5 6 7 7 6']);
  });
  test('works on Longs and Decimals', () => {
    assert.deepEqual(output("Long l = 9223372036854775807L; l++; Decimal d = 1.5; d--; System.debug(l + ' ' + d);"), [
      '-9223372036854775808 0.5',
    ]);
  });
  test('of null raises', () => {
    assert.equal(run('Integer i; i++;').exception, 'System.NullPointerException: Attempt to de-reference a null object');
  });
});

suite('a null', () => {
  for (const [what, source] of Object.entries({
    'receiver of a method': 'String s; s.length();',
    'object of a field': 'Account a; String n = a.Name;',
    'list that is indexed': 'List<Integer> l; Integer i = l[0];',
    condition: 'Boolean b; if (b) System.debug(1);',
    'operand of &&': 'Boolean b; Boolean c = b && true;',
    'operand of !': 'Boolean b; Boolean c = !b;',
    'collection in a loop': 'List<Integer> l; for (Integer i : l) {}',
    'exception that is thrown': 'Exception e; throw e;',
    'list in a DML statement': 'List<Account> l; insert l;',
  }))
    test(`as ${what} raises NullPointerException`, () => {
      assert.equal(run(source).exception, 'System.NullPointerException: Attempt to de-reference a null object');
    });
  test('is an instance of nothing', () => {
    assert.deepEqual(output('Object o; System.debug(o instanceof String);'), ['false']);
  });
  test('casts to everything', () => {
    assert.deepEqual(output('Object o; System.debug((List<String>) o); System.debug((Integer) o);'), ['null', 'null']);
  });
});

suite('&& and ||', () => {
  test('leave the right side alone where the left one decides', () => {
    assert.deepEqual(output('String s; System.debug(s != null && s.length() > 0); System.debug(s == null || s.length() > 0);'), [
      'false',
      'true',
    ]);
  });
});

suite('a safe navigation', () => {
  test('evaluates its left side once', () => {
    const source = `public class Source { public Integer calls = 0; public Source get() { calls++; return this; } public Integer n() { return calls; } }
      Source s = new Source(); System.debug(s.get()?.n()); System.debug(s.calls);`;
    assert.deepEqual(output(source), ['1', '1']);
  });
  test('skips the arguments of what follows', () => {
    const source = `public class Source { public Integer calls = 0; public Integer count() { return ++calls; } public Source pass(Integer i) { return this; } }
      Source none; Source s = new Source(); System.debug(none?.pass(s.count())); System.debug(s.calls);`;
    assert.deepEqual(output(source), ['null', '0']);
  });
});

suite('a checkbox', () => {
  test('that is not set reads false by its name, and null by get', () => {
    assert.deepEqual(
      output("User u = new User(); System.debug(u.IsActive); System.debug(u.get('IsActive')); System.debug(u.IsActive ? 1 : 2);"),
      ['false', 'null', '2'],
    );
  });
  test('behind a safe navigation that ends early is null', () => {
    assert.deepEqual(output('User u; System.debug(u?.IsActive);'), ['null']);
  });
});

suite('equals', () => {
  test('regards case on a String, and not on an Object', () => {
    assert.deepEqual(output("Object o = 'STR'; System.debug(o.equals('str')); System.debug('STR'.equals('str'));"), ['true', 'false']);
  });
});

suite('a cast', () => {
  test('to a class that the object is not tells both types', () => {
    const source = 'public class A {} public class B {} Object a = new A(); B b = (B) a;';
    assert.match(run(source).exception ?? '', /^System.TypeException: Invalid conversion from runtime type \S*A to \S*B$/);
  });
  test('of a list of objects calls them ANY', () => {
    assert.equal(
      run('Object o = new List<Object>(); Map<String, Object> m = (Map<String, Object>) o;').exception,
      'System.TypeException: Invalid conversion from runtime type List<ANY> to Map<String,ANY>',
    );
  });
  test('turns an Id behind an Object into a String and back', () => {
    assert.deepEqual(
      output("Id i = '001000000000001AAA'; Object o = i; System.debug((String) o); Id again = (Id) o; System.debug(again);"),
      ['001000000000001AAA', '001000000000001AAA'],
    );
  });
});

suite('a date', () => {
  test('plus a number is days later', () => {
    assert.deepEqual(
      output("Date d = Date.newInstance(2026, 2, 27); d += 2; System.debug(d.month() + '/' + d.day()); System.debug((d - 1).day());"),
      ['3/1', '28'],
    );
  });
  test('becomes midnight as a Datetime', () => {
    assert.deepEqual(output("Datetime t = Date.newInstance(2026, 2, 27); System.debug(t.formatGmt('yyyy-MM-dd HH:mm'));"), [
      '2026-02-27 00:00',
    ]);
  });
});
