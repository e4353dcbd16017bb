import assert from 'node:assert/strict';
import {test} from 'node:test';
import {classNamed, someUniverse, typeNamed} from './some-universe.ts';

const universe = someUniverse(
  'public virtual class Animal { }',
  'public class Dog extends Animal { }',
  `public class Calls {
    void number(Long n) { } void number(Decimal n) { }
    void real(Double n) { } void real(Decimal n) { }
    void text(String s) { } void text(Object o) { }
    void id(Id i) { } void id(String s) { }
    void animal(Animal a) { } void animal(Object o) { }
    void rows(List<SObject> rows) { } void rows(List<Account> rows) { }
    void one(Lead row) { } void one(List<Lead> rows) { }
    void crossed(Integer a, Object b) { } void crossed(Object a, Integer b) { }
    void both(Decimal n, Object o) { } void both(Double n, Object o) { }
    void twins(Lead a) { } void twins(Account a) { }
    void date(Datetime d) { }
    void few(Integer a) { }
  }`,
);

/** The key of the chosen method, or what became of the call. */
function call(name: string, ...args: readonly string[]): string {
  const types = args.map((text) => (text === 'null' ? universe.well.null : typeNamed(universe, text)));
  const result = universe.resolveOverload(universe.findMethods(classNamed(universe, 'Calls'), name), types);
  return result.kind === 'found' ? result.method.key.replace(/^.*\$/, '') : result.kind;
}

function callOn(type: string, name: string, ...args: readonly string[]): string {
  const types = args.map((text) => typeNamed(universe, text));
  const result = universe.resolveOverload(universe.findMethods(classNamed(universe, type), name), types);
  return result.kind === 'found' ? result.method.key : result.kind;
}

test('an exact match is taken', () => {
  assert.equal(call('text', 'String'), 'string');
  assert.equal(call('id', 'Id'), 'id');
  assert.equal(call('id', 'String'), 'string');
});

test('the nearest number is taken', () => {
  assert.equal(call('number', 'Integer'), 'long');
  assert.equal(call('number', 'Double'), 'decimal');
});

test('an Integer becomes a Decimal rather than a Double', () => {
  assert.equal(call('real', 'Integer'), 'decimal');
});

test('Object is the last resort', () => {
  assert.equal(call('text', 'Id'), 'string');
  assert.equal(call('text', 'Integer'), 'object');
  assert.equal(call('animal', 'Dog'), 'animal');
});

test('null prefers nothing, not even what descends from the other', () => {
  assert.equal(call('text', 'null'), 'ambiguous');
  assert.equal(call('twins', 'null'), 'ambiguous');
});

test('a call that two methods fit crosswise is ambiguous', () => {
  assert.equal(call('crossed', 'Integer', 'Integer'), 'ambiguous');
});

test('a parameter of the argument’s own type is the more specific one', () => {
  assert.equal(call('both', 'Double', 'Dog'), 'double,object');
  assert.equal(call('both', 'Decimal', 'Dog'), 'decimal,object');
});

test('lists go to the parameter of their own element type', () => {
  assert.equal(call('rows', 'List<Account>'), 'list<account>');
  assert.equal(call('rows', 'List<Lead>'), 'list<sobject>');
});

test('a list isn’t taken for a record', () => {
  assert.equal(call('one', 'List<Lead>'), 'list<lead>');
  assert.equal(call('one', 'Lead'), 'lead');
});

test('a Date is taken where only a Datetime fits', () => {
  assert.equal(call('date', 'Date'), 'datetime');
});

test('nothing is found where the number or the types of arguments don’t fit', () => {
  assert.equal(call('few'), 'none');
  assert.equal(call('few', 'Integer', 'Integer'), 'none');
  assert.equal(call('few', 'String'), 'none');
});

test('platform methods are chosen the same way', () => {
  assert.equal(callOn('String', 'valueOf', 'Integer'), 'valueOf(Integer)');
  assert.equal(callOn('String', 'valueOf', 'Boolean'), 'valueOf(Object)');
  assert.equal(callOn('Math', 'max', 'Integer', 'Long'), 'max(Long,Long)');
  assert.equal(callOn('Math', 'max', 'Integer', 'Integer'), 'max(Integer,Integer)');
  assert.equal(callOn('Math', 'round', 'Decimal'), 'round(Decimal)');
  assert.equal(callOn('Decimal', 'valueOf', 'Integer'), 'valueOf(Long)');
  assert.equal(callOn('Database', 'insert', 'List<Lead>', 'Boolean'), 'insert(List<SObject>,Boolean)');
  assert.equal(callOn('Database', 'delete', 'List<Id>'), 'delete(List<Id>)');
});

test('adding all of a set to a list wants exactly the list’s elements, adding all of a list does not', () => {
  assert.equal(callOn('List<Object>', 'addAll', 'List<String>'), 'addAll(List<T>)');
  assert.equal(callOn('List<Object>', 'addAll', 'Set<String>'), 'none');
  assert.equal(callOn('Set<Id>', 'addAll', 'List<String>'), 'none');
  assert.equal(callOn('Set<Id>', 'addAll', 'Set<Id>'), 'addAll(Set<T>)');
});
