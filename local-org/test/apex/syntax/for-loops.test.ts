import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {ForStatement} from '../../../src/apex/syntax/ast.ts';
import {readStatement, text, typeText} from './outline.ts';

function counting(source: string): ForStatement {
  const statement = readStatement(source);
  assert(statement.kind === 'for');
  return statement;
}

suite('for', () => {
  test('with a variable', () => {
    const {initializer, condition, updates, body} = counting('for (Integer i = 0, n = 3; i < n; i++) {}');
    assert(initializer !== null && 'kind' in initializer && condition !== null);
    assert.deepEqual(
      initializer.declarators.map(({name}) => name.text),
      ['i', 'n'],
    );
    assert.deepEqual([text(condition), updates.map(text), body?.kind], ['(i < n)', ['(i++)'], 'block']);
  });
  test('with expressions', () => {
    const {initializer, updates} = counting('for (i = 0, j = 1; ; i++, j++) {}');
    assert(Array.isArray(initializer));
    assert.deepEqual(
      [initializer.map(text), updates.map(text)],
      [
        ['(i = integer:0)', '(j = integer:1)'],
        ['(i++)', '(j++)'],
      ],
    );
  });
  test('with nothing', () => {
    const {initializer, condition, updates, body} = counting('for (;;);');
    assert.deepEqual([initializer, condition, updates, body], [null, null, [], null]);
  });
});

suite('for each', () => {
  test('over a list', () => {
    const statement = readStatement('for (List<Lead> chunk : chunks) a();');
    assert(statement.kind === 'for each');
    const {type, variable, iterable, body} = statement;
    assert.deepEqual(
      [typeText(type), variable.text, text(iterable), body?.kind],
      ['List<Lead>', 'chunk', 'chunks', 'expression statement'],
    );
  });
  test('over a query', () => {
    const statement = readStatement('for (Lead l : [SELECT Id FROM Lead]) {}');
    assert.equal(statement.kind === 'for each' && text(statement.iterable), 'soql<Lead>');
  });
});
