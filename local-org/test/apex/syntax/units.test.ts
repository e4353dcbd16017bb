import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseAnonymous, parseTrigger} from '../../../src/apex/syntax/parse.ts';

suite('triggers', () => {
  const source = `trigger LeadTrigger on Lead (before insert, AFTER  undelete) {
    Integer total = 1;
    void helper() {}
    run(total);
    class Inner {}
  }`;
  const {tree, diagnostics} = parseTrigger(source, 'LeadTrigger.trigger');
  test('are read', () => assert.deepEqual(diagnostics, []));
  test('have a name and an object', () => assert.deepEqual([tree?.name.text, tree?.object.text], ['LeadTrigger', 'Lead']));
  test('have events', () =>
    assert.deepEqual(
      tree?.events.map(({name}) => name),
      ['before insert', 'after undelete'],
    ));
  test('have variables among their statements', () => {
    assert.deepEqual(
      tree?.body.statements.map(({kind}) => kind),
      ['local', 'expression statement'],
    );
  });
  test('have members', () =>
    assert.deepEqual(
      tree?.members.map(({kind}) => kind),
      ['method', 'class'],
    ));
  test('end with their brace', () => assert.equal(tree?.span.end, source.length));
});

suite('anonymous blocks', () => {
  const source = 'Integer a = f(1); public Integer f(Integer b) { return b; } System.debug(a); enum E {A} if (a > 0) { Integer c; }';
  const {tree} = parseAnonymous(source, 'x.apex');
  test('have their statements in order', () => {
    assert.deepEqual(
      tree?.body.statements.map(({kind}) => kind),
      ['local', 'expression statement', 'if'],
    );
  });
  test('have members', () =>
    assert.deepEqual(
      tree?.members.map(({kind}) => kind),
      ['method', 'enum'],
    ));
  test('may be empty', () => assert.deepEqual(parseAnonymous('', 'x.apex').tree?.body.statements, []));
});
