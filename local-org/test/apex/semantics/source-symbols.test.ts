import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FieldSymbol, MethodSymbol, TypeSymbol} from '../../../src/apex/semantics/symbols.ts';
import {classNamed, describeMethod, methodsOf, someUniverse} from './some-universe.ts';

function source(text: string, name = 'A'): TypeSymbol {
  const type = someUniverse(text).sourceType(name);
  assert.ok(type);
  return type;
}

function field(type: TypeSymbol, name: string): FieldSymbol {
  const found = type.fields.get(name);
  assert.ok(found, name);
  return found;
}

function method(type: TypeSymbol, name: string): MethodSymbol {
  const found = type.methods.get(name)?.[0];
  assert.ok(found, name);
  return found;
}

test('names are found in any case and keep their spelling', () => {
  const type = source('public class A { public Integer someCount; }');
  assert.equal(field(type, 'somecount').name, 'someCount');
});

test('members and types without a modifier are private', () => {
  const type = source('class A { Integer f; void m() { } class B { } }');
  assert.deepEqual([type.visibility, field(type, 'f').visibility, method(type, 'm').visibility], ['private', 'private', 'private']);
  assert.equal(type.innerTypes.get('b')?.visibility, 'private');
});

test('modifiers and annotations are read', () => {
  const type = source(`
    @IsTest public abstract with sharing class A {
      @TestVisible private static final transient String f = '';
      public virtual Integer v() { return 1; }
      protected abstract void a();
      public override String toString() { return ''; }
      static testMethod void old() { }
    }`);
  assert.deepEqual([type.isTest, type.isAbstract, type.isVirtual, type.sharing], [true, true, true, 'with']);
  const {isStatic, isFinal, isTransient, testVisible} = field(type, 'f');
  assert.deepEqual([isStatic, isFinal, isTransient, testVisible], [true, true, true, true]);
  assert.deepEqual([method(type, 'v').isVirtual, method(type, 'v').isAbstract], [true, false]);
  assert.deepEqual([method(type, 'a').isVirtual, method(type, 'a').isAbstract, method(type, 'a').visibility], [true, true, 'protected']);
  assert.deepEqual([method(type, 'tostring').isOverride, method(type, 'tostring').isVirtual], [true, true]);
  assert.ok(method(type, 'old').isStatic);
});

test('inner classes of a test class are test code too', () => {
  assert.ok(source('@isTest class A { class Inner { } }').innerTypes.get('inner')?.isTest);
});

test('a property has the visibility of its accessors, and null for one that it lacks', () => {
  const type = source('public class A { public String p {get; private set;} public String r {get {return null;}} }');
  assert.deepEqual([field(type, 'p').getter, field(type, 'p').setter], ['public', 'private']);
  assert.deepEqual([field(type, 'r').getter, field(type, 'r').setter], ['public', null]);
});

test('a declaration with several names declares several fields', () => {
  assert.deepEqual([...source('class A { Integer a = 1, b; }').fields.keys()], ['a', 'b']);
});

test('keys of methods are lower-case slots with canonical parameter types', () => {
  const type = source('class A { class B { } void Save(List<Lead> rows, Boolean[] flags, B b, Map<Id, SObject> m) { } }');
  assert.equal(method(type, 'save').key, 'save$list<lead>,list<boolean>,a.b,map<id,sobject>');
});

test('methods of an interface are abstract and as visible as it is', () => {
  const type = source('public interface A { Integer m(); }');
  const {isAbstract, isVirtual, visibility} = method(type, 'm');
  assert.deepEqual([isAbstract, isVirtual, visibility], [true, true, 'public']);
  assert.equal(method(source('global interface A { void m(); }'), 'm').visibility, 'global');
});

test('a class without a constructor has one without arguments', () => {
  assert.deepEqual(
    source('class A { }').constructors.map(({key, visibility}) => [key, visibility]),
    [['<init>$', 'public']],
  );
  assert.deepEqual(
    source('class A { A(Integer i) { } }').constructors.map(({key}) => key),
    ['<init>$integer'],
  );
});

test('an exception has its four constructors besides those that are written', () => {
  const keys = (text: string): readonly string[] => source(text, 'MyException').constructors.map(({key}) => key);
  assert.deepEqual(keys('class MyException extends Exception { }'), [
    '<init>$',
    '<init>$string',
    '<init>$exception',
    '<init>$string,exception',
  ]);
  assert.deepEqual(keys('class MyException extends Exception { MyException(Integer i) { } }')[0], '<init>$integer');
  assert.equal(keys('class MyException extends Exception { MyException(Integer i) { } }').length, 5);
});

test('an exception of an exception of the project is one too', () => {
  const universe = someUniverse('virtual class BaseException extends Exception { }', 'class SubException extends BaseException { }');
  assert.equal(universe.findConstructors(classNamed(universe, 'SubException')).length, 4);
});

test('an enum has its constants and the methods of all enums', () => {
  const universe = someUniverse('public enum Season { WINTER, SPRING }');
  const season = classNamed(universe, 'Season');
  assert.deepEqual([...season.symbol.fields.keys()], ['winter', 'spring']);
  assert.deepEqual(
    [...season.symbol.methods.values()].flat().map((each) => describeMethod(universe, each)),
    ['static List<Season> values()', 'static Season valueOf(String)', 'String name()', 'Integer ordinal()'],
  );
});

test('an object can be cloned as one of its own class, unless the class says otherwise', () => {
  assert.deepEqual(methodsOf(someUniverse('class A { }'), 'A', 'clone'), ['A clone()']);
  assert.deepEqual(methodsOf(someUniverse('class A { Integer clone() { return 1; } }'), 'A', 'clone'), ['Integer clone()']);
});

test('a type that does not exist is the error type', () => {
  assert.equal(field(source('class A { Missing m; }'), 'm').type.kind, 'error');
});

test('types of members are looked up from where they stand', () => {
  const type = source('class A { Part p; class Part { Part next; A owner; } }');
  assert.equal(someUniverse().display(field(type, 'p').type), 'A.Part');
});
