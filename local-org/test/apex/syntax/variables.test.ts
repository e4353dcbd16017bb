import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readStatement, text, typeText} from './outline.ts';

function local(source: string) {
  const statement = readStatement(source);
  assert(statement.kind === 'block');
  const [variable] = statement.statements;
  assert(variable?.kind === 'local');
  return variable;
}

test('several variables of a type are one declaration', () => {
  const {type, declarators} = local('{ Map<Id, Lead> a = b(), c; }');
  assert.equal(typeText(type), 'Map<Id,Lead>');
  assert.deepEqual(
    declarators.map(({name, initializer}) => [name.text, initializer === null ? null : text(initializer)]),
    [
      ['a', 'b()'],
      ['c', null],
    ],
  );
});

test('modifiers and annotations are kept', () => {
  const {annotations, modifiers} = local("{ @SuppressWarnings('PMD') final Integer a = 1; }");
  assert.deepEqual([annotations.map(({name}) => name.text), modifiers.map(({name}) => name)], [['SuppressWarnings'], ['final']]);
});

test('an array of a generic type', () => assert.equal(typeText(local('{ List<Lead>[] a; }').type), 'List<Lead>[]'));

test('a type of another class', () =>
  assert.equal(typeText(local('{ Schema.DescribeSObjectResult a; }').type), 'Schema.DescribeSObjectResult'));
