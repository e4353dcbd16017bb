import assert from 'node:assert/strict';
import {test} from 'node:test';
import {edited, invertedAssertion, spread} from '../../src/testing/inverted-assertions.ts';

function inverted(body: string): string | null {
  const source = `@IsTest class T {\n  @IsTest static void t() {\n${body}\n  }\n}`;
  const edit = invertedAssertion(source, {class: 'T', method: 'T'});
  return edit === null ? null : edited(source, [edit]).split('\n').slice(2, -2).join('\n');
}

for (const [from, to] of [
  ['System.assertEquals(1, a);', 'System.assertNotEquals(1, a);'],
  ['system.ASSERTNOTEQUALS(1, a);', 'system.assertEquals(1, a);'],
  ['Assert.areEqual(1, a);', 'Assert.areNotEqual(1, a);'],
  ['System.Assert.isTrue(a);', 'System.Assert.isFalse(a);'],
  ['Assert.isNotNull(a);', 'Assert.isNull(a);'],
  ["System.assert(a == b, 'message');", "System.assert(!(a == b), 'message');"],
] as const) {
  test(`${from} becomes ${to}`, () => {
    assert.equal(inverted(from), to);
  });
}

test('the last assertion of the outermost block is taken', () => {
  assert.equal(
    inverted('Assert.isTrue(a);\nAssert.isTrue(b);\nif (c) { Assert.isTrue(d); }'),
    'Assert.isTrue(a);\nAssert.isFalse(b);\nif (c) { Assert.isTrue(d); }',
  );
});

test('a test without an assertion that it surely reaches is left out', () => {
  assert.equal(inverted('try { a(); Assert.fail(); } catch (Exception e) { Assert.isTrue(b); }'), null);
});

test('a sample is spread over the list', () => {
  assert.deepEqual(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5), [0, 2, 4, 6, 8]);
});

test('a sample is never larger than the list', () => {
  assert.deepEqual(spread([1, 2], 5), [1, 2]);
});
