import assert from 'node:assert/strict';
import {test} from 'node:test';
import {classNamed, methodsOf, someUniverse} from './some-universe.ts';

const universe = someUniverse(
  'public virtual class Base { protected Integer n; public virtual void m(String s) { } public void m(Integer i) { } }',
  'public class Sub extends Base { public override void m(String s) { } }',
  'public interface Named { String name(); }',
  'public interface Person extends Named { Integer age(); }',
  'public abstract class Thing implements Person { }',
  'public class ByName implements Comparator<Lead> { public Integer compare(Lead a, Lead b) { return 0; } }',
);

function fieldType(type: string, name: string): string | null {
  const field = universe.findField(classNamed(universe, type), name);
  return field === null ? null : universe.display(field.type);
}

test('fields are inherited', () => {
  assert.equal(fieldType('Sub', 'N'), 'Integer');
  assert.equal(fieldType('Sub', 'missing'), null);
});

test('an overridden method is left out, its overloads are not', () => {
  const found = universe.findMethods(classNamed(universe, 'Sub'), 'm');
  assert.deepEqual(
    found.map(({owner, key}) => `${owner.name} ${key}`),
    ['Sub m$string', 'Base m$integer'],
  );
});

test('an abstract class has the methods of its interfaces and of those above them', () => {
  assert.deepEqual(methodsOf(universe, 'Thing', 'name'), ['String name()']);
  assert.deepEqual(methodsOf(universe, 'Person', 'name'), ['String name()']);
});

test('type arguments are put in', () => {
  assert.deepEqual(methodsOf(universe, 'Map<Id,List<Lead>>', 'values'), ['List<List<Lead>> values()']);
  assert.deepEqual(methodsOf(universe, 'Set<String>', 'iterator')[0], 'Iterator<String> iterator()');
  assert.deepEqual(
    universe
      .findConstructors(classNamed(universe, 'List<Lead>'))
      .map(({key, parameters: [first]}) => [key, first && universe.display(first.type)]),
    [
      ['<init>()', undefined],
      ['<init>(List<T>)', 'List<Lead>'],
      ['<init>(Set<T>)', 'Set<Lead>'],
      ['<init>(Integer)', 'Integer'],
    ],
  );
});

test('the key of a platform method is its registry key, whatever the type arguments', () => {
  assert.deepEqual(
    universe.findMethods(classNamed(universe, 'List<Lead>'), 'addAll').map(({key}) => key),
    ['addAll(List<T>)', 'addAll(Set<T>)'],
  );
});

test('registry keys don’t follow what a project calls its classes', () => {
  const shadowing = someUniverse('public class RoundingMode { }');
  const [, , divide] = shadowing
    .findMethods(shadowing.well.decimal, 'setScale')
    .concat(shadowing.findMethods(shadowing.well.decimal, 'divide'));
  assert.equal(divide?.key, 'divide(Decimal,Integer)');
  assert.ok(shadowing.findMethods(shadowing.well.decimal, 'setScale').some(({key}) => key === 'setScale(Integer,RoundingMode)'));
});

test('everything has the methods of Object', () => {
  for (const type of ['Sub', 'Person', 'Lead', 'Object', 'Integer', 'List<Lead>'])
    assert.ok(methodsOf(universe, type, 'hashCode').includes('Integer hashCode()'), type);
});

test('supertypes come nearest first, with type arguments, Object last', () => {
  assert.deepEqual(
    universe.supertypes(classNamed(universe, 'Thing')).map((type) => universe.display(type)),
    ['Person', 'Named', 'Object'],
  );
  assert.deepEqual(
    universe.supertypes(classNamed(universe, 'ByName')).map((type) => universe.display(type)),
    ['Comparator<Lead>', 'Object'],
  );
});

test('an SObject has its fields, parents and children', () => {
  assert.equal(fieldType('Lead', 'status'), 'String');
  assert.equal(fieldType('Lead', 'Owner'), 'Name');
  assert.equal(fieldType('Lead', 'ConvertedAccount'), 'Account');
  assert.equal(fieldType('Lead', 'Proposals__r'), 'List<AI_Proposal__c>');
  assert.equal(fieldType('Lead', 'Tasks'), 'List<Task>');
  assert.equal(fieldType('AI_Proposal__c', 'Lead__r'), 'Lead');
  assert.equal(fieldType('AI_Proposal__c', 'Owner'), 'Name');
  assert.equal(fieldType('Lead', 'Address'), 'Address');
});

test('the type of a compound field is the class of System, not the object of its name', () => {
  assert.equal(universe.findField(classNamed(universe, 'Lead'), 'Address')?.type.kind === 'class' && true, true);
  const type = universe.findField(classNamed(universe, 'Lead'), 'Address')?.type;
  assert.equal(type?.kind === 'class' ? type.symbol.kind : null, 'class');
});

test('a copy of a record has its type', () => {
  assert.ok(methodsOf(universe, 'Lead', 'clone').every((method) => method.startsWith('Lead clone(')));
  assert.equal(methodsOf(universe, 'Lead', 'clone').length, 5);
  assert.equal(universe.findMethods(classNamed(universe, 'SObject'), 'clone').length, 5);
});

test('methods that run a query are marked', () => {
  const marked = (type: string, name: string): readonly boolean[] =>
    universe.findMethods(classNamed(universe, type), name).map(({givesQueryResult}) => givesQueryResult ?? false);
  assert.deepEqual(marked('Database', 'query'), [true, true]);
  assert.deepEqual(marked('Database', 'queryWithBinds'), [true]);
  assert.deepEqual(marked('Database', 'countQuery'), [false, false]);
});

test('custom metadata and custom settings have static methods of their own type', () => {
  assert.deepEqual(methodsOf(universe, 'Lifecycle_Stage__mdt', 'getAll'), ['static Map<String,Lifecycle_Stage__mdt> getAll()']);
  assert.deepEqual(methodsOf(universe, 'Lifecycle_Stage__mdt', 'getInstance'), ['static Lifecycle_Stage__mdt getInstance(String)']);
  assert.deepEqual(methodsOf(universe, 'Lifecycle_Control__c', 'getInstance'), [
    'static Lifecycle_Control__c getInstance()',
    'static Lifecycle_Control__c getInstance(Id)',
  ]);
  assert.deepEqual(methodsOf(universe, 'Country__c', 'getValues'), ['static Country__c getValues(String)']);
  assert.deepEqual(methodsOf(universe, 'Lead', 'getAll'), []);
});
