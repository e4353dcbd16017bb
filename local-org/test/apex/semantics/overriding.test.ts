import assert from 'node:assert/strict';
import {test} from 'node:test';
import {someUniverse} from './some-universe.ts';

/** What the methods of that name of a class implement or override: `Owner key`. */
function overridden(classes: readonly string[], type: string, name: string): readonly string[] {
  const universe = someUniverse(...classes);
  const methods = universe.sourceType(type)?.methods.get(name) ?? [];
  return methods.flatMap((method) => universe.overriddenBy(method)).map(({owner, key}) => `${owner.qualifiedName} ${key}`);
}

test('a method overrides the one with the same parameters, not its overloads', () => {
  const base = 'public virtual class Base { public virtual void m(String s) { } public virtual void m(Integer i) { } }';
  assert.deepEqual(overridden([base, 'public class Sub extends Base { public override void m(Integer i) { } }'], 'Sub', 'm'), [
    'Base m$integer',
  ]);
});

test('all levels above are named', () => {
  const classes = [
    'public interface Doer { void run(); }',
    'public abstract class Base implements Doer { public abstract void run(); }',
    'public class Sub extends Base { public override void run() { } }',
  ];
  assert.deepEqual(overridden(classes, 'Sub', 'run'), ['Base run$', 'Doer run$']);
});

test('a generic interface is implemented with its type argument', () => {
  const classes = ['public class ByName implements Comparator<Lead> { public Integer compare(Lead a, Lead b) { return 0; } }'];
  assert.deepEqual(overridden(classes, 'ByName', 'compare'), ['Comparator compare(T,T)']);
});

test('a batch may take its records as SObjects or as what they are', () => {
  const batch = (typeArgument: string, scope: string): string => `public class B implements Database.Batchable<${typeArgument}> {
    public Database.QueryLocator start(Database.BatchableContext c) { return null; }
    public void execute(Database.BatchableContext c, List<${scope}> scope) { }
    public void finish(Database.BatchableContext c) { } }`;
  const expected = ['Database.Batchable execute(Database.BatchableContext,List<T>)'];
  assert.deepEqual(overridden([batch('SObject', 'SObject')], 'B', 'execute'), expected);
  assert.deepEqual(overridden([batch('SObject', 'Lead')], 'B', 'execute'), expected);
  assert.deepEqual(overridden([batch('Lead', 'SObject')], 'B', 'execute'), expected);
  assert.deepEqual(overridden([batch('Lead', 'Account')], 'B', 'execute'), []);
});

test('a batch may start with a query locator or with something to iterate over', () => {
  const returnTypeOf = (type: string): string | undefined => {
    const universe = someUniverse(
      `public class B implements Database.Batchable<SObject> { public ${type} start(Database.BatchableContext c) { return null; } }`,
    );
    const [method] = universe.sourceType('B')?.methods.get('start') ?? [];
    assert.ok(method);
    const found = universe.overriddenBy(method);
    assert.equal(found.length, 1);
    return found[0] && universe.display(found[0].returnType);
  };
  assert.equal(returnTypeOf('Database.QueryLocator'), 'Database.QueryLocator');
  assert.equal(returnTypeOf('Iterable<SObject>'), 'Iterable<SObject>');
  assert.equal(returnTypeOf('List<Lead>'), 'Iterable<SObject>');
});

test('what every object has may be overridden', () => {
  const classes = [
    'public class A { public override String toString() { return null; } public Boolean equals(Object o) { return true; } }',
  ];
  assert.deepEqual(overridden(classes, 'A', 'tostring'), ['Object toString()']);
  assert.deepEqual(overridden(classes, 'A', 'equals'), ['Object equals(Object)']);
});

test('static methods and constructors override nothing', () => {
  const classes = [
    'public virtual class Base { public static void m() { } public Base() { } }',
    'public class Sub extends Base { public static void m() { } }',
  ];
  assert.deepEqual(overridden(classes, 'Sub', 'm'), []);
});

test('a method named like one of every object, with another result, overrides nothing', () => {
  assert.deepEqual(overridden(['public class A { public A equals(Object other) { return this; } }'], 'A', 'equals'), []);
});
