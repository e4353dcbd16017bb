import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {SyntaxTreeCache} from '../../../src/apex/syntax/cache.ts';
import {enumConstants} from '../../../src/testing/mutation/enum-constants.ts';
import {changedText, mutatedSource} from '../../../src/testing/mutation/mutant.ts';
import type {Mutant} from '../../../src/testing/mutation/mutant.ts';
import {mutantsOf} from '../../../src/testing/mutation/mutants.ts';
import {DEFAULT_OPERATORS, isMutationOperator, MUTATION_OPERATORS} from '../../../src/testing/mutation/operators.ts';
import type {MutationOperator} from '../../../src/testing/mutation/operators.ts';

const parser = new SyntaxTreeCache('', null);
const ALL = Object.keys(MUTATION_OPERATORS).filter(isMutationOperator);

function mutants(source: string, operators: readonly MutationOperator[] = ALL): Mutant[] {
  const {tree, diagnostics} = parser.parseClass(source, 'A.cls');
  assert.deepEqual(diagnostics, []);
  assert(tree !== null);
  return mutantsOf({kind: 'class', name: 'A', path: 'A.cls', source, tree}, operators, enumConstants([tree]));
}

/** What the operators make of the statements of a method. */
function changed(statements: string, operators: readonly MutationOperator[], returnType = 'void'): string[] {
  const [head, tail] = [`public class A { enum E { LOW, MID, HIGH } ${returnType} run() { `, ' } }'];
  const source = head + statements + tail;
  return mutants(source, operators).map((mutant) => {
    const text = mutatedSource(source, mutant);
    assert.ok(text.startsWith(head) && text.endsWith(tail), text);
    return text.slice(head.length, text.length - tail.length);
  });
}

const TABLE: readonly (readonly [operator: MutationOperator, statements: string, ...changed: readonly string[]])[] = [
  ['comparison', 'b = 1 < 2;', 'b = 1 <= 2;'],
  ['comparison', 'b = 1 <= 2;', 'b = 1 < 2;'],
  ['comparison', 'b = 1 > 2;', 'b = 1 >= 2;'],
  ['comparison', 'b = 1 >= 2;', 'b = 1 > 2;'],
  ['comparison', 'b = c == d;', 'b = c != d;'],
  ['comparison', 'b = c != d;', 'b = c == d;'],
  ['comparison', 'b = c <> d;', 'b = c == d;'],
  ['comparison', 'b = c === d;', 'b = c !== d;'],
  ['comparison', 'b = c !== d;', 'b = c === d;'],
  ['comparison', "b = (c /* < */) < ('<');", "b = (c /* < */) <= ('<');"],
  ['logical', 'b = c && d || e;', 'b = c || d || e;', 'b = c && d && e;'],
  ['negated-condition', 'if (c) { f(); }', 'if (!(c)) { f(); }'],
  ['negated-condition', 'if (c == d) { f(); }'],
  ['negated-condition', 'if (!(c && d)) { f(); }', 'if (!(!(c && d))) { f(); }'],
  ['negated-condition', 'while ((a + b) > (c + d)) { f(); }', 'while (!((a + b) > (c + d))) { f(); }'],
  ['negated-condition', 'do { f(); } while (c);', 'do { f(); } while (!(c));'],
  ['negated-condition', 'for (Integer i = 0; i < 3; i++) { f(); }', 'for (Integer i = 0; !(i < 3); i++) { f(); }'],
  ['negated-condition', 'for (;;) { f(); }'],
  ['negated-condition', 'b = c ? 1 : 2;', 'b = !(c) ? 1 : 2;'],
  [
    'true-condition',
    'if (c) { f(); } else if (d) { g(); }',
    'if (true) { f(); } else if (d) { g(); }',
    'if (c) { f(); } else if (true) { g(); }',
  ],
  ['true-condition', 'while (c) { f(); }'],
  ['true-condition', 'if (TRUE) { f(); }'],
  ['false-condition', 'while (true) { f(); }', 'while (false) { f(); }'],
  ['false-condition', 'b = c ? 1 : 2;', 'b = false ? 1 : 2;'],
  ['arithmetic', 'b = 1 + c - 2;', 'b = 1 - c - 2;', 'b = 1 + c + 2;'],
  ['arithmetic', 'b = (c + d) - e;', 'b = (c - d) - e;', 'b = (c + d) + e;'],
  ['arithmetic', 'b = c - -d;', 'b = c + -d;'],
  ['arithmetic', "b = c + ' ' + d;"],
  ['arithmetic', 'i++; --i;', 'i--; --i;', 'i++; ++i;'],
  ['arithmetic', 'i += 2; j -= k;', 'i -= 2; j -= k;', 'i += 2; j += k;'],
  ['arithmetic', "s += 'text';"],
  ['call', 'f(); b.g(1);', '{} b.g(1);', 'f(); {}'],
  ['call', 'if (c) f();', 'if (c) {}'],
  ['call', 'Integer i = f(); j = g();'],
  ['dml', 'insert as user rows; merge a b;', '{} merge a b;', 'insert as user rows; {}'],
  [
    'element',
    'l = new List<C>{new C(1), new D(), new E()};',
    'l = new List<C>{new D(), new E()};',
    'l = new List<C>{new C(1), new E()};',
    'l = new List<C>{new C(1), new D()};',
  ],
  ['element', 'l = new C[]{new C()};', 'l = new C[]{};'],
  ['element', 'l = new List<C>{new C(), c};'],
  ['element', 'l = new Set<C>{(new C()), (new D())};', 'l = new Set<C>{(new D())};', 'l = new Set<C>{(new C())};'],
  ['enum-constant', 'e = E.LOW; f = A.E.HIGH;', 'e = E.MID; f = A.E.HIGH;', 'e = E.LOW; f = A.E.LOW;'],
  ['enum-constant', 'e = c.LOW; f = E.valueOf(s); g = E.OTHER;'],
  ['lock', 'l = [SELECT Id FROM Lead FOR UPDATE];', 'l = [SELECT Id FROM Lead ];'],
  [
    'lock',
    "for (Lead l : [SELECT Id FROM Lead WHERE Name = 'for update' for  update]) { }",
    "for (Lead l : [SELECT Id FROM Lead WHERE Name = 'for update' ]) { }",
  ],
  ['lock', 'l = [SELECT Id FROM Lead];'],
  ['null-coalescing', 'b = c ?? (d ?? e);', 'b = (c);', 'b = (d ?? e);', 'b = c ?? ((d));', 'b = c ?? ((e));'],
  ['return', 'return 1;'],
];

suite('mutants', () => {
  for (const [operator, statements, ...expected] of TABLE) {
    test(`${operator}: ${statements}`, () => assert.deepEqual(changed(statements, [operator]), expected));
  }
  test('return: a condition of a Boolean method', () => {
    assert.deepEqual(changed('return (a) || (b);', ['return'], 'Boolean'), ['return true;', 'return false;']);
    assert.deepEqual(changed('return True;', ['return'], 'boolean'), ['return false;']);
    assert.deepEqual(changed('return null;', ['return'], 'Boolean[]'), []);
  });
  test('return: a condition of a Boolean property', () => {
    const source = 'class A { Boolean isA { get { return a; } } Integer b { get { return 1; } } }';
    assert.deepEqual(
      mutants(source, ['return']).map((mutant) => mutatedSource(source, mutant)),
      [source.replace('return a', 'return true'), source.replace('return a', 'return false')],
    );
  });
  test('sharing: of a class and of the classes in it', () => {
    const source = 'public with sharing class A { without sharing class B { } inherited sharing class C { } class D { } }';
    assert.deepEqual(
      mutants(source, ['sharing']).map((mutant) => `${source.slice(mutant.start, mutant.end)} → ${mutant.replacement}`),
      ['with sharing → without sharing', 'without sharing → with sharing', 'inherited sharing → without sharing'],
    );
  });
  test('sharing is only changed when asked for', () =>
    assert.deepEqual(
      ALL.filter((name) => !DEFAULT_OPERATORS.includes(name)),
      ['sharing'],
    ));
  test('enum-order: of an enum and of the enums in a class', () => {
    const source = 'class A { enum E { LOW, MID /* , */ , HIGH } enum F { ONLY } }';
    assert.deepEqual(
      mutants(source, ['enum-order']).map((mutant) => mutatedSource(source, mutant)),
      [source.replace('LOW, MID', 'MID, LOW'), source.replace('MID /* , */ , HIGH', 'HIGH /* , */ , MID')],
    );
    const {tree} = parser.parseClass('enum E { A, B }', 'E.cls');
    const found = mutantsOf({kind: 'class', name: 'E', path: 'E.cls', source: 'enum E { A, B }', tree: tree!}, ALL, new Map());
    assert.deepEqual(
      found.map(({operator, replacement}) => ({operator, replacement})),
      [{operator: 'enum-order', replacement: 'B, A'}],
    );
  });
  test('an enum of the same class comes before one of the same name elsewhere', () => {
    const trees = ['class A { enum E { X, Y } E e = E.X; }', 'enum E { X, Z }'].map((text) => parser.parseClass(text, 'A.cls').tree!);
    const source = 'class A { enum E { X, Y } E e = E.X; }';
    const file = {kind: 'class', name: 'A', path: 'A.cls', source, tree: trees[0]!} as const;
    const [mutant] = mutantsOf(file, ['enum-constant'], enumConstants(trees));
    assert.equal(mutant?.replacement, 'Y');
  });
  test('comments and strings hold no code', () => {
    assert.deepEqual(changed("b = 'it\\'s // 1 < 2' < c /* < */ ; /* f(); */", ['comparison', 'call']), [
      "b = 'it\\'s // 1 < 2' <= c /* < */ ; /* f(); */",
    ]);
  });
  test('the same change counts once', () => {
    const source = 'class A { Boolean a() { return b ? true : c; } }';
    const texts = mutants(source).map((mutant) => mutatedSource(source, mutant));
    assert.equal(new Set(texts).size, texts.length);
  });
  test('a trigger is changed too', () => {
    const source = 'trigger T on Lead (before insert) { if (a < b) { c(); } }';
    const {tree} = parser.parseTrigger(source, 'T.trigger');
    const found = mutantsOf({kind: 'trigger', name: 'T', path: 'T.trigger', source, tree: tree!}, ['comparison', 'call'], new Map());
    assert.deepEqual(
      found.map(({operator, lines}) => ({operator, lines})),
      [
        {operator: 'comparison', lines: {first: 1, last: 1}},
        {operator: 'call', lines: {first: 1, last: 1}},
      ],
    );
  });
});

suite('a mutant', () => {
  const SOURCE = 'class A {\n  Boolean b = 1 < 2;\n\n  void a(Integer i) {\n    if (\n      i < 3\n    ) {\n      b();\n    }\n  }\n}\n';
  const found = mutants(SOURCE, ['comparison', 'true-condition']);

  test('says where it stands', () =>
    assert.deepEqual(
      found.map(({line, column}) => [line, column]),
      [
        [2, 17],
        [6, 7],
        [6, 9],
      ],
    ));
  test('says which lines must run for it to matter', () => {
    assert.deepEqual(
      found.map(({lines}) => lines),
      [null, {first: 4, last: 10}, {first: 4, last: 10}],
    );
  });
  test('shows the lines that it changes', () => {
    assert.deepEqual(changedText(SOURCE, found[0]!), {before: 'Boolean b = 1 < 2;', after: 'Boolean b = 1 <= 2;'});
    assert.deepEqual(changedText(SOURCE, found[1]!), {before: 'i < 3', after: 'true'});
  });
  test('over several lines shows them as one', () => {
    const source = 'class A {\n  void a() {\n    b(\n      1\n    );\n  }\n}';
    assert.deepEqual(changedText(source, mutants(source, ['call'])[0]!), {before: 'b( 1 );', after: '{}'});
  });
});
