import assert from 'node:assert/strict';
import {test} from 'node:test';
import {someUniverse, typeNamed} from './some-universe.ts';

const universe = someUniverse(
  'public virtual class Animal { }',
  'public class Dog extends Animal implements Comparable { public Integer compareTo(Object o) { return 0; } }',
  'public class Cat extends Animal { }',
  'public interface Pet { }',
  'public enum Season { WINTER }',
);

function conversion(from: string, to: string): string | null {
  return universe.conversion(typeNamed(universe, from), typeNamed(universe, to));
}

function castable(from: string, to: string): boolean {
  return universe.isCastable(typeNamed(universe, from), typeNamed(universe, to));
}

function common(left: string, right: string): string | null {
  const type = universe.commonType(typeNamed(universe, left), typeNamed(universe, right));
  return type === null ? null : universe.display(type);
}

test('numbers rise from Integer over Long and Double to Decimal', () => {
  for (const [from, to] of [
    ['Integer', 'Long'],
    ['Integer', 'Double'],
    ['Integer', 'Decimal'],
    ['Long', 'Double'],
    ['Long', 'Decimal'],
    ['Double', 'Decimal'],
    ['Decimal', 'Double'],
  ] as const)
    assert.equal(conversion(from, to), 'convert', `${from} → ${to}`);
});

test('numbers don’t fall by themselves', () => {
  for (const [from, to] of [
    ['Long', 'Integer'],
    ['Decimal', 'Integer'],
    ['Double', 'Long'],
  ] as const) {
    assert.equal(conversion(from, to), null, `${from} → ${to}`);
    assert.ok(castable(from, to), `(${to}) ${from}`);
  }
});

test('Id and String become each other, a Date becomes a Datetime', () => {
  assert.equal(conversion('Id', 'String'), 'convert');
  assert.equal(conversion('String', 'Id'), 'convert');
  assert.equal(conversion('Date', 'Datetime'), 'convert');
  assert.equal(conversion('Datetime', 'Date'), null);
});

test('nothing else becomes a String', () => {
  for (const from of ['Integer', 'Boolean', 'Date', 'Season', 'Object']) assert.equal(conversion(from, 'String'), null, from);
});

test('everything is an Object; an Id changes its form to be one', () => {
  for (const from of ['Integer', 'Dog', 'Lead', 'List<Lead>', 'Season', 'Pet']) assert.equal(conversion(from, 'Object'), 'widen', from);
  assert.equal(conversion('Id', 'Object'), 'convert');
  assert.equal(conversion('Object', 'Dog'), null);
  assert.ok(castable('Object', 'Dog'));
});

test('null becomes everything but void', () => {
  assert.equal(universe.conversion(universe.well.null, universe.well.integer), 'widen');
  assert.equal(universe.conversion(universe.well.null, universe.well.void), null);
});

test('what was refused already converts to everything', () => {
  assert.equal(universe.conversion(universe.well.error, universe.well.integer), 'same');
  assert.equal(universe.conversion(universe.well.integer, universe.well.error), 'same');
});

test('classes go up their hierarchy and to their interfaces', () => {
  assert.equal(conversion('Dog', 'Animal'), 'widen');
  assert.equal(conversion('Dog', 'Comparable'), 'widen');
  assert.equal(conversion('Animal', 'Dog'), null);
  assert.equal(conversion('Dog', 'Cat'), null);
});

test('casts go down the hierarchy, not across', () => {
  assert.ok(castable('Animal', 'Dog'));
  assert.ok(!castable('Dog', 'Cat'));
  assert.ok(!castable('Integer', 'String'));
  assert.ok(!castable('Season', 'Integer'));
});

test('anything may be cast to an interface and back', () => {
  assert.ok(castable('Animal', 'Pet'));
  assert.ok(castable('Dog', 'Pet'));
  assert.ok(castable('Pet', 'String'));
});

test('a record is an SObject, and an SObject a record by a cast alone', () => {
  assert.equal(conversion('Lead', 'SObject'), 'widen');
  assert.equal(conversion('SObject', 'Lead'), null);
  assert.ok(castable('SObject', 'Lead'));
  assert.ok(!castable('Lead', 'Account'));
});

test('lists follow their elements, and a List<SObject> may be one of records', () => {
  assert.equal(conversion('List<Lead>', 'List<SObject>'), 'widen');
  assert.equal(conversion('List<SObject>', 'List<Lead>'), 'widen');
  assert.equal(conversion('List<Dog>', 'List<Animal>'), 'widen');
  assert.equal(conversion('List<String>', 'List<Object>'), 'widen');
  assert.equal(conversion('List<Lead>', 'List<Account>'), null);
  assert.equal(conversion('List<Animal>', 'List<Dog>'), null);
  assert.ok(castable('List<Animal>', 'List<Dog>'));
});

test('the elements of a list are not converted', () => {
  assert.equal(conversion('List<Integer>', 'List<Decimal>'), null);
  assert.ok(!castable('List<Integer>', 'List<Decimal>'));
  assert.equal(conversion('List<Id>', 'List<String>'), 'widen');
});

test('sets of other elements are other types', () => {
  assert.equal(conversion('Set<Lead>', 'Set<SObject>'), null);
  assert.ok(!castable('Set<Lead>', 'Set<SObject>'));
  assert.equal(conversion('Set<Id>', 'Set<String>'), null);
});

test('maps follow their values upwards', () => {
  assert.equal(conversion('Map<Id,Lead>', 'Map<Id,SObject>'), 'widen');
  assert.equal(conversion('Map<Id,SObject>', 'Map<Id,Lead>'), null);
  assert.ok(castable('Map<Id,SObject>', 'Map<Id,Lead>'));
  assert.equal(conversion('Map<String,Lead>', 'Map<Integer,Lead>'), null);
});

test('lists and sets are iterable', () => {
  assert.equal(conversion('List<Lead>', 'Iterable<SObject>'), 'widen');
  assert.equal(conversion('Set<String>', 'Iterable<String>'), 'widen');
  assert.equal(conversion('Map<Id,Lead>', 'Iterable<Lead>'), null);
});

test('a batch is one whatever it is a batch of', () => {
  assert.equal(conversion('Database.Batchable<Lead>', 'Database.Batchable<SObject>'), 'widen');
});

test('both sides of a condition meet in the wider type', () => {
  assert.equal(common('Integer', 'Decimal'), 'Decimal');
  assert.equal(common('Double', 'Decimal'), 'Decimal');
  assert.equal(common('Id', 'String'), 'Id');
  assert.equal(common('String', 'Id'), 'Id');
  assert.equal(common('Lead', 'SObject'), 'SObject');
  assert.equal(common('List<SObject>', 'List<Lead>'), 'List<SObject>');
  assert.equal(common('List<Lead>', 'List<SObject>'), 'List<SObject>');
});

test('siblings don’t meet in what is above both', () => {
  assert.equal(common('Dog', 'Cat'), null);
  assert.equal(common('Lead', 'Account'), null);
});

test('types without anything in common have no common type', () => {
  assert.equal(common('String', 'Integer'), null);
  assert.equal(common('Dog', 'Season'), null);
});

test('null takes the type of the other side', () => {
  assert.equal(universe.commonType(universe.well.null, universe.well.integer), universe.well.integer);
});

test('what compares SObjects compares records of one object', () => {
  assert.equal(conversion('Comparator<SObject>', 'Comparator<Lead>'), 'widen');
  assert.equal(conversion('Comparator<Lead>', 'Comparator<SObject>'), null);
});

test('an Iterable follows its elements upwards, an Iterator does not', () => {
  assert.equal(conversion('Iterable<String>', 'Iterable<Object>'), 'widen');
  assert.equal(conversion('Iterable<Object>', 'Iterable<String>'), null);
  assert.equal(conversion('List<SObject>', 'Iterable<Lead>'), null);
  assert.equal(conversion('Iterator<String>', 'Iterator<Object>'), null);
});

test('the keys of a map are what they are', () => {
  assert.equal(conversion('Map<Id,Object>', 'Map<String,Object>'), null);
  assert.ok(!castable('Map<String,Object>', 'Map<Id,Object>'));
});
