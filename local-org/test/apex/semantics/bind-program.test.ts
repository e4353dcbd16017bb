import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {TypedClass} from '../../../src/apex/semantics/typed-tree.ts';
import {bindAnonymousText, bindClasses, bindTriggerText, summary} from './bound.ts';

function bind(...texts: readonly string[]): TypedClass {
  const [bound] = bindClasses(...texts).classes;
  assert.deepEqual(summary(bound?.diagnostics ?? []), []);
  assert.ok(bound?.tree);
  return bound.tree;
}

suite('a bound class', () => {
  test('initialises static and instance members in the order of the source', () => {
    const {staticInitializers, instanceInitializers} = bind(
      'public class A { Integer a = 1; static Integer b; { a = 2; } static { b = 3; } Integer c { get; set; } }',
    );
    const names = (initializers: TypedClass['staticInitializers']): readonly string[] =>
      initializers.map((initializer) => (initializer.kind === 'field' ? initializer.field.name : 'block'));
    assert.deepEqual(
      [names(staticInitializers), names(instanceInitializers)],
      [
        ['b', 'block'],
        ['a', 'block', 'c'],
      ],
    );
  });
  test('has a constructor where none is written', () => {
    assert.deepEqual(
      bind('public class A {}').constructors.map(({parameters, delegation}) => [parameters.length, delegation]),
      [[0, null]],
    );
  });
  test('keeps an automatic property as a field, and one with code as a property', () => {
    const {properties} = bind(
      'public class A { Integer a { get; set; } Integer b { get { return 1; } } Integer c { get { return c; } set { c = value; } } }',
    );
    assert.deepEqual(
      properties.map(({field, hasBackingField}) => [field.name, hasBackingField]),
      [
        ['b', false],
        ['c', true],
      ],
    );
  });
  test('names its property within its accessors as a field, and elsewhere as a property', () => {
    const {properties, methods} = bind('public class A { Integer c { get { return c; } } Integer read() { return c; } }');
    const returned = (statements: readonly {readonly kind: string; readonly value?: unknown}[]): unknown => statements[0]?.value;
    assert.equal((returned(properties[0]?.getter?.statements ?? []) as {kind: string}).kind, 'field');
    assert.equal((returned(methods[0]?.body?.statements ?? []) as {kind: string}).kind, 'property');
  });
  test('answers under the slots of the interface that it implements', () => {
    const [method] = bind('public class A implements Comparable { public Integer compareTo(Object other) { return 0; } }').methods;
    assert.deepEqual([method?.symbol.key, method?.aliases], ['compareto$object', ['compareTo(Object)']]);
  });
  test('delegates to another constructor before its own statements', () => {
    const {constructors} = bind('public class A { A() { this(1); Integer n; } A(Integer n) { super(); } }');
    assert.deepEqual(
      constructors.map(({delegatesTo, body}) => [delegatesTo, body.statements.length]),
      [
        ['this', 1],
        [null, 0],
      ],
    );
  });
  test('gives variables of one name in different blocks different identities', () => {
    const [method] = bind('public class A { void n() { { Integer i; } { Integer i; } } }').methods;
    const blocks = method?.body?.statements ?? [];
    const ids = blocks
      .flatMap((block) => (block.kind === 'block' ? block.statements : []))
      .map((statement) => (statement.kind === 'local' ? statement.local.id : ''));
    assert.deepEqual(ids, ['i', 'i$1']);
  });
});

suite('a trigger', () => {
  test('is bound with its object and events', () => {
    const {tree, diagnostics} = bindTriggerText('trigger T on Proposal__c (before insert, after update) { return; }');
    assert.deepEqual([tree?.object.name, tree?.events, diagnostics], ['Proposal__c', ['before insert', 'after update'], []]);
  });
  const refusals: readonly (readonly [text: string, message: string])[] = [
    ['trigger T on Missing (before insert) {}', 'E522 1 Invalid type: Missing'],
    ['trigger T on Stage__mdt (before insert) {}', 'E522 1 SObject type does not allow triggers: Stage__mdt'],
    ['trigger T on Lead (before insert, before insert) {}', 'E523 1 Duplicate Trigger Usage: before insert'],
    ['trigger T on Done__e (before insert) {}', 'E523 1 Platform Event SObjects only supports after insert: Done__e'],
    ['trigger T on Lead (before undelete) {}', 'E523 1 Trigger Usage Before Undelete is not supported'],
    ['trigger T on Lead (before insert) { Trigger.new = null; }', 'E315 1 Expression cannot be assigned'],
    ['trigger T on Lead (before insert) { return 1; }', 'E403 1 Trigger bodies must not return a value'],
  ];
  for (const [text, message] of refusals)
    test(`refuses ${text}`, () => {
      const {tree, diagnostics} = bindTriggerText(text);
      assert.deepEqual([tree, summary(diagnostics)], [null, [message]]);
    });
});

suite('anonymous code', () => {
  test('may declare methods and types, which it calls without an instance', () => {
    const {tree, diagnostics} = bindAnonymousText(
      'Integer n = twice(2); Pair p = new Pair(); Integer twice(Integer i) { return i * 2; } class Pair { Integer left; }',
    );
    assert.deepEqual(summary(diagnostics), []);
    assert.deepEqual([tree?.body.statements.length, tree?.container?.methods.length, tree?.container?.innerTypes.length], [2, 1, 1]);
  });
  test('shows its variables to its methods', () => {
    const text = 'Integer n = 1, m; Integer next() { n++; m = n; return n; } final Integer last = next();';
    assert.deepEqual(summary(bindAnonymousText(text).diagnostics), []);
  });
  test('refuses two variables of a name, and values that do not fit', () => {
    assert.deepEqual(summary(bindAnonymousText("Integer n = 'a'; void run() {}").diagnostics), [
      'E301 1 Illegal assignment from String to Integer',
    ]);
    assert.deepEqual(summary(bindAnonymousText('Integer n; Integer n; void run() {}').diagnostics), ['E501 1 Duplicate field: n']);
  });
  test('is refused whole where a part is', () => {
    const {tree, diagnostics} = bindAnonymousText('Integer n = m;');
    assert.deepEqual([tree, summary(diagnostics)], [null, ['E201 1 Variable does not exist: m']]);
  });
});
