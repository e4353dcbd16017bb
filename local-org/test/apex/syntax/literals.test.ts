import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseAnonymous} from '../../../src/apex/syntax/parse.ts';
import {readExpression, readQuery} from './outline.ts';

function value(source: string): unknown {
  const node = readExpression(source);
  assert(node.kind === 'literal');
  return node.value;
}

function refusal(source: string): string {
  const {tree, diagnostics} = parseAnonymous(source, 'test.apex');
  assert.equal(tree, null);
  return diagnostics.map(({code, message, span}) => `${String(span.line)}:${String(span.column)} ${code} ${message}`).join('\n');
}

suite('numbers', () => {
  test('an Integer keeps its digits', () => assert.deepEqual(value('007'), {kind: 'integer', text: '007'}));
  test('a Long drops its letter', () => assert.deepEqual(value('42L'), {kind: 'long', text: '42'}));
  test('a point makes a Decimal', () => assert.deepEqual(value('1.50'), {kind: 'decimal', text: '1.50'}));
  test('a point may come first', () => assert.deepEqual(value('.5'), {kind: 'decimal', text: '.5'}));
  test('a d makes a Double', () => assert.deepEqual(value('1.5D'), {kind: 'double', text: '1.5'}));
});

suite('words', () => {
  test('true in any case', () => assert.deepEqual(value('TRUE'), {kind: 'boolean', value: true}));
  test('false', () => assert.deepEqual(value('false'), {kind: 'boolean', value: false}));
  test('null in any case', () => assert.deepEqual(value('Null'), {kind: 'null'}));
});

suite('strings', () => {
  const string = (expected: string) => ({kind: 'string', value: expected});
  test('the empty string', () => assert.deepEqual(value("''"), string('')));
  test('every escape', () => assert.deepEqual(value(String.raw`'\b\t\n\f\r\"\'\\\u0041\u00e9'`), string('\b\t\n\f\r"\'\\Aé')));
  test('an escaped backslash does not escape what follows', () => assert.deepEqual(value(String.raw`'\\n'`), string('\\n')));
  test('characters outside the basic plane', () => assert.deepEqual(value("'a😀b'"), string('a😀b')));
  test('an unknown escape is refused', () => {
    const message = 'The string literal is not closed, or holds an escape sequence that Apex does not know.';
    assert.equal(refusal(String.raw`x = 'a\q';`), `1:5 E103 ${message}`);
  });
  test('an escape that only SOQL has is refused', () => {
    assert.equal(refusal(String.raw`x = 'a\%';`), String.raw`1:5 E103 Apex does not know the escape sequence \%, which only SOQL has.`);
  });
  test('an escaped backslash before a percent sign is none of them', () => {
    assert.deepEqual(value(String.raw`'a\\%'`), string('a\\%'));
  });
  test('a line break is refused', () => assert.equal(refusal("x = 'a\nb';"), '1:5 E103 Line breaks are not allowed in string literals.'));
});

suite('multi-line strings', () => {
  const string = (expected: string) => ({kind: 'string', value: expected});
  test('the first line break is left out', () => assert.deepEqual(value("'''\n{\n  1\n}'''"), string('{\n  1\n}')));
  test('common indentation is stripped', () => assert.deepEqual(value("'''\n    a\n      b\n    '''"), string('a\n  b\n')));
  test('the closing quotes count for it', () => assert.deepEqual(value("'''\n    a\n  '''"), string('  a\n')));
  test('quotes stand for themselves', () => assert.deepEqual(value("'''\nit's ''so'' '''"), string("it's ''so''")));
  test('escapes are resolved last', () => assert.deepEqual(value("'''\n  a\\tb\\n'''"), string('a\tb\n')));
  test('an empty one is the empty string', () => assert.deepEqual(value("'''\n'''"), string('')));
});

suite('strings of SOQL', () => {
  function soqlString(written: string): unknown {
    const {where} = readQuery(`SELECT Id FROM Lead WHERE Name LIKE ${written}`);
    assert(where?.kind === 'comparison' && where.right.kind === 'string');
    return [where.right.value, where.right.pattern];
  }
  test('escapes are resolved', () => assert.deepEqual(soqlString(String.raw`'it\'s\n'`), ["it's\n", "it's\n"]));
  test('an escaped wildcard keeps its backslash', () => {
    assert.deepEqual(soqlString(String.raw`'50\% \_x'`), [String.raw`50\% \_x`, String.raw`50\% \_x`]);
  });
  test('an escaped backslash before a wildcard stays apart from an escaped wildcard in the pattern', () => {
    assert.deepEqual(soqlString(String.raw`'a\\_b'`), [String.raw`a\_b`, String.raw`a\\_b`]);
  });
});
