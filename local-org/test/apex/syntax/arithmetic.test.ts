import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readExpression, text} from './outline.ts';

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  precedence: [
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b / c', '(a - (b / c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['-a * b', '((-a) * b)'],
    ['a * -b', '(a * (-b))'],
    ['-a.b()', '(-a.b())'],
    ['!a.b', '(!a.b)'],
  ],
  casts: [
    ['(Foo) a', 'cast<Foo>(a)'],
    ['(Foo.Bar) a.b', 'cast<Foo.Bar>(a.b)'],
    ['(List<Foo>) a', 'cast<List<Foo>>(a)'],
    ['(Foo[]) a', 'cast<Foo[]>(a)'],
    ['(String) (Object) a', 'cast<String>(cast<Object>(a))'],
    ['(String) a + b', '(cast<String>(a) + b)'],
    ['((Foo) a).b', 'cast<Foo>(a).b'],
    ['(Integer) -1', 'cast<Integer>((-integer:1))'],
    ['(Object) -1.5', 'cast<Object>((-decimal:1.5))'],
    ['(System.Decimal) +a', 'cast<System.Decimal>((+a))'],
    ['(Boolean) !a', 'cast<Boolean>((!a))'],
  ],
  'parentheses before a sign hold an operand': [
    ['(a) - b', '(a - b)'],
    ["(a) + 'x'", '(a + "x")'],
    ['(a.b) + c', '(a.b + c)'],
    ['(a) - b * c', '(a - (b * c))'],
    ['(a) - b * c - d', '((a - (b * c)) - d)'],
    ['x * (a) - b', '((x * a) - b)'],
    ['x - (a) - b', '((x - a) - b)'],
    ['(a) - (b) - c', '((a - b) - c)'],
    ['(a) - -b', '(a - (-b))'],
    ['-(a) - b', '((-a) - b)'],
    ['(String) (a) + b', '(cast<String>(a) + b)'],
    ['(a) - b < c', '((a - b) < c)'],
    ['x == (a) + b', '(x == (a + b))'],
    ['f((a) + b)', 'f((a + b))'],
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  suite(name, () => {
    for (const [source, expected] of cases) {
      test(source, () => assert.equal(text(readExpression(source)), expected));
    }
  });
}

test('a concatenation of ten thousand strings is read', () => {
  const node = readExpression(Array.from({length: 10_000}, () => "'a'").join(' + '));
  assert.equal(node.kind === 'binary' && text(node.right), '"a"');
});

test('the span of a product is from its first operand to its last', () => {
  const node = readExpression('a + b * c');
  assert.deepEqual(node.kind === 'binary' && node.right.span, {line: 1, column: 9, start: 8, end: 13});
});
