import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SwitchLabel} from '../../../src/apex/syntax/ast.ts';
import {readStatement, text, typeText} from './outline.ts';

function labels(cases: string): string[] {
  const statement = readStatement(`switch on a.b { ${cases} }`);
  assert(statement.kind === 'switch');
  assert.equal(text(statement.subject), 'a.b');
  return statement.cases.map(({when}) => labelText(when));
}

function labelText(label: SwitchLabel): string {
  if (label.kind === 'else') return 'else';
  if (label.kind === 'type') return `type ${typeText(label.type)} ${label.variable.text}`;
  return label.values.map(text).join(', ');
}

test('values of every kind', () => {
  assert.deepEqual(labels("when 1, 2L { } when 'a' { } when null { }"), ['integer:1, long:2', '"a"', 'null']);
});

test('signs are operators, and parentheses nothing', () => {
  assert.deepEqual(labels('when -1, - +2, (+3), ((4)) { }'), ['(-integer:1), (-(+integer:2)), (+integer:3), integer:4']);
});

test('constants of an enum, bare and qualified', () => {
  assert.deepEqual(labels('when SPRING, Season.SUMMER, A.Season.FALL { }'), ['SPRING, Season.SUMMER, A.Season.FALL']);
});

test('types with a variable', () => {
  assert.deepEqual(labels('when Account a { } when List<Lead> b { }'), ['type Account a', 'type List<Lead> b']);
});

test('else', () => assert.deepEqual(labels('when 1 { } when else { }'), ['integer:1', 'else']));

test('a case has its block', () => {
  const statement = readStatement('switch on a { when 1 { b(); c(); } }');
  assert.equal(statement.kind === 'switch' && statement.cases[0]?.body.statements.length, 2);
});
