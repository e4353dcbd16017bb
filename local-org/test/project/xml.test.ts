import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {formatDiagnostic} from '../../src/diagnostics/diagnostic.ts';
import {booleanOf, choiceOf, numberOf, parseXml, textOf, wordOf, wordsOf} from '../../src/project/xml.ts';
import {element} from './elements.ts';

suite('elements', () => {
  const root = element('Root', '<a> one &amp; two </a>\n<b>1.50</b>\n<c>\n  <d>true</d>\n</c>\n<e/>\n<a>three</a>');

  test('know their line', () =>
    assert.deepEqual(
      root.children.map(({name, line}) => [name, line]),
      [
        ['a', 3],
        ['b', 4],
        ['c', 5],
        ['e', 8],
        ['a', 9],
      ],
    ));
  test('have their text as it is', () => assert.equal(textOf(root, 'a'), ' one & two '));
  test('have words without the white space around them', () => assert.equal(wordOf(root, 'a'), 'one & two'));
  test('have all words of a repeated element', () => assert.deepEqual(wordsOf(root, 'a'), ['one & two', 'three']));
  test('have numbers', () => assert.equal(numberOf(root, 'b'), 1.5));
  test('have no number where there is another word', () => assert.equal(numberOf(root, 'a'), null));
  test('have no text where they hold elements', () => assert.equal(textOf(root, 'c'), null));
  test('have no text when empty', () => assert.equal(textOf(root, 'e'), null));
  test('have booleans', () => assert.deepEqual([booleanOf(root.children[2]!, 'd', false), booleanOf(root, 'x', true)], [true, true]));
  test('have choices of a closed list', () => {
    assert.deepEqual([choiceOf(root, 'b', ['1.50', 'other']), choiceOf(root, 'b', ['other'])], ['1.50', null]);
  });
  test('keep attributes', () => {
    const [value] = element('Root', '<v xsi:type="xsd:string">x</v>').children;
    assert.deepEqual(value?.attributes, {'xsi:type': 'xsd:string'});
  });
});

suite('what is not well-formed is a diagnostic with its line', () => {
  for (const [name, text, expected] of [
    ['an element that is not closed', '<a>\n<b>x</a>', /^f\.xml:2:\d+: error E801 The file is not well-formed XML: .*mismatch/],
    ['a file that ends too early', '<a>\n<b>1</b>', /^f\.xml:2:\d+: error E801 .*unclosed/],
    ['an unknown entity', '<a>\n<b>&x;</b></a>', /^f\.xml:2:\d+: error E801 .*entity not found/],
    ['an attribute without quotes', '<a>\n<b c=1/></a>', /^f\.xml:2:\d+: error E801 .*missed quot/],
    ['text behind the root', '<a>\n</a>x', /^f\.xml:\d+:\d+: error E801 .*Extra content/],
    ['nothing', '', /^f\.xml:1:1: error E801 .*missing root element/],
  ] as const) {
    test(name, () => {
      const parsed = parseXml(text, 'f.xml');
      assert.match('diagnostic' in parsed ? formatDiagnostic(parsed.diagnostic) : 'no diagnostic', expected);
    });
  }
});
