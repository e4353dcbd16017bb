import assert from 'node:assert/strict';
import {test} from 'node:test';
import {classNamed, someUniverse} from './some-universe.ts';

test('a class of the project shadows a platform class, which its namespace still names', () => {
  const universe = someUniverse('public class Location { }');
  assert.equal(universe.findType(['Location'], null)?.origin, 'source');
  assert.equal(universe.findType(['System', 'Location'], null)?.origin, 'platform');
  assert.equal(universe.findType(['system', 'location'], null)?.qualifiedName, 'System.Location');
});

test('no class shadows a scalar type', () => {
  const universe = someUniverse('public class String { }');
  assert.equal(universe.findType(['String'], null)?.origin, 'platform');
  assert.equal(universe.display(universe.well.string), 'String');
});

test('inner types are found from inside, by their outer class from outside', () => {
  const universe = someUniverse('public class Outer { public class Inner { } }', 'public class Other { }');
  const outer = universe.sourceType('OUTER');
  assert.equal(universe.findType(['inner'], outer)?.qualifiedName, 'Outer.Inner');
  assert.equal(universe.findType(['Inner'], universe.sourceType('Other')), null);
  assert.equal(universe.findType(['Outer', 'Inner'], universe.sourceType('Other'))?.qualifiedName, 'Outer.Inner');
});

test('inner types of a superclass are found as if they were own', () => {
  const universe = someUniverse('public virtual class Base { public class Part { } }', 'public class Sub extends Base { }');
  assert.equal(universe.findType(['Part'], universe.sourceType('Sub'))?.qualifiedName, 'Base.Part');
  assert.equal(universe.findType(['Sub', 'Part'], null)?.qualifiedName, 'Base.Part');
});

test('an inner type comes before a class of the project, and that before an object', () => {
  const universe = someUniverse('public class Outer { class Account { } }', 'public class Account { }');
  assert.equal(universe.findType(['Account'], universe.sourceType('Outer'))?.qualifiedName, 'Outer.Account');
  assert.equal(universe.findType(['Account'], null)?.qualifiedName, 'Account');
  assert.equal(universe.findType(['Schema', 'Account'], null)?.kind, 'sobject');
  assert.equal(universe.findType(['Schema', 'Account'], null)?.qualifiedName, 'Schema.Account');
});

test('System and Schema go without saying', () => {
  const universe = someUniverse();
  assert.equal(universe.findType(['HttpRequest'], null)?.qualifiedName, 'HttpRequest');
  assert.equal(universe.findType(['SObjectType'], null)?.qualifiedName, 'Schema.SObjectType');
  assert.equal(universe.findType(['SaveResult'], null), null);
});

test('a dotted name is an inner type of a class before a class of a namespace', () => {
  const universe = someUniverse('public class Messaging { public class Email { } }');
  assert.equal(universe.findType(['Messaging', 'Email'], null)?.origin, 'source');
  assert.equal(universe.findType(['Messaging', 'SingleEmailMessage'], null)?.origin, 'platform');
  assert.equal(universe.findType(['Database', 'DMLOptions', 'EmailHeader'], null)?.qualifiedName, 'Database.DMLOptions.EmailHeader');
});

test('the object is the type where System has a class of its name for static methods alone', () => {
  const universe = someUniverse();
  const hours = classNamed(universe, 'BusinessHours');
  assert.equal(hours.symbol.kind, 'sobject');
  assert.equal(universe.findMethods(hours, 'isWithin')[0]?.owner.origin, 'platform');
});

test('a class of System with objects of its own comes before the object of its name', () => {
  const universe = someUniverse();
  assert.equal(universe.findType(['Location'], null)?.kind, 'class');
  assert.equal(universe.findType(['Schema', 'Location'], null)?.qualifiedName, 'Schema.Location');
});

test('namespaces are known in any case', () => {
  const universe = someUniverse();
  assert.ok(universe.isNamespace('connectapi'));
  assert.ok(universe.isNamespace('EventBus'));
  assert.ok(!universe.isNamespace('Internal'));
  assert.ok(!universe.isNamespace('Lead'));
});

test('the types of the project come with their inner ones', () => {
  const universe = someUniverse('public class A { class B { } enum C { X } }', 'public interface D { }');
  assert.deepEqual(
    universe.sourceTypes.map((type) => type.qualifiedName),
    ['A', 'A.B', 'A.C', 'D'],
  );
});

test('classes that extend each other in a circle can still be looked at', () => {
  const universe = someUniverse('public virtual class A extends B { }', 'public virtual class B extends A { }');
  assert.equal(universe.findType(['Missing'], universe.sourceType('A')), null);
  assert.deepEqual(
    universe.supertypes(classNamed(universe, 'A')).map((type) => universe.display(type)),
    ['B', 'Object'],
  );
});

test('building a universe takes next to no time once the jars are open', () => {
  someUniverse();
  const start = performance.now();
  someUniverse();
  assert.ok(performance.now() - start < 100);
});
