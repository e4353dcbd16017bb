import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readClass, readMember, text, typeText} from './outline.ts';

suite('types', () => {
  for (const type of [
    'Foo',
    'a.b.Foo',
    'List<Foo>',
    'Map<Id, List<Map<String, Foo>>>',
    'Set<Foo.Bar>',
    'Foo[][]',
    'Iterator<Foo>',
    'a.B<C>.D',
  ]) {
    test(type, () => assert.equal(typeText(readMember(`${type} a;`, 'field').type), type.replaceAll(' ', '')));
  }
  test('their names know where they stand', () => {
    const {type} = readMember('Map<Id, Foo> a;', 'field');
    assert.deepEqual(type.parts[0]?.typeArguments[1]?.parts[0]?.name.span, {line: 1, column: 19, start: 18, end: 21});
  });
});

suite('modifiers', () => {
  test('come in the order of the source', () => {
    const {modifiers} = readMember('public static final transient Integer a;', 'field');
    assert.deepEqual(
      modifiers.map(({name}) => name),
      ['public', 'static', 'final', 'transient'],
    );
  });
  test('are recognised in any case', () => {
    assert.deepEqual(
      readMember('PUBLIC TestMethod void a() {}', 'method').modifiers.map(({name}) => name),
      ['public', 'testmethod'],
    );
  });
  for (const sharing of ['with sharing', 'without sharing', 'inherited sharing'] as const) {
    test(sharing, () => {
      const written = sharing.replace(' ', '  \n').toUpperCase();
      assert.deepEqual(
        readClass(`public ${written} class T {}`).modifiers.map(({name}) => name),
        ['public', sharing],
      );
    });
  }
});

suite('annotations', () => {
  function annotation(source: string) {
    const [first] = readMember(`${source} void a() {}`, 'method').annotations;
    assert(first);
    return [first.name.text, ...first.arguments.map(({name, value}) => `${name === null ? '' : `${name.text}=`}${text(value)}`)];
  }
  test('without parentheses', () => assert.deepEqual(annotation('@IsTest'), ['IsTest']));
  test('with empty ones', () => assert.deepEqual(annotation('@future()'), ['future']));
  test('with a value', () => assert.deepEqual(annotation("@SuppressWarnings('PMD.X')"), ['SuppressWarnings', '"PMD.X"']));
  test('with names, separated by blanks', () => {
    assert.deepEqual(annotation("@InvocableMethod(label='A' callout=true)"), ['InvocableMethod', 'label="A"', 'callout=true']);
  });
  test('with names, separated by commas', () => {
    assert.deepEqual(annotation('@AuraEnabled(cacheable=true, continuation=false)'), [
      'AuraEnabled',
      'cacheable=true',
      'continuation=false',
    ]);
  });
});
