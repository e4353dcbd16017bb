import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readExpression, readMember, text} from './outline.ts';

/** What is written, and how it is to be read. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'names, members and calls': [
    ['a', 'a'],
    ['a.b.c', 'a.b.c'],
    ['a?.b?.c()', 'a?.b?.c()'],
    ['f()', 'f()'],
    ['f(1, a)', 'f(integer:1, a)'],
    ['a.b().c[0].d', 'a.b().c[integer:0].d'],
    ['this.a', 'this.a'],
    ['super.f()', 'super.f()'],
    ['Trigger.new', 'Trigger.new'],
    ['a.class_x', 'a.class_x'],
    ['System.Limits.getQueries()', 'System.Limits.getQueries()'],
  ],
  'class literals': [
    ['Foo.class', 'class<Foo>'],
    ['Foo.Bar.class', 'class<Foo.Bar>'],
    ['List<Foo>.class', 'class<List<Foo>>'],
    ['Foo[].class', 'class<Foo[]>'],
    ['void.class', 'class<void>'],
    ['Foo.class.getName()', 'class<Foo>.getName()'],
  ],
  'operators and their precedence': [
    ['a || b && c', '(a || (b && c))'],
    ['a && b || c', '((a && b) || c)'],
    ['!a && b', '((!a) && b)'],
    ['a == b && c != d', '((a == b) && (c != d))'],
    ['a === b', '(a === b)'],
    ['a !== b', '(a !== b)'],
    ['a <> b', '(a <> b)'],
    ['a <= b', '(a <= b)'],
    ['a >= b', '(a >= b)'],
    ['a < b + 1', '(a < (b + integer:1))'],
    ['a << 1 | b >> 2 & c >>> 3 ^ d', '((a << integer:1) | (((b >> integer:2) & (c >>> integer:3)) ^ d))'],
    ['~a', '(~a)'],
    ['a ?? b ?? c', '((a ?? b) ?? c)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a = b = c', '(a = (b = c))'],
    ['a += b -= c', '(a += (b -= c))'],
    ['a >>>= 1', '(a >>>= integer:1)'],
    ['a instanceof List<Foo>', '(a instanceof List<Foo>)'],
    ['i++ + ++j', '((i++) + (++j))'],
    ['i-- - --j', '((i--) - (--j))'],
  ],
  creation: [
    ['new Foo()', 'new Foo ()'],
    ['new Foo.Bar(1)', 'new Foo.Bar (integer:1)'],
    ["new Lead(LastName = 'x', Age__c = 1)", 'new Lead (LastName = "x", Age__c = integer:1)'],
    ['new List<Foo>{a, b}', 'new List<Foo> {a, b}'],
    ['new Foo[]{a, b}', 'new Foo[] {a, b}'],
    ['new Foo[3]', 'new Foo[] [integer:3]'],
    ['new Set<Id>{}', 'new Set<Id> {}'],
    ['new Map<Id, List<Foo>>{a => b, c => d}', 'new Map<Id,List<Foo>> {a => b, c => d}'],
    ['new Map<Id, Foo>(a)', 'new Map<Id,Foo> (a)'],
    ['new Foo(a = b, c)', 'new Foo ((a = b), c)'],
  ],
  queries: [
    ['[SELECT Id FROM Lead]', 'soql<Lead>'],
    ['[SELECT Id FROM Lead][0].Name', 'soql<Lead>[integer:0].Name'],
    ['[SELECT Id FROM Lead].size()', 'soql<Lead>.size()'],
    ["[FIND 'a' IN ALL FIELDS RETURNING Lead]", 'sosl<ALL Lead>'],
    ['[FIND :a RETURNING Lead(Id)]', 'sosl<ALL Lead>'],
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  suite(name, () => {
    for (const [source, expected] of cases) {
      test(source, () => assert.equal(text(readExpression(source)), expected));
    }
  });
}

test('calls of another constructor are told from calls of methods', () => {
  const {body} = readMember('T() { this(1); super(a, b); }', 'constructor');
  const calls = body.statements.map((statement) => (statement.kind === 'expression statement' ? text(statement.expression) : ''));
  assert.deepEqual(calls, ['this!(integer:1)', 'super!(a, b)']);
});

test('a row of ten thousand operands is read', () => {
  const node = readExpression(Array.from({length: 10_000}, (_, index) => `a${String(index)}`).join(' || '));
  assert.equal(node.kind === 'binary' && text(node.right), 'a9999');
});

test('an expression knows where it stands', () => {
  const node = readExpression('a\n  .b(c)');
  assert.deepEqual(node.span, {line: 1, column: 5, start: 4, end: 13});
  assert.deepEqual(node.kind === 'method call' && node.name.span, {line: 2, column: 4, start: 9, end: 10});
});
