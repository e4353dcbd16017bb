import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {formatDiagnostic} from '../../../src/diagnostics/diagnostic.ts';
import {parseAnonymous, parseClass, parseQuery, parseTrigger} from '../../../src/apex/syntax/parse.ts';
import type {ParseResult} from '../../../src/apex/syntax/parse.ts';

function refusal({tree, diagnostics}: ParseResult<unknown>): string {
  assert.equal(tree, null);
  return diagnostics.map(formatDiagnostic).join('\n');
}

suite('what cannot be read is a diagnostic with its place', () => {
  test('a token too many', () => {
    assert.equal(refusal(parseClass('class A {\n  Integer a = ;\n}', 'A.cls')), "A.cls:2:15: error E101 Unexpected token ';'.");
  });
  test('a token too few', () => {
    assert.equal(refusal(parseClass('class A {\n  void a() { b() }\n}', 'A.cls')), "A.cls:2:18: error E101 Missing ';' at '}'.");
  });
  test('the end of the source', () => {
    assert.equal(refusal(parseClass('class A {', 'A.cls')), 'A.cls:1:10: error E101 Unexpected end of the source.');
  });
  test('a second type behind the first', () => {
    assert.equal(refusal(parseClass('class A {} class B {}', 'A.cls')), "A.cls:1:12: error E101 Unexpected token 'class'.");
  });
  test('a character that Apex does not use', () => {
    assert.equal(refusal(parseAnonymous('a = 1 # 2;', 'x.apex')), "x.apex:1:7: error E102 Unrecognized symbol '#'.");
  });
  test('a string that is not closed', () => {
    assert.match(refusal(parseAnonymous("\n  a = 'b;", 'x.apex')), /^x\.apex:2:7: error E103 /);
  });
  test('a trigger on nothing', () => {
    assert.match(refusal(parseTrigger('trigger T (before insert) {}', 'T.trigger')), /^T\.trigger:1:11: error E101 /);
  });
  test('a query with a rest', () => {
    assert.equal(refusal(parseQuery('SELECT Id FROM Lead banana split')), "query:1:28: error E101 Unexpected token 'split'.");
  });
  test('nesting beyond all measure', () => {
    assert.match(refusal(parseAnonymous(`a = ${'('.repeat(50_000)}1${')'.repeat(50_000)};`, 'x.apex')), /error E105 /);
  });
});

test('only the first error of a source is reported', () => {
  assert.equal(parseClass('class A { Integer a = ; Integer b = ; }', 'A.cls').diagnostics.length, 1);
});

test('the empty source is no class', () => assert.match(refusal(parseClass('', 'A.cls')), /^A\.cls:1:1: error E101 /));

test('comments and white space are skipped', () => {
  assert.deepEqual(parseClass('/* a */ // b\r\n\tclass /** c */ A { } // d', 'A.cls').diagnostics, []);
});
