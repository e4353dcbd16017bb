import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readStatements, text} from './outline.ts';

test('places count UTF-16 units, also behind characters of two', () => {
  const source = "a = '😀😀'; b = c;\nd();";
  const [first, second, third] = readStatements(source);
  assert.deepEqual(second?.span, {line: 1, column: 13, start: 12, end: 18});
  assert.deepEqual(third?.span, {line: 2, column: 1, start: 19, end: 23});
  assert.equal(first?.kind === 'expression statement' && text(first.expression), '(a = "😀😀")');
});
