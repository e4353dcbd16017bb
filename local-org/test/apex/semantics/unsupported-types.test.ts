import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {TypedStatement} from '../../../src/apex/semantics/typed-tree.ts';
import {bindClasses, refusesStatements} from './bound.ts';

suite('what this org lacks', () => {
  refusesStatements([
    [
      'Flow.Interview.Route f;',
      'U207',
      'Flow.Interview.Route: start flows by Flow.Interview.createInterview; their own types are not supported',
    ],
    ['Object o = Page.Welcome;', 'U208', 'Page.Welcome: Visualforce is not supported'],
    ['Object o = System.Page.Welcome;', 'U208', 'System.Page: Visualforce is not supported'],
    ['Object o = Page.Welcome.getUrl();', 'U208', 'Page.Welcome: Visualforce is not supported'],
    ['Object o = new Proposal__Share();', 'U209', 'Proposal__Share: objects of this kind are not supported'],
    ['Object o = [SELECT Id FROM Proposal__Share];', 'U209', 'Proposal__Share: objects of this kind are not supported'],
    ['Object o = Schema.Proposal__Share.SObjectType;', 'U209', 'Schema.Proposal__Share: objects of this kind are not supported'],
    ['Object o = new Missing__Share();', 'E203', 'Invalid type: Missing__Share'],
    ['Object o = Label.site.greeting;', 'U210', 'Label.site.greeting: labels of another namespace are not supported'],
  ]);

  /** The kinds of the statements of a method. */
  function statementsOf(body: string, declarations = ''): readonly TypedStatement[] {
    const [bound] = bindClasses(`public class A { ${declarations} void run() { ${body} } void touch() {} }`).classes;
    return bound?.tree?.methods[0]?.body?.statements ?? [];
  }

  test('throws at the innermost statement that needs it', () => {
    const [before, condition, after] = statementsOf('touch(); if (true) { touch(); Object o = new Proposal__Share(); } touch();');
    assert.deepEqual([before?.kind, condition?.kind, after?.kind], ['expression', 'if', 'expression']);
    assert.ok(condition?.kind === 'if' && condition.then.kind === 'block');
    assert.deepEqual(
      condition.then.statements.map(({kind}) => kind),
      ['expression', 'unsupported'],
    );
  });
  test('throws at the whole of a loop over it', () => {
    const [loop] = statementsOf('for (Proposal__Share s : [SELECT Id FROM Proposal__Share]) { touch(); }');
    assert.deepEqual([loop?.kind, loop?.kind === 'unsupported' ? loop.code : null], ['unsupported', 'U209']);
  });
  test('throws at every use of a variable of such a type', () => {
    const statements = statementsOf('touch(); String s = kept.Name;', 'Proposal__Share kept;');
    assert.deepEqual(
      statements.map(({kind}) => kind),
      ['expression', 'unsupported'],
    );
  });
  test('throws when a field starts with it', () => {
    const [bound] = bindClasses('public class A { static Object o = new Proposal__Share(); }').classes;
    const [initializer] = bound?.tree?.staticInitializers ?? [];
    assert.equal(initializer?.kind === 'field' ? initializer.value?.kind : null, 'unsupported');
  });
});
