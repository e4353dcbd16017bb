import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import type {ApexList} from '../../../src/apex/runtime/list.ts';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {call, fakeRuntime, listOf, raises, setOf} from './fake-runtime.ts';

const rt = fakeRuntime({timeZone: 'America/Los_Angeles'});

function string(member: string, ...args: readonly unknown[]): unknown {
  const result = call(rt, 'System.String', member, ...args);
  return typeof result === 'object' && result !== null && 'elements' in result ? (result as ApexList).elements : result;
}

/** Signature, arguments, result: from the examples of the Apex Reference Guide, "String Class", and of commons-lang's StringUtils. */
const examples: readonly (readonly [string, readonly unknown[], unknown])[] = [
  ['abbreviate(Integer)', ['Hello Maximillian', 8], 'Hello...'],
  ['abbreviate(Integer)', ['Hello', 8], 'Hello'],
  ['abbreviate(Integer,Integer)', ['Hello Maximillian', 9, 6], '...Max...'],
  ['abbreviate(Integer,Integer)', ['abcdefghijklmno', 10, 12], '...ijklmno'],
  ['capitalize()', ['hello maximillian'], 'Hello maximillian'],
  ['center(Integer)', ['hello', 9], '  hello  '],
  ['center(Integer,String)', ['hello', 9, '-'], '--hello--'],
  ['charAt(Integer)', ['Ω is Ohm.', 0], 937],
  ['codePointAt(Integer)', ['💩x', 0], 128169],
  ['codePointBefore(Integer)', ['a💩', 3], 128169],
  ['codePointCount(Integer,Integer)', ['💩and💩', 0, 7], 5],
  ['compareTo(String)', ['abcde', 'abcd'], 1],
  ['compareTo(String)', ['a', 'b'], -1],
  ['compareTo(String)', ['a', 'A'], 32],
  ['contains(String)', ['Apex', 'pe'], true],
  ['containsAny(String)', ['hello', 'hx'], true],
  ['containsIgnoreCase(String)', ['hello', 'HE'], true],
  ['containsNone(String)', ['abcde', 'fg'], true],
  ['containsOnly(String)', ['abba', 'bcda'], true],
  ['containsOnly(String)', ['abba xyz', 'abcd'], false],
  ['containsWhitespace()', ['Hello Jane'], true],
  ['countMatches(String)', ['Hello Jane', 'a'], 1],
  ['countMatches(String)', ['aaaa', 'aa'], 2],
  ['deleteWhitespace()', [' Hello \t Jane\n'], 'HelloJane'],
  ['difference(String)', ['Hello Jane', 'Hello Max'], 'Max'],
  ['endsWith(String)', ['Hello Jason', 'Jason'], true],
  ['endsWithIgnoreCase(String)', ['Hello Jason', 'jason'], true],
  ['equals(Object)', ['abc', 'abc'], true],
  ['equals(Object)', ['abc', 'ABC'], false],
  ['equals(Object)', ['001D000000IqhSL', new ApexId('001D000000IqhSLIAZ')], true],
  ['equals(Object)', ['1', 1], false],
  ['equalsIgnoreCase(String)', ['abcd', 'ABCD'], true],
  ['equalsIgnoreCase(String)', ['abcd', null], false],
  ['escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
  ['escapeEcmaScript()', ['"grade": 3.9\'/'], '\\"grade\\": 3.9\\\'\\/'],
  ['escapeHtml3()', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
  ['escapeHtml4()', ['é – ∑'], '&eacute; &ndash; &sum;'],
  ['escapeHtml3()', ['é – '], '&eacute; – '],
  ['escapeJava()', ['Company: "Salesforce.com"\té'], 'Company: \\"Salesforce.com\\"\\t\\u00E9'],
  ['escapeUnicode()', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
  ['escapeXml()', ['"<Black&White\'>"'], '&quot;&lt;Black&amp;White&apos;&gt;&quot;'],
  ['getChars()', ['Hi'], [72, 105]],
  ['getLevenshteinDistance(String)', ['Hello Joe', 'Hello Max'], 3],
  ['getLevenshteinDistance(String,Integer)', ['Hello Jane', 'Hello Max', 2], -1],
  ['hashCode()', ['Hello world'], -832992604],
  ['indexOf(String)', ['abcde', 'cd'], 2],
  ['indexOf(String,Integer)', ['abcdabcd', 'ab', 1], 4],
  ['indexOf(String,Integer)', ['abc', '', 9], 3],
  ['indexOfAny(String)', ['abcd', 'xc'], 2],
  ['indexOfAnyBut(String)', ['abcd', 'ab'], 2],
  ['indexOfChar(Integer)', ['\\u03A9 is Ω', 937], 10],
  ['indexOfDifference(String)', ['abcd', 'abxc'], 2],
  ['indexOfDifference(String)', ['abc', 'abc'], -1],
  ['indexOfIgnoreCase(String)', ['abcd', 'BC'], 1],
  ['isAllLowerCase()', ['abcde'], true],
  ['isAllLowerCase()', ['abcDe'], false],
  ['isAllUpperCase()', ['ABC'], true],
  ['isAlpha()', ['abc1'], false],
  ['isAlphaSpace()', ['aA Bb'], true],
  ['isAlphanumeric()', ['abc021'], true],
  ['isAlphanumericSpace()', ['AE 86'], true],
  ['isAsciiPrintable()', ['abcd1234~'], true],
  ['isNumeric()', ['1234567890'], true],
  ['isNumeric()', ['1.2'], false],
  ['isNumericSpace()', ['1 2 3'], true],
  ['isWhitespace()', [' \t'], true],
  ['lastIndexOf(String)', ['abcdefgc', 'c'], 7],
  ['lastIndexOf(String,Integer)', ['aaaaa', 'a', 2], 2],
  ['lastIndexOf(String,Integer)', ['aaaaa', 'a', -1], -1],
  ['left(Integer)', ['abcdaacd', 3], 'abc'],
  ['left(Integer)', ['ab', -1], ''],
  ['leftPad(Integer)', ['abc', 5], '  abc'],
  ['leftPad(Integer,String)', ['abc', 8, 'xyz'], 'xyzxyabc'],
  ['length()', ['abcd'], 4],
  ['mid(Integer,Integer)', ['abcde', 2, 3], 'cde'],
  ['mid(Integer,Integer)', ['abcde', -2, 2], 'ab'],
  ['normalizeSpace()', [' Salesforce \t  force.com '], 'Salesforce force.com'],
  ['offsetByCodePoints(Integer,Integer)', ['A💩BC', 1, 2], 4],
  ['offsetByCodePoints(Integer,Integer)', ['A💩BC', 3, -1], 1],
  ['overlay(String,Integer,Integer)', ['abcdef', 'zzzz', 2, 4], 'abzzzzef'],
  ['remove(String)', ['Salesforce and force.com', 'force'], 'Sales and .com'],
  ['removeEnd(String)', ['Salesforce and force.com', '.com'], 'Salesforce and force'],
  ['removeEndIgnoreCase(String)', ['Salesforce and force.com', '.COM'], 'Salesforce and force'],
  ['removeStart(String)', ['Salesforce and force.com', 'Sales'], 'force and force.com'],
  ['removeStartIgnoreCase(String)', ['Salesforce', 'SALES'], 'force'],
  ['repeat(Integer)', ['SFDC', 2], 'SFDCSFDC'],
  ['repeat(Integer)', ['SFDC', -1], ''],
  ['repeat(String,Integer)', ['SFDC', '-', 2], 'SFDC-SFDC'],
  ['replace(String,String)', ['a.b.c', '.', '$&'], 'a$&b$&c'],
  ['replaceAll(String,String)', ['a b c 5 xyz', '[a-zA-Z]', '1'], '1 1 1 5 111'],
  ['replaceAll(String,String)', ['John Smith', '(\\w+) (\\w+)', '$2, $1\\$'], 'Smith, John$'],
  ['replaceFirst(String,String)', ['a b c 11 xyz', '[a-zA-Z]{2}', '2'], 'a b c 11 2z'],
  ['reverse()', ['a💩b'], 'b💩a'],
  ['right(Integer)', ['Hello Max', 3], 'Max'],
  ['right(Integer)', ['ab', 5], 'ab'],
  ['rightPad(Integer)', ['ab', 4], 'ab  '],
  ['rightPad(Integer,String)', ['ab', 5, 'xy'], 'abxyx'],
  ['split(String)', ['a,b,,c,,', ','], ['a', 'b', '', 'c']],
  ['split(String)', [',a', ','], ['', 'a']],
  ['split(String)', ['', ','], ['']],
  ['split(String)', ['abc', ''], ['a', 'b', 'c']],
  ['split(String)', ['a1b22c', '\\d+'], ['a', 'b', 'c']],
  ['split(String)', ['a.b', '\\.'], ['a', 'b']],
  ['split(String)', ['boo:and:foo', 'o'], ['b', '', ':and:f']],
  ['split(String,Integer)', ['boo:and:foo', ':', 2], ['boo', 'and:foo']],
  ['split(String,Integer)', ['boo:and:foo', 'o', 5], ['b', '', ':and:f', '', '']],
  ['split(String,Integer)', ['boo:and:foo', 'o', -2], ['b', '', ':and:f', '', '']],
  ['splitByCharacterType()', ['Lightning.platform'], ['L', 'ightning', '.', 'platform']],
  ['splitByCharacterTypeCamelCase()', ['Lightning.platform'], ['Lightning', '.', 'platform']],
  ['splitByCharacterTypeCamelCase()', ['fooBAR12Baz'], ['foo', 'BAR', '12', 'Baz']],
  ['splitByCharacterTypeCamelCase()', ['ASFLicense'], ['ASF', 'License']],
  ['startsWith(String)', ['AE86 vs EK9', 'AE86'], true],
  ['startsWithIgnoreCase(String)', ['AE86 vs EK9', 'ae86'], true],
  ['substring(Integer)', ['hamburger', 2], 'mburger'],
  ['substring(Integer,Integer)', ['hamburger', 4, 8], 'urge'],
  ['substring(Integer)', ['abc', 3], ''],
  ['substringAfter(String)', ['Salesforce.Lightning.platform', '.'], 'Lightning.platform'],
  ['substringAfter(String)', ['abc', 'x'], ''],
  ['substringAfterLast(String)', ['Salesforce.Lightning.platform', '.'], 'platform'],
  ['substringBefore(String)', ['Salesforce.Lightning.platform', '.'], 'Salesforce'],
  ['substringBefore(String)', ['abc', 'x'], 'abc'],
  ['substringBeforeLast(String)', ['Salesforce.Lightning.platform', '.'], 'Salesforce.Lightning'],
  ['substringBetween(String)', ['tagYellowtag', 'tag'], 'Yellow'],
  ['substringBetween(String,String)', ['xYellowy', 'x', 'y'], 'Yellow'],
  ['substringBetween(String,String)', ['xYellow', 'x', 'y'], null],
  ['swapCase()', ['Force.com'], 'fORCE.COM'],
  ['toLowerCase()', ['ThIs iS'], 'this is'],
  ['toLowerCase(String)', ['KIYMETLİ', 'tr'], 'kıymetli'],
  ['toUpperCase()', ['myString'], 'MYSTRING'],
  ['trim()', [' \t Hello!\n '], 'Hello!'],
  ['uncapitalize()', ['Hello max'], 'hello max'],
  ['unescapeCsv()', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
  ['unescapeEcmaScript()', ['\\"3.8\\",\\"3.9\\"'], '"3.8","3.9"'],
  ['unescapeHtml3()', ['&quot;&lt;Black&amp;White&gt;&quot;'], '"<Black&White>"'],
  ['unescapeHtml4()', ['&sum;&#65;&#x42;&unknown;'], '∑AB&unknown;'],
  ['unescapeJava()', ['a\\tb\\u00e9\\\\'], 'a\tbé\\'],
  ['unescapeUnicode()', ['De onde voc\\u00EA \\u00E9?'], 'De onde você é?'],
  ['unescapeXml()', ['&lt;&apos;&eacute;'], "<'&eacute;"],
  ['escapeSingleQuotes(String)', ["it's"], "it\\'s"],
  ['isBlank(String)', [null], true],
  ['isBlank(String)', [' '], true],
  ['isEmpty(String)', [' '], false],
  ['isNotBlank(String)', ['a'], true],
  ['isNotEmpty(String)', [''], false],
  ['valueOf(Integer)', [123], '123'],
  ['valueOf(Integer)', [null], null],
  ['valueOf(Long)', [123n], '123'],
  ['valueOf(Decimal)', [Decimal.parse('3.140')], '3.140'],
  ['valueOf(Double)', [new ApexDouble(1e7)], '1.0E7'],
  ['valueOf(Object)', [true], 'true'],
  ['valueOf(Object)', [null], null],
  ['valueOf(Date)', [ApexDate.of(2026, 1, 2)], '2026-01-02'],
];

for (const [member, args, expected] of examples) {
  test(`${member} of ${JSON.stringify(args.map(String))}`, () => {
    assert.deepEqual(string(member, ...args), expected);
  });
}

test('String.valueOf(Date as Object) shows midnight', () => {
  assert.equal(string('valueOf(Object)', ApexDate.of(2026, 1, 2)), '2026-01-02 00:00:00');
});

test('String.valueOf(Datetime) is local, valueOfGmt is not', () => {
  const value = new ApexDatetime(Date.UTC(2026, 0, 2, 3, 4, 5));
  assert.equal(string('valueOf(Datetime)', value), '2026-01-01 19:04:05');
  assert.equal(string('valueOfGmt(Datetime)', value), '2026-01-02 03:04:05');
});

test('substring refuses positions beyond the text', () => {
  assert.throws(() => string('substring(Integer)', 'abc', 4), raises('System.StringException', 'Starting position out of bounds: 4'));
  assert.throws(
    () => string('substring(Integer,Integer)', 'abc', 1, 9),
    raises('System.StringException', 'Ending position out of bounds: 9'),
  );
  assert.throws(
    () => string('substring(Integer,Integer)', 'abc', 2, 1),
    raises('System.StringException', 'Ending position out of bounds: 1'),
  );
});

test('null arguments raise', () => {
  const refusal = raises('System.NullPointerException', 'Argument cannot be null.');
  assert.throws(() => string('contains(String)', 'abc', null), refusal);
  assert.throws(() => string('escapeSingleQuotes(String)', null), refusal);
  assert.throws(() => string('split(String)', 'a', null), refusal);
});

test('abbreviate refuses widths without room for the ellipsis', () => {
  assert.throws(() => string('abbreviate(Integer)', 'Hello', 3), raises('System.StringException', 'Minimum abbreviation width is 4'));
});

test('format replaces by number and takes quotes as MessageFormat does', () => {
  const format = (pattern: string, ...values: readonly unknown[]): unknown =>
    string('format(String,List<Object>)', pattern, listOf(rt, 'Object', ...values));
  assert.equal(format('Hello {0}, shall we play a {1}?', 'David', 'game'), 'Hello David, shall we play a game?');
  assert.equal(format("Hello {0}, shall we play a '{1}'?", 'David', 'game'), 'Hello David, shall we play a {1}?');
  assert.equal(format("play a ''{0}''", 'game'), "play a 'game'");
  assert.equal(format("Don't {0}", 'x'), 'Dont {0}');
  assert.equal(format('{0} {1} {0}', 1, null), '1 null 1');
  assert.equal(format('{0} {2}', 'a'), 'a {2}');
  assert.throws(() => format('{{{0}}}', 'a'), raises('System.StringException', "can't parse argument number: {{0}}"));
  assert.throws(() => format('{0,number}', 1), UnsupportedError);
});

test('join takes lists and sets, of any type', () => {
  assert.equal(string('join(Object,String)', listOf(rt, 'Integer', 10, 20, 30), '/'), '10/20/30');
  assert.equal(string('join(Object,String)', setOf(rt, 'String', 'a', 'b'), ', '), 'a, b');
  assert.equal(string('join(Object,String)', listOf(rt, 'String'), ','), '');
});

test('fromCharArray and getCommonPrefix take lists', () => {
  assert.equal(string('fromCharArray(List<Integer>)', listOf(rt, 'Integer', 74, 73, 77)), 'JIM');
  assert.equal(string('getCommonPrefix(List<String>)', listOf(rt, 'String', 'SFDCApex', 'SFDCVisualforce')), 'SFDC');
  assert.equal(string('getCommonPrefix(List<String>)', listOf(rt, 'String')), '');
});
