import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {ClassInfo, MethodInfo} from '../../src/apex/codegen/unit.ts';
import {findTests} from '../../src/testing/discovery.ts';

function method(name: string, line: number, ...annotations: readonly string[]): MethodInfo {
  return {
    name,
    slot: `${name}$`,
    isStatic: true,
    isConstructor: false,
    visibility: 'private',
    parameters: [],
    returnType: 'void',
    annotations: annotations.map((annotation) => ({name: annotation, arguments: {}})),
    line,
  };
}

function classOf(name: string, isTest: boolean, ...methods: readonly MethodInfo[]): ClassInfo {
  return {
    name,
    kind: 'class',
    visibility: 'private',
    isAbstract: false,
    isTest,
    sharing: null,
    superclass: null,
    isException: false,
    supertypes: [],
    constants: [],
    annotations: [],
    methods,
    fields: [],
  };
}

suite('tests', () => {
  test('are the annotated methods of test classes, in the order of the source', () => {
    const found = findTests([classOf('ATest', true, method('second', 9, 'istest'), method('helper', 5), method('first', 3, 'istest'))]);
    assert.deepEqual(found, [
      {
        name: 'ATest',
        setup: null,
        methods: [
          {name: 'first', slot: 'first$'},
          {name: 'second', slot: 'second$'},
        ],
      },
    ]);
  });
  test('may have a setup', () => {
    const [found] = findTests([classOf('ATest', true, method('rows', 1, 'testsetup'), method('a', 2, 'istest'))]);
    assert.deepEqual(found?.setup, {name: 'rows', slot: 'rows$'});
  });
  test('are sorted by class', () => {
    const found = findTests([classOf('BTest', true, method('a', 1, 'istest')), classOf('ATest', true, method('a', 1, 'istest'))]);
    assert.deepEqual(
      found.map(({name}) => name),
      ['ATest', 'BTest'],
    );
  });
  test('are not in classes that only help tests, in inner ones, or in others', () => {
    const annotated = method('a', 1, 'istest');
    assert.deepEqual(
      findTests([classOf('Builder', true, method('a', 1)), classOf('ATest.Inner', true, annotated), classOf('A', false, annotated)]),
      [],
    );
  });
});
