import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compileRegex} from '../../../src/apex/library/text/regex.ts';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {call, fakeRuntime, raises} from './fake-runtime.ts';

const rt = fakeRuntime();

function matches(regex: string, text: string): boolean {
  return call(rt, 'System.Pattern', 'matches(String,String)', regex, text) as boolean;
}

/** Expression, text, whether the whole text matches in Java. */
const cases: readonly (readonly [string, string, boolean])[] = [
  ['a*b', 'aaab', true],
  ['a|ab', 'ab', true],
  ['[a-z&&[^aeiou]]+', 'xyz', true],
  ['[a-z&&[^aeiou]]+', 'xay', false],
  ['[a-c[x-z]]+', 'abxz', true],
  ['[]a]+', ']a', true],
  ['[a\\-z]+', 'a-z', true],
  ['[a-]+', 'a-', true],
  ['[^\\d\\s]+', 'ab', true],
  ['[(){}.*+?^$|/]+', '(){}.*+?^$|/', true],
  ['\\Qa.b\\E+', 'a.bbb', true],
  ['\\p{Alpha}+\\p{Punct}', 'abc!', true],
  ['\\p{Lu}\\p{Ll}+', 'Élan', true],
  ['\\p{Upper}', 'É', false],
  ['\\P{Digit}', 'a', true],
  ['\\pL+', 'abc', true],
  ['\\p{IsAlphabetic}+', 'aé', true],
  ['\\p{IsGreek}', 'α', true],
  ['\\s', '\u00a0', false],
  ['\\h', '\u00a0', true],
  ['\\d', '٣', false],
  ['(?i)abc', 'ABC', true],
  ['a(?i)b|c', 'aB', true],
  ['a(?i)b|c', 'C', true],
  ['a(?i)b|c', 'AB', false],
  ['a(?i:b)c', 'aBc', true],
  ['a(?i:b)c', 'aBC', false],
  ['(?s).', '\n', true],
  ['.', '\n', false],
  ['.', '\u0085', false],
  ['(?x) a b # comment\n c', 'abc', true],
  ['(a)(b)\\2\\1', 'abba', true],
  ['(a)\\10', 'aa0', true],
  ['(?<year>\\d{4})-\\k<year>', '2020-2020', true],
  ['a{2,3}?', 'aaa', true],
  ['(?=a)a(?!b)', 'a', true],
  ['(?<=x)y', 'y', false],
  ['\\x41\\u0042\\0103', 'ABC', true],
  ['\\x{1F4A9}', '💩', true],
  ['.', '💩', true],
  ['}]', '}]', true],
  ['\\R', '\r\n', true],
  ['\\Aab\\z', 'ab', true],
  ['-', '-', true],
  ['#&,', '#&,', true],
];

for (const [regex, text, expected] of cases) {
  test(`${JSON.stringify(regex)} ${expected ? 'matches' : "doesn't match"} ${JSON.stringify(text)}`, () => {
    assert.equal(matches(regex, text), expected);
  });
}

test('$ matches before a last line end, \\z does not', () => {
  assert.equal('ab\n'.search(compileRegex('b$').finder), 1);
  assert.equal('ab\n'.search(compileRegex('b\\z').finder), -1);
  assert.equal('ab\n\n'.search(compileRegex('b$').finder), -1);
  assert.deepEqual(['a\nb\r\nc'.match(compileRegex('(?m)^.$').finder)], [['a', 'b', 'c']]);
});

for (const regex of ['a++', 'a*+', '(?>a)', '\\Ga', '\\p{InGreek}', '(?U)a', 'a{', '\\y', '*a', '(a', 'a)', '[a', '\\1']) {
  test(`${regex} is refused as unsupported`, () => {
    assert.throws(
      () => compileRegex(regex),
      (error) => error instanceof UnsupportedError && error.code === 'U302',
    );
  });
}

function matcher(regex: string, text: string): (member: string, ...args: readonly unknown[]) => unknown {
  const self = call(rt, 'System.Pattern', 'matcher(String)', call(rt, 'System.Pattern', 'compile(String)', regex), text);
  return (member, ...args) => call(rt, 'System.Matcher', member, self, ...args);
}

test('find walks through the matches, with groups and their bounds', () => {
  const m = matcher('(\\w)(\\d)?', 'a1 b');
  assert.equal(m('find()'), true);
  assert.deepEqual([m('group()'), m('group(Integer)', 1), m('group(Integer)', 2)], ['a1', 'a', '1']);
  assert.deepEqual([m('start()'), m('end()'), m('start(Integer)', 2), m('end(Integer)', 2)], [0, 2, 1, 2]);
  assert.equal(m('find()'), true);
  assert.deepEqual([m('group()'), m('group(Integer)', 2), m('start(Integer)', 2)], ['b', null, -1]);
  assert.equal(m('find()'), false);
  assert.equal(m('groupCount()'), 2);
  assert.throws(() => m('group()'), raises('System.StringException', 'No match found'));
});

test('matches of nothing move on', () => {
  const m = matcher('x*', 'axb');
  const found: unknown[] = [];
  while (m('find()') === true) found.push([m('start()'), m('end()')]);
  assert.deepEqual(found, [
    [0, 0],
    [1, 2],
    [2, 2],
    [3, 3],
  ]);
});

test('matches wants the whole text, lookingAt its beginning', () => {
  assert.equal(matcher('a|ab', 'ab')('matches()'), true);
  assert.equal(matcher('a', 'ab')('matches()'), false);
  assert.equal(matcher('a', 'ab')('lookingAt()'), true);
  assert.equal(matcher('b', 'ab')('lookingAt()'), false);
});

test('a region bounds the search and its anchors', () => {
  const m = matcher('^b', 'abc');
  assert.equal(m('find()'), false);
  m('region(Integer,Integer)', 1, 3);
  assert.equal(m('find()'), true);
  assert.deepEqual([m('start()'), m('regionStart()'), m('regionEnd()')], [1, 1, 3]);
});

test('replacement by the matcher, quoting', () => {
  assert.equal(matcher('o', 'foo')('replaceAll(String)', '0'), 'f00');
  assert.equal(matcher('o', 'foo')('replaceFirst(String)', '0'), 'f0o');
  assert.equal(call(rt, 'System.Matcher', 'quoteReplacement(String)', '$1\\'), '\\$1\\\\');
  assert.equal(call(rt, 'System.Pattern', 'quote(String)', 'a.b'), '\\Qa.b\\E');
  assert.equal(matches('\\Qa.b\\E\\\\E\\Qc\\E', 'a.b\\Ec'), true);
  assert.throws(() => matcher('o', 'foo')('replaceAll(String)', '$1'), raises('System.StringException', 'No group 1'));
});
