import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {orgWith} from '../../run-apex.ts';

// Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
const query = 'Integer n = [SELECT COUNT() FROM Account];';
const org = orgWith({
  'WithIt.cls': `public with sharing class WithIt { public static void own() { ${query} } public static void other() { Undeclared.run(); } public static void inherits() { Inheriting.run(); }
    public static void without() { WithoutIt.own(); } public class Nested { public void run() { ${query} } } public static void nested() { new Nested().run(); } }`,
  'WithoutIt.cls': `public without sharing class WithoutIt { public static void own() { ${query} } public static void other() { Undeclared.run(); } public static void inherits() { Inheriting.run(); }
    public static void nested() { new WithIt.Nested().run(); } public static void inserts() { insert new Account(Name = 'x'); } }`,
  'Undeclared.cls': `public virtual class Undeclared { public static void run() { ${query} } public void inherited() { ${query} } }`,
  'Inheriting.cls': `public inherited sharing class Inheriting { public static void run() { ${query} } }`,
  'Heir.cls': `public with sharing class Heir extends Undeclared { public void call() { inherited(); } }`,
  'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert) { Undeclared.run(); }`,
});

const [profileId = ''] = org.records.find('Profile', 'name', 'Standard User');
const [someone = ''] = org.restoreRows('User', [
  {LastName: 'Someone', Username: 'someone@example.test', ProfileId: profileId, IsActive: true},
]);

/** Whether the last query of a block was bound by sharing. */
function isBound(source: string, userId = someone): boolean {
  const seen: boolean[] = [];
  const {queries} = org;
  const count = queries.count.bind(queries);
  const spy = (...[plan, binds, options]: Parameters<typeof count>): number => {
    seen.push(options.withSharing);
    return count(plan, binds, options);
  };
  Object.defineProperty(queries, 'count', {value: spy, configurable: true});
  try {
    assert.equal(org.executeAnonymous(source, userId).exception, null);
  } finally {
    Reflect.deleteProperty(queries, 'count');
  }
  assert.notEqual(seen.length, 0, 'no query was run');
  return seen.at(-1) === true;
}

suite('sharing binds a query', () => {
  for (const [source, expected, why] of [
    ['WithIt.own();', true, 'of a class with sharing'],
    ['WithoutIt.own();', false, 'never of a class without sharing'],
    ['WithIt.other();', true, 'of an undeclared class that one with sharing calls'],
    ['WithoutIt.other();', false, 'not of an undeclared class that one without sharing calls'],
    ['WithIt.without();', false, 'by the class that runs it, not by that class’s caller'],
    ['WithIt.inherits();', true, 'of an inheriting class that one with sharing calls'],
    ['WithoutIt.inherits();', false, 'not of an inheriting class that one without sharing calls'],
    ['WithIt.nested();', true, 'of an inner class as its caller says'],
    ['WithoutIt.nested();', false, 'and not as its outer class says'],
    ['new Heir().call();', true, 'of an inherited method as its own class leaves it to the caller'],
    ['WithoutIt.inserts();', false, 'not in a trigger'],
    [query, true, 'of an anonymous block'],
  ] as const)
    test(why, () => {
      assert.equal(isBound(source), expected);
    });

  test('never of a user who may change all rows, where the class leaves it to its caller', () => {
    assert.equal(isBound('WithIt.other();', org.administratorId), false);
  });
});
